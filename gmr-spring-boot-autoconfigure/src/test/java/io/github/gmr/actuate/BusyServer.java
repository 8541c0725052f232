package io.github.gmr.actuate;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.gmr.GuruMeditation;
import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.redact.RedactedReport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A server with requests that it has not answered yet. Its report is not asked for over
 * HTTP, which would be one more request.
 */
final class BusyServer implements AutoCloseable {

	private final WebServer server;

	private final Shop shop;

	private final List<CompletableFuture<HttpResponse<String>>> responses;

	private BusyServer(WebServer server, String path, int requests) {
		this.server = server;
		this.shop = server.context().getBean(Shop.class);
		HttpRequest request = HttpRequest.newBuilder(server.uri(path)).build();
		this.responses = Stream.generate(() -> server.client().sendAsync(request, BodyHandlers.ofString()))
			.limit(requests)
			.toList();
	}

	/**
	 * Start a server whose threads wait in the handler.
	 * @param requests how many of them
	 * @param arguments more arguments
	 * @return the server
	 */
	static BusyServer blocking(int requests, String... arguments) {
		return new BusyServer(WebServer.start(WebServerKind.MVC, Shop.class, arguments), "/blocking", requests);
	}

	/**
	 * Start a server that has no thread wait.
	 * @param requests how many requests are not answered
	 * @param arguments more arguments
	 * @return the server
	 */
	static BusyServer reactive(int requests, String... arguments) {
		return new BusyServer(WebServer.start(WebServerKind.WEBFLUX, Shop.class, arguments), "/reactive", requests);
	}

	/**
	 * Start a server that streams events.
	 * @param kind which server
	 * @param requests how many streams are open
	 * @param arguments more arguments
	 * @return the server
	 */
	static BusyServer streaming(WebServerKind kind, int requests, String... arguments) {
		return new BusyServer(WebServer.start(kind, Shop.class, arguments), "/stream", requests);
	}

	long port() {
		return this.server.uri("/").getPort();
	}

	/**
	 * Return what is wrong, now that the requests run.
	 * @return the findings, with all their text
	 */
	String findings() throws Exception {
		awaitRequests();
		return report().findings().toString();
	}

	/**
	 * Return what the server tells about itself, now that the requests run.
	 * @return the figures
	 */
	Map<String, Content> figures() throws Exception {
		awaitRequests();
		Fields web = (Fields) report().sections()
			.stream()
			.filter((section) -> section.name().equals("web"))
			.findFirst()
			.orElseThrow()
			.content();
		return ((Fields) web.values().get("server")).values();
	}

	private RedactedReport report() {
		return this.server.context().getBean(GuruMeditation.class).generate();
	}

	private void awaitRequests() throws InterruptedException {
		assertThat(this.shop.running.tryAcquire(this.responses.size(), 30, TimeUnit.SECONDS)).isTrue();
		this.shop.running.release(this.responses.size());
		await().atMost(30, TimeUnit.SECONDS)
			.until(() -> this.shop.blocked.stream().allMatch((thread) -> thread.getState() == Thread.State.WAITING));
	}

	@Override
	public void close() throws Exception {
		this.shop.answer.complete("sold");
		for (CompletableFuture<HttpResponse<String>> response : this.responses) {
			assertThat(response.get(30, TimeUnit.SECONDS).body()).contains("sold");
		}
		this.server.close();
	}

	@RestController
	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
	static class Shop {

		private final Semaphore running = new Semaphore(0);

		private final Queue<Thread> blocked = new ConcurrentLinkedQueue<>();

		private final CompletableFuture<String> answer = new CompletableFuture<>();

		@GetMapping("/blocking")
		String blocking() {
			this.blocked.add(Thread.currentThread());
			this.running.release();
			return this.answer.join();
		}

		@GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> stream() {
			this.running.release();
			return Flux.concat(Flux.just("first"), Mono.fromFuture(this.answer));
		}

		@GetMapping("/reactive")
		Mono<String> reactive() {
			this.running.release();
			return Mono.fromFuture(this.answer);
		}

	}

}
