package io.github.gmr.sick;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import io.github.gmr.process.ClassPath;
import io.github.gmr.process.Patient;
import io.github.gmr.process.PatientBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * A server whose requests have no thread of their own while they are dealt with. Two
 * threads write exports, and two are event loops.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ AsyncServer.Exports.class, AsyncServer.Prices.class })
public class AsyncServer {

	private static final CountDownLatch warehouse = new CountDownLatch(1);

	public static void main(String[] args) {
		ConfigurableApplicationContext context = SpringApplication.run(AsyncServer.class, args);
		System.out.println("serves at " + context.getEnvironment().getProperty("local.server.port"));
	}

	/**
	 * Prepare to run this server.
	 * @param type servlet or reactive
	 * @return a builder
	 */
	static PatientBuilder patient(String type) {
		return Patient
			.main(AsyncServer.class, ClassPath.ofTest().without("spring-boot-jdbc", "spring-jdbc", "HikariCP"))
			.jvm(PatientBuilder.SHORT_LIVED, "-Dreactor.netty.ioWorkerCount=2")
			.arguments("--spring.main.web-application-type=" + type, "--server.address=127.0.0.1", "--server.port=0",
					"--spring.task.execution.pool.core-size=2", "--gmr.section.web.request-threshold=2s",
					"--gmr.pulse.interval=500ms", "--gmr.report.min-interval=0s");
	}

	private static void takeStock() {
		try {
			warehouse.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@RestController
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class Exports {

		@GetMapping("/export")
		StreamingResponseBody export() {
			return (out) -> takeStock();
		}

	}

	@RestController
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	static class Prices {

		@GetMapping("/prices")
		Mono<String> prices() {
			takeStock();
			return Mono.just("42");
		}

		@GetMapping(path = "/ticks", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<Long> ticks() {
			return Flux.interval(Duration.ofMillis(100));
		}

	}

}
