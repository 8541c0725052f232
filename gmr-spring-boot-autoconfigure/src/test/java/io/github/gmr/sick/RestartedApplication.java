package io.github.gmr.sick;

import io.github.gmr.GuruMeditation;
import io.github.gmr.ReportUnavailableException;
import io.github.gmr.content.Content;
import io.github.gmr.section.ReportSection;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * Starts, publishes a report and closes. Its section leaves something of the application
 * in a thread local.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class RestartedApplication {

	private static final ThreadLocal<Remains> remains = new ThreadLocal<>();

	public static void run(String argument) {
		try (ConfigurableApplicationContext context = SpringApplication.run(RestartedApplication.class,
				"--spring.main.banner-mode=off", argument)) {
			context.getBean(GuruMeditation.class).publish("restart");
		}
		catch (ReportUnavailableException ex) {
			System.out.println(ex.getMessage());
		}
	}

	@Bean
	ReportSection littering() {
		return () -> {
			remains.set(new Remains());
			return Content.text("littered");
		};
	}

	private static final class Remains {

	}

}
