package io.github.gmr.observed;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

import javax.sql.DataSource;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jms.annotation.EnableJms;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * A shop all work of which waits for a delivery that does not come.
 */
@SpringBootApplication
@EnableAsync
@EnableJms
@EnableScheduling
public class Shop {

	private static final CountDownLatch DELIVERY = new CountDownLatch(1);

	/**
	 * As many as there is work that begins.
	 */
	private static final CountDownLatch BEGUN = new CountDownLatch(10);

	public static void main(String[] args) throws Exception {
		ConfigurableApplicationContext context = SpringApplication.run(Shop.class, args);
		context.getBean(Clerks.class).begin();
		BEGUN.await();
		System.out.println("ready");
	}

	/**
	 * Waits for the delivery.
	 */
	public static int deliver() {
		BEGUN.countDown();
		try {
			DELIVERY.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return 1;
	}

	@Bean
	Job nightly(JobRepository repository) {
		return new JobBuilder("nightly", repository)
			.start(new StepBuilder("inventory", repository).tasklet((contribution, chunk) -> count()).build())
			.build();
	}

	private static RepeatStatus count() {
		deliver();
		return RepeatStatus.FINISHED;
	}

	/**
	 * Begin the work, each on a thread of its own.
	 */
	@Component
	static class Clerks {

		private final Environment environment;

		private final RestClient restClient;

		private final RestTemplate restTemplate;

		private final WebClient webClient;

		private final ObservationRegistry observations;

		private final JdbcTemplate jdbc;

		private final JmsTemplate jms;

		private final JobOperator jobs;

		private final Job nightly;

		private final Mails mails;

		Clerks(Environment environment, RestClient.Builder restClient, RestTemplateBuilder restTemplate,
				WebClient.Builder webClient, ObservationRegistry observations, DataSource dataSource, JmsTemplate jms,
				JobOperator jobs, Job nightly, Mails mails) {
			this.environment = environment;
			this.restClient = restClient.build();
			this.restTemplate = restTemplate.build();
			this.webClient = webClient.build();
			this.observations = observations;
			this.jdbc = new JdbcTemplate(dataSource);
			this.jms = jms;
			this.jobs = jobs;
			this.nightly = nightly;
			this.mails = mails;
		}

		void begin() {
			String url = "http://localhost:" + this.environment.getRequiredProperty("local.server.port");
			this.jdbc.execute("CREATE ALIAS DELIVER FOR 'io.github.gmr.observed.Shop.deliver'");
			observe("purchase", () -> this.restClient.get().uri(url + "/slow/{id}", 7).retrieve().body(String.class));
			observe("refund", () -> this.restTemplate.getForObject(url + "/slow/{id}", String.class, 8));
			observe("quote",
					() -> this.webClient.get().uri(url + "/slow/{id}", 9).retrieve().bodyToMono(String.class).block());
			observe("catalogue", () -> this.restClient.get().uri(url + "/half/{id}", 7).retrieve().body(String.class));
			observe("prices", () -> this.restTemplate.getForObject(url + "/half/{id}", String.class, 8));
			observe("stock", () -> this.jdbc.queryForObject("SELECT DELIVER()", Integer.class));
			observe("night", () -> this.jobs.start(this.nightly, new JobParameters()));
			observe("order", () -> this.jms.convertAndSend("invoices", "an order of five pens"));
			observe("mail", this.mails::send);
		}

		private void observe(String name, Work work) {
			new Thread(() -> Observation.createNotStarted(name, this.observations).observe(() -> {
				try {
					work.run();
				}
				catch (Exception ex) {
					ex.printStackTrace();
				}
			}), "clerk-" + name).start();
		}

	}

	/**
	 * What a clerk does.
	 */
	private interface Work {

		void run() throws Exception;

	}

	@Component
	static class Mails {

		@Async
		void send() {
			deliver();
		}

		@JmsListener(destination = "invoices")
		void write(String order) {
			deliver();
		}

		@Scheduled(fixedDelay = 3_600_000)
		void clean() {
			deliver();
		}

	}

	@RestController
	static class Warehouse {

		@GetMapping("/slow/{id}")
		String slow(@PathVariable String id) {
			deliver();
			return id;
		}

		@GetMapping("/half/{id}")
		void half(@PathVariable String id, HttpServletResponse response) throws IOException {
			response.setContentType("text/plain");
			response.setContentLength(100);
			OutputStream body = response.getOutputStream();
			body.write(new byte[50]);
			body.flush();
			deliver();
		}

	}

}
