package io.github.gmr.sickness;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.coyote.AbstractProtocol;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Conditions of requests.
 */
@Configuration(proxyBeanMethods = false)
class WebWard {

	/**
	 * Longer than what the configuration calls slow or stuck.
	 */
	private static final Duration LONG = Duration.ofMillis(2200);

	private static final HttpClient http = HttpClient.newHttpClient();

	@Bean("sick request-threads-stuck")
	Condition stuckRequests(Environment environment, Shop shop) {
		return new Waiting(environment, shop, 7);
	}

	@Bean("well request-threads-stuck")
	Condition busyClients(Environment environment) {
		return new Busy(environment, 7);
	}

	@Bean("sick requests-slow")
	Condition slowRequest(Environment environment, Shop shop) {
		return new Waiting(environment, shop, 2);
	}

	@Bean("well requests-slow")
	Condition quickRequests(Environment environment) {
		return new Busy(environment, 1);
	}

	@Bean("sick server-connections-exhausted")
	Condition crowdedServer(ApplicationContext context) {
		return new Visitors(context, 50);
	}

	@Bean("well server-connections-exhausted")
	Condition visitedServer(ApplicationContext context) {
		return new Visitors(context, 30);
	}

	static void get(Environment environment, String path) throws Exception {
		String port = environment.getRequiredProperty("local.server.port");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
		http.send(request, BodyHandlers.discarding());
	}

	/**
	 * Answers requests.
	 */
	@RestController
	static class Shop {

		private final AtomicInteger waiting = new AtomicInteger();

		private volatile CountDownLatch delivery = new CountDownLatch(0);

		private volatile boolean closed;

		/**
		 * Let the next ones at the checkout fail.
		 */
		void closed(boolean closed) {
			this.closed = closed;
		}

		/**
		 * Let deliveries wait.
		 */
		void close() {
			this.delivery = new CountDownLatch(1);
		}

		/**
		 * Let all deliveries through.
		 */
		void open() {
			this.delivery.countDown();
		}

		@GetMapping({ "/checkout/{till}", "/till/{till}" })
		String checkout(@PathVariable int till) {
			if (this.closed) {
				throw new IllegalStateException("The till " + till + " is closed");
			}
			return "paid";
		}

		@GetMapping("/basket")
		String basket() {
			return "empty";
		}

		@GetMapping("/delivery")
		String delivery() throws InterruptedException {
			this.waiting.incrementAndGet();
			this.delivery.await();
			this.waiting.decrementAndGet();
			return "there";
		}

	}

	/**
	 * Requests that wait for something.
	 */
	private record Waiting(Environment environment, Shop shop, int count, Crowd crowd) implements Condition {

		private Waiting(Environment environment, Shop shop, int count) {
			this(environment, shop, count, new Crowd());
		}

		@Override
		public void begin() throws Exception {
			this.shop.delivery = new CountDownLatch(1);
			this.crowd.add(this.count, "client", () -> get(this.environment, "/delivery"));
			Crowd.await(() -> this.shop.waiting.get() == this.count);
			Crowd.awaitAge(System.nanoTime(), LONG);
		}

		@Override
		public void end() throws Exception {
			this.shop.delivery.countDown();
			Crowd.await(() -> this.shop.waiting.get() == 0);
			this.crowd.end();
		}

	}

	/**
	 * Clients that connect and ask for nothing.
	 */
	private record Visitors(ApplicationContext context, int count, Deque<Socket> sockets) implements Condition {

		private Visitors(ApplicationContext context, int count) {
			this(context, count, new ArrayDeque<>());
		}

		@Override
		public void begin() throws Exception {
			while (connections() < this.count) {
				int port = this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
				this.sockets.add(new Socket(InetAddress.getLoopbackAddress(), port));
				long open = this.sockets.size();
				Crowd.await(() -> connections() >= Math.min(open, this.count));
			}
		}

		private long connections() {
			return ((AbstractProtocol<?>) ((TomcatWebServer) ((ServletWebServerApplicationContext) this.context)
				.getWebServer()).getTomcat().getConnector().getProtocolHandler()).getConnectionCount();
		}

		@Override
		public void end() throws Exception {
			while (!this.sockets.isEmpty()) {
				this.sockets.remove().close();
			}
			Crowd.await(() -> connections() < this.count / 2);
		}

	}

	/**
	 * Clients that ask again and again for what is there at once.
	 */
	private record Busy(Environment environment, int count, Crowd crowd) implements Condition {

		private Busy(Environment environment, int count) {
			this(environment, count, new Crowd());
		}

		@Override
		public void begin() {
			this.crowd.add(this.count, "client", () -> {
				while (!Thread.currentThread().isInterrupted()) {
					get(this.environment, "/basket");
					Thread.sleep(20);
				}
			});
		}

		@Override
		public void end() throws Exception {
			this.crowd.end();
		}

	}

}
