package io.github.gmr.sick;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application in a WAR, started and stopped as a servlet container does.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class WarApplication {

	private static ConfigurableApplicationContext context;

	public static void start(String name) {
		context = new SpringApplicationBuilder(WarApplication.class).bannerMode(Banner.Mode.OFF)
			.registerShutdownHook(false)
			.properties("spring.application.name=" + name, "logging.level.root=off",
					"spring.main.web-application-type=none")
			.run();
	}

	public static void stop() {
		context.close();
		context = null;
	}

}
