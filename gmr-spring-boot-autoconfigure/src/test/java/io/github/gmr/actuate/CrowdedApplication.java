package io.github.gmr.actuate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.locks.LockSupport;

import io.github.gmr.content.Content;
import io.github.gmr.process.Vitals;
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
 * that has little memory. Tells its vitals for each line on stdin.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
public class CrowdedApplication {

	public static void main(String[] args) throws IOException {
		ConfigurableApplicationContext context = SpringApplication.run(CrowdedApplication.class, args);
		int threads = context.getEnvironment().getProperty("crowd.threads", Integer.class, 0);
		for (int i = 0; i < threads; i++) {
			Thread thread = new Thread(LockSupport::park, "idle-" + i);
			thread.setDaemon(true);
			thread.start();
		}
		System.out.println("serves at " + context.getEnvironment().getProperty("local.server.port"));
		BufferedReader stdin = new BufferedReader(new InputStreamReader(System.in));
		for (String line = stdin.readLine(); line != null; line = stdin.readLine()) {
			System.out.println(Vitals.ofThisJvm().line() + "\ndone: " + line);
		}
	}

	@Bean
	ReportSection slow(@Value("${crowd.pause:0s}") Duration pause) {
		return () -> {
			Thread.sleep(pause.toMillis());
			return null;
		};
	}

	@Bean
	ReportSection bulk(@Value("${crowd.megabytes:0}") int megabytes) {
		Content content = Content.items(Collections.nCopies(megabytes * 256, "every order waits. ".repeat(215)));
		return () -> content;
	}

}
