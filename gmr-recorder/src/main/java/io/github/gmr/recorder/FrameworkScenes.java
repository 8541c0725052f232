package io.github.gmr.recorder;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.netty.util.HashedWheelTimer;
import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.undertow.Undertow;
import io.undertow.server.handlers.BlockingHandler;
import kotlin.Unit;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.DelayKt;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.GlobalScope;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

import org.springframework.util.ConcurrencyThrottleSupport;

/**
 * Waits of Netty and Spring, and of servers for their clients.
 */
final class FrameworkScenes {

	private static final String BODY = "socket-read: reads a request from its client";

	private static final String ANSWER = "socket-write: writes a response to its client";

	private FrameworkScenes() {
	}

	static void play(Recording recording) throws Exception {
		netty(recording);
		spring(recording);
		limits(recording);
		coroutines(recording);
		undertow(recording);
		jetty(recording);
	}

	private static void netty(Recording recording) throws Exception {
		DefaultEventExecutor executor = new DefaultEventExecutor(
				(ThreadFactory) (task) -> Extras.named("netty-executor", task));
		executor.submit(() -> System.out.println("A task")).get();
		recording.named("idle: waits for a task", "netty-executor"::equals);
		new HashedWheelTimer((task) -> Extras.named("netty-timer", task), 10, TimeUnit.SECONDS).start();
		recording.named("idle: waits for a task that is due", "netty-timer"::equals);
		recording.both("future: waits for a future of Netty", () -> GlobalEventExecutor.INSTANCE.newPromise().await());
		recording.both("future: waits for a future of Netty", () -> GlobalEventExecutor.INSTANCE.newPromise().sync());
	}

	private static void spring(Recording recording) {
		Throttle throttle = new Throttle();
		throttle.setConcurrencyLimit(1);
		throttle.enter();
		recording.both("semaphore: waits for others, as a limit of Spring is reached", throttle::enter);
	}

	private static void limits(Recording recording) {
		RateLimiter limiter = RateLimiter.of("shop",
				RateLimiterConfig.custom()
					.limitForPeriod(1)
					.limitRefreshPeriod(Duration.ofDays(1))
					.timeoutDuration(Duration.ofDays(30))
					.build());
		limiter.acquirePermission();
		recording.both("sleep: waits until a limit of its rate lets it go on (Resilience4j)",
				limiter::acquirePermission);
		com.google.common.util.concurrent.RateLimiter slow = com.google.common.util.concurrent.RateLimiter
			.create(0.0001);
		slow.acquire();
		recording.both("sleep: waits until a limit of its rate lets it go on (Guava)", slow::acquire);
	}

	private static void coroutines(Recording recording) {
		recording.both("future: waits for a coroutine", () -> BuildersKt.runBlocking(EmptyCoroutineContext.INSTANCE,
				(scope, then) -> IntrinsicsKt.getCOROUTINE_SUSPENDED()));
		BuildersKt.launch(GlobalScope.INSTANCE, Dispatchers.getDefault(), CoroutineStart.DEFAULT,
				(scope, then) -> Unit.INSTANCE);
		recording.named("idle: waits for a task", (name) -> name.startsWith("DefaultDispatcher-worker-"));
		BuildersKt.launch(GlobalScope.INSTANCE, Dispatchers.getUnconfined(), CoroutineStart.DEFAULT,
				(scope, then) -> DelayKt.delay(3_600_000, then));
		recording.named("idle: waits for a task that is due", "kotlinx.coroutines.DefaultExecutor"::equals);
	}

	private static void undertow(Recording recording) throws Exception {
		Undertow server = Undertow.builder()
			.addHttpListener(0, "127.0.0.1")
			.setHandler(new BlockingHandler((exchange) -> {
				boolean body = exchange.getRequestMethod().equalToString("POST");
				Thread.currentThread().setName("undertow-" + exchange.getRequestMethod());
				if (body) {
					exchange.getInputStream().readAllBytes();
				}
				fill(exchange.getOutputStream());
			}))
			.build();
		server.start();
		int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
		send(port, "POST");
		recording.named(BODY, "undertow-POST"::equals);
		send(port, "GET");
		recording.named(ANSWER, "undertow-GET"::equals);
	}

	private static void jetty(Recording recording) throws Exception {
		Server server = new Server();
		ServerConnector connector = new ServerConnector(server);
		connector.setIdleTimeout(3_600_000);
		server.addConnector(connector);
		server.setHandler(new Handler.Abstract() {

			@Override
			public boolean handle(Request request, Response response, Callback callback) throws Exception {
				Thread.currentThread().setName("jetty-" + request.getMethod());
				if (request.getMethod().equals("POST")) {
					Content.Source.asInputStream(request).readAllBytes();
				}
				fill(Content.Sink.asOutputStream(response));
				return true;
			}

		});
		server.start();
		send(connector.getLocalPort(), "POST");
		recording.named(BODY, "jetty-POST"::equals);
		send(connector.getLocalPort(), "GET");
		recording.named(ANSWER, "jetty-GET"::equals);
	}

	private static void fill(OutputStream out) throws IOException {
		while (true) {
			out.write(new byte[1 << 20]);
		}
	}

	private static void send(int port, String method) throws IOException {
		Socket socket = new Socket("127.0.0.1", port);
		Extras.keep(socket);
		String length = method.equals("POST") ? "Content-Length: 100\r\n" : "";
		String request = method + " / HTTP/1.1\r\nHost: shop\r\n" + length + "\r\n";
		socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
	}

	private static final class Throttle extends ConcurrencyThrottleSupport {

		private void enter() {
			beforeAccess();
		}

	}

}
