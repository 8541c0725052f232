package io.github.gmr.hospital;

import java.time.Duration;

import io.github.gmr.remote.Remote;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Requests on Reactor Netty, and what Reactor runs.
 */
final class Reactive {

	private Reactive() {
	}

	@Sick(value = "blocking calls keep all event loops",
			says = { "event loop|reactor-http", "Reactive\\.price\\(Reactive\\.java:\\d+\\)" })
	@Setup(reactive = true)
	static void eventLoopsBlocked(Desk desk) throws Exception {
		desk.serves(Reactive::price).visitedBy(12);
	}

	private static Object price() throws Exception {
		return Remote.ask();
	}

	@Sick(value = "the boundedElastic scheduler is exhausted",
			says = { "boundedElastic", "20 ", "Reactive\\.price\\(Reactive\\.java:\\d+\\)" })
	@Setup(reactive = true)
	static void boundedElasticExhausted(Desk desk) throws Exception {
		desk.serves(() -> Mono.fromCallable(Reactive::price).subscribeOn(Schedulers.boundedElastic())).visitedBy(40);
	}

	@Sick(value = "the parallel scheduler is blocked",
			says = { "parallel", "2 ", "Reactive\\.price\\(Reactive\\.java:\\d+\\)" })
	@Setup(reactive = true)
	static void parallelBlocked(Desk desk) throws Exception {
		desk.serves(() -> Mono.fromCallable(Reactive::price).subscribeOn(Schedulers.parallel())).visitedBy(10);
	}

	@Sick(value = "a pool of connections of Reactor Netty is exhausted, requests wait on no thread",
			says = { "bank", "2 of 2|8 ", "127\\.0\\.0\\.1:\\d+|/order" })
	@Setup(reactive = true)
	static void nettyPoolExhausted(Desk desk) throws Exception {
		HttpClient client = HttpClient
			.create(ConnectionProvider.builder("bank")
				.maxConnections(2)
				.pendingAcquireMaxCount(-1)
				.pendingAcquireTimeout(Duration.ofMinutes(10))
				.build())
			.baseUrl("http://127.0.0.1:" + Remote.port());
		desk.serves(() -> client.get().uri("/").responseContent().aggregate().asString()).visitedBy(10);
	}

	@Sick(value = "a server without an answer, requests wait for it on no thread", says = { "10 ", "/order" })
	@Setup(reactive = true)
	static void silentServerOnNoThread(Desk desk) throws Exception {
		HttpClient client = HttpClient.create().baseUrl("http://127.0.0.1:" + Remote.port());
		desk.serves(() -> client.get().uri("/").responseContent().aggregate().asString()).visitedBy(10);
	}

	@Sick(value = "request threads of Tomcat block for a Mono that never comes",
			says = { "9 ", "Reactive\\.blockForPrice\\(Reactive\\.java:\\d+\\)" })
	static void blockForMono(Desk desk) throws Exception {
		desk.serves(Reactive::blockForPrice).visitedBy(9);
	}

	private static Object blockForPrice() {
		return Mono.never().block();
	}

}
