package io.github.gmr.sick;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.gmr.process.ClassPath;
import io.github.gmr.process.Patient;
import io.github.gmr.process.PatientBuilder;
import io.github.gmr.section.ReportSection;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A server that answers {@code GET /well} at once, and {@code GET /stuck} when it is told
 * to go on. Does what it is told line by line on stdin. With {@code sick.large=true} its
 * reports are long.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SickServer.Ward.class)
public class SickServer {

	static final ClassPath CLASS_PATH = ClassPath.ofTest().without("spring-boot-jdbc", "spring-jdbc", "HikariCP");

	static final int THREADS = 10;

	private static final AtomicInteger arrived = new AtomicInteger();

	private static volatile boolean stuck = true;

	public static void main(String[] args) throws IOException {
		ConfigurableApplicationContext context = SpringApplication.run(SickServer.class, args);
		System.out.println("serves at " + context.getEnvironment().getProperty("local.server.port"));
		System.out.println("is managed at " + context.getEnvironment().getProperty("local.management.port"));
		BufferedReader stdin = new BufferedReader(new InputStreamReader(System.in));
		for (String line = stdin.readLine(); line != null; line = stdin.readLine()) {
			switch (line) {
				case "await-stuck" -> awaitStuck();
				case "await-writers" -> Locks.awaitThreads(THREADS, "doWrite");
				case "go on" -> stuck = false;
				case "invoke-jmx" -> Jmx.invoke(1, System.out);
				case "await-end-of-handlers" -> Locks.awaitEnd("SIGUSR1 handler");
				default -> throw new IllegalArgumentException(line);
			}
			System.out.println("done: " + line);
		}
	}

	private static void awaitStuck() {
		while (arrived.get() < THREADS) {
			Locks.pause();
		}
	}

	/**
	 * Prepare to run this server with all that is optional but databases.
	 * @param arguments the arguments
	 * @return a builder
	 */
	static PatientBuilder patient(String... arguments) {
		return Patient.main(SickServer.class, CLASS_PATH)
			.jvm(PatientBuilder.SHORT_LIVED)
			.arguments("--spring.main.web-application-type=servlet", "--server.address=127.0.0.1", "--server.port=0",
					"--server.tomcat.threads.max=" + THREADS, "--management.endpoints.web.exposure.include=gmr",
					"--spring.jmx.enabled=true", "--management.endpoints.jmx.exposure.include=gmr")
			.arguments(arguments);
	}

	@Bean
	@ConditionalOnProperty("sick.large")
	ReportSection large() {
		return SickSection.IS_LARGE;
	}

	/**
	 * Answers requests.
	 */
	@RestController
	static class Ward {

		@GetMapping("/well")
		String well() {
			return "well";
		}

		@GetMapping("/stuck")
		String stuck() {
			arrived.incrementAndGet();
			while (stuck) {
				Locks.pause();
			}
			return "well again";
		}

	}

}
