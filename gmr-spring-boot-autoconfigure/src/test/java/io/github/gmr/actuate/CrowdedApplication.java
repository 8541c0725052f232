package io.github.gmr.actuate;

import java.util.Collections;
import java.util.concurrent.locks.LockSupport;

import io.github.gmr.content.Content;
import io.github.gmr.section.ReportSection;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * A server with {@code crowd.threads} idle threads and {@code crowd.megabytes} to report,
 * that has little memory.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
public class CrowdedApplication {

	public static void main(String[] args) {
		ConfigurableApplicationContext context = SpringApplication.run(CrowdedApplication.class, args);
		int threads = context.getEnvironment().getProperty("crowd.threads", Integer.class, 0);
		for (int i = 0; i < threads; i++) {
			Thread thread = new Thread(LockSupport::park, "idle-" + i);
			thread.setDaemon(true);
			thread.start();
		}
		System.out.println("serves at " + context.getEnvironment().getProperty("local.server.port"));
	}

	@Bean
	ReportSection bulk(@Value("${crowd.megabytes:0}") int megabytes) {
		Content content = Content.items(Collections.nCopies(megabytes * 256, "every order waits. ".repeat(215)));
		return () -> content;
	}

}
