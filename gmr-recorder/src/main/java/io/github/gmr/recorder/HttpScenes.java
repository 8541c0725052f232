package io.github.gmr.recorder;

import java.net.URI;
import java.time.Duration;

import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Waits of HTTP clients, and for what is reactive.
 */
final class HttpScenes {

	private static final String RESPONSE = "remote: waits for an HTTP response (Apache HttpClient)";

	private HttpScenes() {
	}

	static void play(Recording recording) throws Exception {
		String uri = "http://127.0.0.1:" + new SilentServer().port() + "/";
		for (PoolConcurrencyPolicy policy : PoolConcurrencyPolicy.values()) {
			apache(recording, uri, policy);
		}
		apache4(recording, uri);
		recording.both("remote: waits for an HTTP response (OkHttp)",
				() -> new OkHttpClient.Builder().readTimeout(Duration.ZERO)
					.build()
					.newCall(new Request.Builder().url(uri).build())
					.execute());
		String block = "future: waits for a reactive result (block)";
		recording.both(block, () -> HttpClient.create().get().uri(URI.create(uri)).response().block());
		recording.both(block, () -> Mono.never().block(Duration.ofHours(1)));
		recording.both(block, () -> Flux.never().blockLast());
		recording.both(block, () -> Flux.never().toIterable().iterator().hasNext());
		recording.named("idle: waits for events of its channels",
				(name) -> name.startsWith("reactor-http-") && name.endsWith("1"));
	}

	private static void apache(Recording recording, String uri, PoolConcurrencyPolicy policy) {
		PoolingHttpClientConnectionManager pool = PoolingHttpClientConnectionManagerBuilder.create()
			.setMaxConnPerRoute(1)
			.setMaxConnTotal(1)
			.setPoolConcurrencyPolicy(policy)
			.build();
		CloseableHttpClient client = HttpClients.custom().setConnectionManager(pool).build();
		recording.platform(RESPONSE, () -> client.execute(new HttpGet(uri), (response) -> response.getCode()));
		if (policy != PoolConcurrencyPolicy.LAX) {
			recording.both("pool: waits for a connection of Apache HttpClient",
					() -> client.execute(new HttpGet(uri), (response) -> response.getCode()));
		}
	}

	private static void apache4(Recording recording, String uri) {
		org.apache.http.impl.client.CloseableHttpClient client = org.apache.http.impl.client.HttpClients.custom()
			.setMaxConnPerRoute(1)
			.setMaxConnTotal(1)
			.build();
		recording.platform(RESPONSE, () -> client.execute(new org.apache.http.client.methods.HttpGet(uri)));
		recording.both("pool: waits for a connection of Apache HttpClient",
				() -> client.execute(new org.apache.http.client.methods.HttpGet(uri)));
	}

}
