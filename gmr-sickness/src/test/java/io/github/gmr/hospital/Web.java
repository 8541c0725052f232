package io.github.gmr.hospital;

import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.gmr.remote.Remote;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Requests on Tomcat.
 */
final class Web {

	private static final RateLimiter LIMITER = RateLimiter.of("partner",
			RateLimiterConfig.custom()
				.limitForPeriod(1)
				.limitRefreshPeriod(Duration.ofHours(1))
				.timeoutDuration(Duration.ofHours(2))
				.build());

	private static volatile boolean closed;

	private Web() {
	}

	@Sick(value = "all request threads wait for one server, without a time limit",
			says = { "20 ", "127\\.0\\.0\\.1:\\d+|socket|Remote\\.ask", "Web\\.charge\\(Web\\.java:\\d+\\)" })
	static void allAtOneServer(Desk desk) throws Exception {
		desk.serves(Web::charge).visitedBy(45);
	}

	private static Object charge() throws Exception {
		return Remote.ask();
	}

	@Sick(value = "12 of 20 request threads wait for one server, the others are idle",
			says = { "12 ", "127\\.0\\.0\\.1:\\d+|socket|Remote\\.ask", "Web\\.charge\\(Web\\.java:\\d+\\)" })
	static void mostAtOneServer(Desk desk) throws Exception {
		desk.serves(Web::charge).visitedBy(12);
	}

	@Sick(value = "requests have stopped, before that 20 a second ended",
			says = { "stopped|20 of 20", "20 ", "Web\\.charge\\(Web\\.java:\\d+\\)" })
	static void stopped(Desk desk) throws Exception {
		desk.serves(() -> closed ? charge() : "paid").visitedEvery(50);
		Thread.sleep(20_000);
		closed = true;
	}

	@Sick(value = "all requests of a path fail", says = { "100 %", "GET /order", "Web\\.fail\\(Web\\.java:\\d+\\)" })
	static void failing(Desk desk) {
		desk.serves(Web::fail).visitedEvery(200);
	}

	private static Object fail() {
		throw new IllegalStateException("the basket has no owner");
	}

	@Sick(value = "a circuit breaker is open, all requests fail at once",
			says = { "payments|CallNotPermitted", "100 %|open", "Web\\.pay\\(Web\\.java:\\d+\\)|breaker" })
	@Setup(with = Breakers.class)
	static void openBreaker(Desk desk, CircuitBreakerRegistry breakers) {
		CircuitBreaker breaker = breakers.circuitBreaker("payments");
		breaker.transitionToForcedOpenState();
		desk.serves(() -> pay(breaker)).visitedEvery(200);
	}

	private static Object pay(CircuitBreaker breaker) {
		return breaker.executeSupplier(() -> "paid");
	}

	/**
	 * Circuit breakers as a bean.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Breakers {

		@Bean
		CircuitBreakerRegistry circuitBreakers() {
			return CircuitBreakerRegistry.ofDefaults();
		}

	}

	@Sick(value = "requests wait for a rate limiter that has used up its hour",
			says = { "RateLimiter|rate limiter", "7 |8 ", "Web\\.callPartner\\(Web\\.java:\\d+\\)" })
	static void rateLimiter(Desk desk) throws Exception {
		LIMITER.acquirePermission();
		desk.serves(Web::callPartner).visitedBy(8);
	}

	private static Object callPartner() {
		return LIMITER.executeSupplier(() -> "called");
	}

	@Sick(value = "clients do not read their responses, all request threads write",
			says = { "20 ", "[Ww]rit", "request threads|client" })
	@Setup(settings = "server.tomcat.connection-timeout=10m")
	static void clientsDoNotRead(Desk desk) throws Exception {
		byte[] large = new byte[30_000_000];
		desk.serves(() -> large).visitedBy(20);
	}

	@Sick(value = "clients do not send what they announced, all request threads read",
			says = { "20 ", "read", "request|client|body|upload" })
	@Setup(settings = "server.tomcat.connection-timeout=10m")
	static void clientsDoNotSend(Desk desk) throws Exception {
		desk.visitedBy(20, "POST /upload HTTP/1.1\r\nHost: hospital\r\nContent-Type: application/octet-stream\r\n"
				+ "Content-Length: 1000\r\n\r\nbegin");
	}

	@Sick(value = "streamed responses keep all threads of the application's executor",
			says = { "8 |20 ", "Web\\.stream\\(Web\\.java:\\d+\\)|applicationTaskExecutor" })
	@Setup(settings = "spring.mvc.async.request-timeout=10m")
	static void streamsKeepExecutor(Desk desk) throws Exception {
		desk.serves(() -> (StreamingResponseBody) Web::stream).visitedBy(20);
	}

	private static void stream(OutputStream out) throws java.io.IOException {
		out.write('[');
		out.flush();
		Remote.ask();
	}

	@Sick(value = "responses that nobody completes, on no thread", says = { "12 ", "/order" })
	@Setup(settings = "spring.mvc.async.request-timeout=10m")
	static void deferredForEver(Desk desk) throws Exception {
		desk.serves(() -> new DeferredResult<String>()).visitedBy(12);
	}

	@Sick(value = "a health indicator hangs, probes use up all request threads",
			says = { "20 ", "Web\\$Stock\\.health\\(Web\\.java:\\d+\\)" })
	@Setup(with = Stock.class)
	static void healthHangs(Desk desk) throws Exception {
		desk.visitedBy(20, "GET /actuator/health HTTP/1.1\r\nHost: hospital\r\n\r\n");
	}

	/**
	 * Asks a server whether it is well.
	 */
	static class Stock implements HealthIndicator {

		@Override
		public Health health() {
			try {
				return Health.up().withDetail("answer", Remote.ask()).build();
			}
			catch (java.io.IOException ex) {
				return Health.down(ex).build();
			}
		}

	}

	@Sick(value = "requests wait for a future that a dead worker should complete",
			says = { "6 |quote-worker", "Web\\.(?:quote|calculate)\\(Web\\.java:\\d+\\)" })
	static void futureOfDeadWorker(Desk desk) throws Exception {
		CompletableFuture<String> quotes = new CompletableFuture<>();
		Thread worker = new Thread(() -> calculate(quotes), "quote-worker");
		worker.start();
		desk.serves(() -> quote(quotes)).visitedBy(6);
	}

	private static void calculate(CompletableFuture<String> quotes) {
		throw new IllegalStateException("no course for " + quotes.getNumberOfDependents());
	}

	private static Object quote(CompletableFuture<String> quotes) throws Exception {
		return quotes.get();
	}

	@Sick(value = "the connections of the server are used up by clients that ask for nothing",
			says = { "60 of 60 connections|60 " })
	@Setup(settings = { "server.tomcat.max-connections=60", "server.tomcat.keep-alive-timeout=10m",
			"server.tomcat.connection-timeout=10m" })
	static void connectionsUsedUp(Desk desk) throws Exception {
		desk.visitedBy(70, "GET /order HTTP/1.1\r\n");
	}

	@Sick(value = "errors are logged all the time", says = { "errors were logged|ERROR", "\\d+ ", "Web" })
	static void errorsLogged() {
		Thread thread = new Thread(() -> {
			try {
				while (true) {
					org.apache.commons.logging.LogFactory.getLog(Web.class)
						.error("The parcel service refused parcel 7");
					Thread.sleep(500);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}, "parcels");
		thread.setDaemon(true);
		thread.start();
	}

}
