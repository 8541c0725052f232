package io.github.gmr.hospital;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import com.zaxxer.hikari.HikariDataSource;
import io.github.gmr.remote.Remote;
import io.github.gmr.sickness.Crowd;
import org.quartz.Scheduler;
import org.quartz.impl.StdSchedulerFactory;
import reactor.core.publisher.Flux;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Healthy applications that look as if they were not.
 */
final class Odd {

	private static final Crowd CROWD = new Crowd();

	private static final List<Object> KEPT = new ArrayList<>();

	private static volatile double result;

	private Odd() {
	}

	@Healthy("20 threads accept connections of one socket")
	static void acceptors() throws IOException {
		ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		CROWD.add(20, "acceptor", () -> accept(server));
	}

	private static void accept(ServerSocket server) throws IOException {
		server.accept().close();
	}

	@Healthy("server-sent events, open for ever")
	@Setup(settings = "spring.mvc.async.request-timeout=-1")
	static void serverSentEvents(Desk desk) throws Exception {
		desk.serves(() -> {
			SseEmitter emitter = new SseEmitter(-1L);
			emitter.send("opened");
			return emitter;
		}).visitedBy(15);
	}

	@Healthy("long polling of 25 s")
	static void longPolling(Desk desk) {
		desk.serves(() -> new DeferredResult<>(25_000L, "nothing new")).visitedEvery(2000);
	}

	@Healthy("streams of WebFlux, open for ever")
	@Setup(reactive = true)
	static void reactiveStreams(Desk desk) throws Exception {
		desk.serves(() -> Flux.interval(java.time.Duration.ofSeconds(20)).map(Object::toString)).visitedBy(10);
	}

	@Healthy("a slow download: two clients that read little")
	static void slowDownload(Desk desk) throws Exception {
		byte[] large = new byte[20_000_000];
		desk.serves(() -> large).visitedBy(2);
	}

	@Healthy("a pool of one connection, 60 ms each, 4 threads")
	@Setup(settings = "spring.datasource.hikari.maximum-pool-size=1")
	static void poolOfOne(HikariDataSource pool) {
		CROWD.add(4, "order", () -> borrowForEver(pool, 60));
	}

	@Healthy("all connections of a pool in use, 30 threads take turns of 20 ms")
	static void busyPool(HikariDataSource pool) {
		CROWD.add(30, "order", () -> borrowForEver(pool, 20));
	}

	private static void borrowForEver(HikariDataSource pool, long millis) throws Exception {
		while (true) {
			try (Connection connection = pool.getConnection()) {
				Thread.sleep(millis);
			}
		}
	}

	@Healthy("150 callers at once on a pool of 10, each minute")
	static void bursts(HikariDataSource pool) {
		CROWD.add(150, "caller", () -> {
			while (true) {
				try (Connection connection = pool.getConnection()) {
					Thread.sleep(30);
				}
				Thread.sleep(59_000);
			}
		});
	}

	@Healthy("a bounded queue with CallerRunsPolicy at 100 tasks a second")
	@Setup(with = CallerRuns.class)
	static void callerRuns(ThreadPoolTaskExecutor pages) {
		CROWD.add(1, "crawler", () -> {
			while (true) {
				pages.submit(() -> {
					Thread.sleep(20);
					return "page";
				});
			}
		});
	}

	/**
	 * An executor whose callers help.
	 */
	@Configuration(proxyBeanMethods = false)
	static class CallerRuns {

		@Bean
		ThreadPoolTaskExecutor pages() {
			ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
			executor.setCorePoolSize(2);
			executor.setMaxPoolSize(2);
			executor.setQueueCapacity(20);
			executor.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
			return executor;
		}

	}

	@Healthy("18 of 20 request threads in a page that takes 6 s")
	static void slowPage(Desk desk) {
		desk.serves(() -> {
			Thread.sleep(6000);
			return "page";
		}).visitedEvery(333);
	}

	@Healthy("a lock that 16 threads share, a millisecond each")
	static void sharedLock() {
		ReentrantLock lock = new ReentrantLock();
		CROWD.add(16, "counter", () -> {
			while (true) {
				lock.lockInterruptibly();
				try {
					Thread.sleep(1);
				}
				finally {
					lock.unlock();
				}
				Thread.sleep(2);
			}
		});
	}

	@Healthy("60 pools with idle threads")
	static void idlePools() throws Exception {
		for (int i = 0; i < 60; i++) {
			ExecutorService pool = Executors.newFixedThreadPool(3);
			for (int j = 0; j < 3; j++) {
				pool.submit(Object::new).get();
			}
		}
	}

	@Healthy("a batch that computes without a pause")
	static void batch() {
		CROWD.add(1, "batch", () -> {
			while (true) {
				result = Math.sin(result + 1);
			}
		});
	}

	@Healthy("a scheduled task that sleeps for 40 s between its steps")
	@Setup(with = Sleeper.class)
	static void scheduledSleeper() {
		// The scheduler does it
	}

	/**
	 * A task with pauses.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Sleeper {

		@Scheduled(fixedDelay = 1000)
		void poll() throws InterruptedException {
			for (int i = 0; i < 3; i++) {
				Thread.sleep(40_000);
			}
		}

	}

	@Healthy("a thread waits for the end of the process at a latch, as leaders and main programs do")
	static void leader() {
		CountDownLatch end = new CountDownLatch(1);
		CROWD.add(1, "leader-election", end::await);
	}

	@Healthy("consumers of queues that are empty")
	static void consumers() {
		BlockingQueue<Object> queue = new LinkedBlockingQueue<>();
		CROWD.add(12, "consumer", () -> KEPT.add(queue.take()));
		CROWD.add(3, "delayed", () -> KEPT.add(new DelayQueue<>().take()));
	}

	@Healthy("a reader of an endless stream that is quiet")
	static void subscription() {
		CROWD.add(1, "subscription", () -> {
			try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Remote.port());
					InputStream in = socket.getInputStream()) {
				in.read();
			}
		});
	}

	@Healthy("a directory that is watched")
	static void watchedDirectory() throws IOException {
		WatchService watch = FileSystems.getDefault().newWatchService();
		Path.of(System.getProperty("java.io.tmpdir")).register(watch, StandardWatchEventKinds.ENTRY_CREATE);
		CROWD.add(1, "watcher", () -> watch.take().reset());
	}

	@Healthy("a timer and a scheduler with nothing due for an hour")
	static void idleTimers() {
		new Timer("hourly").schedule(new TimerTask() {

			@Override
			public void run() {
				result++;
			}

		}, 3_600_000);
		Executors.newScheduledThreadPool(2).schedule(Object::new, 1, TimeUnit.HOURS);
	}

	@Healthy("four threads that meet at a barrier every 5 s")
	static void barrier() {
		CyclicBarrier barrier = new CyclicBarrier(4);
		CROWD.add(4, "stage", () -> {
			for (int i = 0;; i++) {
				Thread.sleep((i % 4 == Thread.currentThread().getName().charAt(6) - '1') ? 5000 : 10);
				barrier.await();
			}
		});
	}

	@Healthy("a limit of two at a time, eight threads wait for some seconds each")
	static void limitOfTwo() {
		Semaphore permits = new Semaphore(2);
		CROWD.add(8, "export", () -> {
			while (true) {
				permits.acquire();
				try {
					Thread.sleep(1500);
				}
				finally {
					permits.release();
				}
			}
		});
	}

	@Healthy("a child process whose output is read, and is quiet")
	static void quietChild() throws IOException {
		Process child = new ProcessBuilder("sleep", "3000").start();
		Runtime.getRuntime().addShutdownHook(new Thread(child::destroyForcibly));
		CROWD.add(1, "gobbler", () -> child.getInputStream().read());
	}

	@Healthy("Quartz with nothing to do")
	static void idleQuartz() throws Exception {
		Scheduler scheduler = new StdSchedulerFactory().getScheduler();
		scheduler.start();
	}

	@Healthy("a nightly batch that fills the queue of an executor and is worked off")
	static void nightlyBatch(ThreadPoolTaskExecutor executor) {
		for (int i = 0; i < 3000; i++) {
			executor.submit(() -> {
				Thread.sleep(200);
				return "done";
			});
		}
	}

	@Healthy("a call to a server that answers long polls after 50 s")
	static void outgoingPolls() throws IOException {
		com.sun.net.httpserver.HttpServer server = com.sun.net.httpserver.HttpServer
			.create(new java.net.InetSocketAddress("127.0.0.1", 0), 0);
		server.setExecutor(Executors.newCachedThreadPool());
		server.createContext("/", (exchange) -> {
			try {
				Thread.sleep(50_000);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		server.start();
		java.net.http.HttpClient client = java.net.http.HttpClient.newHttpClient();
		java.net.URI uri = java.net.URI.create("http://127.0.0.1:" + server.getAddress().getPort());
		CROWD.add(2, "news", () -> {
			while (true) {
				client.send(java.net.http.HttpRequest.newBuilder(uri).build(),
						java.net.http.HttpResponse.BodyHandlers.discarding());
			}
		});
	}

	@Healthy("garbage of 20 MB a second")
	static void garbage() {
		CROWD.add(1, "parser", () -> {
			while (true) {
				KEPT.add(new byte[2_000_000]);
				KEPT.clear();
				Thread.sleep(100);
			}
		});
	}

	@Healthy("futures that are completed after some seconds, awaited by requests")
	static void slowFutures(Desk desk) {
		desk.serves(() -> CompletableFuture
			.supplyAsync(() -> "there", CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS))
			.get()).visitedEvery(500);
	}

	@Healthy("one request in ten fails")
	static void someFail(Desk desk) {
		int[] count = new int[1];
		desk.serves(() -> {
			if (++count[0] % 10 == 0) {
				throw new IllegalStateException("out of stock");
			}
			return "sold";
		}).visitedEvery(300);
	}

	@Healthy("virtual threads, each for one export, ten of which run at a time")
	@Setup(leastJava = 21)
	static void limitedVirtualThreads() throws Exception {
		ExecutorService threads = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor")
			.invoke(null);
		Semaphore permits = new Semaphore(10);
		CROWD.add(1, "orders", () -> {
			while (true) {
				for (int i = 0; i < 50; i++) {
					threads.execute(() -> export(permits));
				}
				Thread.sleep(2000);
			}
		});
	}

	private static void export(Semaphore permits) {
		permits.acquireUninterruptibly();
		try {
			Thread.sleep(300);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			permits.release();
		}
	}

	@Healthy("2000 virtual threads that sleep")
	@Setup(leastJava = 21)
	static void sleepingVirtualThreads() throws Exception {
		ExecutorService threads = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor")
			.invoke(null);
		for (int i = 0; i < 2000; i++) {
			threads.submit(() -> {
				Thread.sleep(java.time.Duration.ofHours(2).toMillis());
				return "awake";
			});
		}
	}

}
