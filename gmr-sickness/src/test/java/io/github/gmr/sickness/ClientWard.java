package io.github.gmr.sickness;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * Conditions of those who call other processes.
 */
@Configuration(proxyBeanMethods = false)
class ClientWard {

	/**
	 * Longer than what the configuration calls slow.
	 */
	private static final Duration LONG = Duration.ofMillis(2200);

	@Bean("sick client-calls-slow")
	Condition silentBank(ObservationRegistry observations) {
		return new Calls(observations, (bank, crowd) -> {
			crowd.add(4, "payer", bank::charge);
			Crowd.await(() -> bank.asked.get() == 4);
			Crowd.awaitAge(System.nanoTime(), LONG);
		});
	}

	@Bean("well client-calls-slow")
	Condition patientBank(ObservationRegistry observations) {
		return new Calls(observations, (bank, crowd) -> {
			crowd.add(4, "reader", bank::readEvents);
			crowd.add(4, "poller", () -> {
				while (!bank.isOpen()) {
					bank.poll();
				}
			});
			Crowd.await(() -> bank.streams.get() >= 4 && bank.polls.get() >= 4);
			Crowd.awaitAge(System.nanoTime(), LONG);
		});
	}

	/**
	 * Clients of a bank.
	 */
	private static final class Calls implements Condition {

		private final ObservationRegistry observations;

		private final Habit habit;

		private final Crowd crowd = new Crowd();

		private Bank bank;

		private Calls(ObservationRegistry observations, Habit habit) {
			this.observations = observations;
			this.habit = habit;
		}

		@Override
		public void begin() throws Exception {
			this.bank = new Bank(this.observations);
			this.habit.begin(this.bank, this.crowd);
		}

		@Override
		public void end() throws Exception {
			this.bank.open();
			this.crowd.end();
			this.bank.close();
		}

	}

	/**
	 * What clients do.
	 */
	@FunctionalInterface
	private interface Habit {

		void begin(Bank bank, Crowd crowd) throws Exception;

	}

	/**
	 * Another process, and the client of it.
	 */
	private static final class Bank {

		/**
		 * How long it waits for news.
		 */
		private static final Duration NEWS = Duration.ofSeconds(3);

		/**
		 * How often it sends an event.
		 */
		private static final Duration TICK = Duration.ofMillis(100);

		private final AtomicInteger asked = new AtomicInteger();

		private final AtomicInteger streams = new AtomicInteger();

		private final AtomicInteger polls = new AtomicInteger();

		private final CountDownLatch opened = new CountDownLatch(1);

		private final ExecutorService clerks = Executors.newCachedThreadPool();

		private final HttpServer server;

		private final RestClient client;

		private Bank(ObservationRegistry observations) throws IOException {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			this.server.setExecutor(this.clerks);
			this.server.createContext("/charge", (exchange) -> {
				this.asked.incrementAndGet();
				await(this.opened, Duration.ofHours(1));
			});
			this.server.createContext("/events", this::stream);
			this.server.createContext("/poll", (exchange) -> {
				await(this.opened, NEWS);
				exchange.sendResponseHeaders(200, -1);
				exchange.close();
			});
			this.server.start();
			this.client = RestClient.builder()
				.requestFactory(new JdkClientHttpRequestFactory())
				.baseUrl("http://127.0.0.1:" + this.server.getAddress().getPort())
				.observationRegistry(observations)
				.build();
		}

		private void stream(HttpExchange exchange) throws IOException {
			exchange.sendResponseHeaders(200, 0);
			while (this.opened.getCount() > 0) {
				exchange.getResponseBody().write(("data: " + "tick ".repeat(5000) + "\n\n").getBytes());
				exchange.getResponseBody().flush();
				await(this.opened, TICK);
			}
			exchange.close();
		}

		private static void await(CountDownLatch latch, Duration time) {
			try {
				latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		private void charge() {
			this.client.post().uri("/charge/{id}", 7).retrieve().toBodilessEntity();
		}

		private void poll() {
			this.client.get().uri("/poll").retrieve().toBodilessEntity();
			this.polls.incrementAndGet();
		}

		private void readEvents() {
			this.client.get().uri("/events").exchange((request, response) -> {
				InputStream events = response.getBody();
				for (int read = events.read(); read >= 0; read = events.read()) {
					if (read == '\n') {
						this.streams.incrementAndGet();
						events.readNBytes(1);
					}
				}
				return "closed";
			});
		}

		/**
		 * Let none wait any more: who reads from a response hears no interrupt.
		 */
		private void open() {
			this.opened.countDown();
		}

		private boolean isOpen() {
			return this.opened.getCount() == 0;
		}

		private void close() {
			this.server.stop(0);
			this.clerks.shutdownNow();
		}

	}

}
