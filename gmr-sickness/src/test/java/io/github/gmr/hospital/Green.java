package io.github.gmr.hospital;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

import com.zaxxer.hikari.HikariDataSource;
import io.github.gmr.remote.Remote;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * Virtual threads. The Java that this is compiled for has none.
 */
final class Green {

	static final String VIRTUAL = "spring.threads.virtual.enabled=true";

	private static final ReentrantLock LEFT = new ReentrantLock();

	private static final ReentrantLock RIGHT = new ReentrantLock();

	private static final Semaphore PERMITS = new Semaphore(0);

	private static final CompletableFuture<String> FUTURE = new CompletableFuture<>();

	private static final Object MONITOR = new Object();

	private Green() {
	}

	static void start(int count, Runnable task) throws Exception {
		ExecutorService threads = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor")
			.invoke(null);
		for (int i = 0; i < count; i++) {
			threads.execute(task);
		}
	}

	@Sick(value = "two virtual threads with crossed locks",
			says = { "Deadlock|2 ", "Green\\.cross\\(Green\\.java:\\d+\\)" })
	@Setup(leastJava = 21)
	static void crossedLocks() throws Exception {
		CountDownLatch both = new CountDownLatch(2);
		start(1, () -> cross(LEFT, RIGHT, both));
		start(1, () -> cross(RIGHT, LEFT, both));
	}

	private static void cross(ReentrantLock first, ReentrantLock second, CountDownLatch both) {
		first.lock();
		both.countDown();
		await(both);
		second.lock();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Sick(value = "500 virtual threads wait for a permit",
			says = { "500 ", "Semaphore", "Green\\.permit\\(Green\\.java:\\d+\\)" })
	@Setup(leastJava = 21)
	static void permits() throws Exception {
		start(500, Green::permit);
	}

	private static void permit() {
		PERMITS.acquireUninterruptibly();
	}

	@Sick(value = "60 requests on virtual threads wait for a lock whose holder waits for an answer",
			says = { "[56]\\d ", "Green\\.sellLocked\\(Green\\.java:\\d+\\)" })
	@Setup(leastJava = 21, settings = VIRTUAL)
	static void lock(Desk desk) throws Exception {
		desk.serves(Green::sellLocked).visitedBy(60);
	}

	private static Object sellLocked() throws Exception {
		LEFT.lock();
		try {
			return Remote.ask();
		}
		finally {
			LEFT.unlock();
		}
	}

	@Sick(value = "80 requests on virtual threads wait for one server",
			says = { "80 ", "Green\\.sell\\(Green\\.java:\\d+\\)" })
	@Setup(leastJava = 21, settings = VIRTUAL)
	static void remote(Desk desk) throws Exception {
		desk.serves(Green::sell).visitedBy(80);
	}

	private static Object sell() throws Exception {
		return Remote.ask();
	}

	@Sick(value = "virtual threads wait for the rest of answers that have begun",
			says = { "4 ", "127\\.0\\.0\\.1:\\d+", "rest", "Green\\.download\\(Green\\.java:\\d+\\)" })
	@Setup(leastJava = 21)
	static void body(ObservationRegistry observations) throws Exception {
		RestClient client = RestClient.builder()
			.requestFactory(new JdkClientHttpRequestFactory())
			.observationRegistry(observations)
			.baseUrl("http://127.0.0.1:" + Remote.halfPort())
			.build();
		start(4, () -> download(client));
	}

	private static void download(RestClient client) {
		client.get().uri("/file").retrieve().body(String.class);
	}

	@Sick(value = "requests on virtual threads exhaust a pool, 40 wait, its connections wait for an answer",
			says = { "10 of 10", "40 |50 ", "Green\\.book\\(Green\\.java:\\d+\\)" })
	@Setup(leastJava = 21, settings = { VIRTUAL, "spring.datasource.hikari.connection-timeout=600000" })
	static void pool(Desk desk, HikariDataSource pool) throws Exception {
		desk.serves(() -> book(pool)).visitedBy(50);
	}

	private static Object book(HikariDataSource pool) throws Exception {
		try (var connection = pool.getConnection()) {
			return connection.getMetaData().getURL() + Remote.ask();
		}
	}

	@Sick(value = "30 requests on virtual threads wait for a future that nobody completes",
			says = { "30 ", "Green\\.join\\(Green\\.java:\\d+\\)" })
	@Setup(leastJava = 21, settings = VIRTUAL)
	static void future(Desk desk) throws Exception {
		desk.serves(Green::join).visitedBy(30);
	}

	private static Object join() {
		return FUTURE.join();
	}

	@Sick(value = "40 virtual threads wait for a monitor that another one keeps",
			says = { "[34]\\d ", "Green\\.enter\\(Green\\.java:\\d+\\)|Green\\.keep\\(" })
	@Setup(leastJava = 21)
	static void monitor() throws Exception {
		start(1, Green::keep);
		Thread.sleep(500);
		start(40, Green::enter);
	}

	private static void keep() {
		synchronized (MONITOR) {
			try {
				Remote.ask();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	private static void enter() {
		synchronized (MONITOR) {
			throw new IllegalStateException("never here");
		}
	}

	@Sick(value = "virtual threads in class initialisers keep all carriers",
			says = { "carrier", "Green\\$(?:Tax|Duty)|Green\\.hold\\(" })
	@Setup(leastJava = 21,
			jvm = { "-Djdk.virtualThreadScheduler.parallelism=2", "-Djdk.virtualThreadScheduler.maxPoolSize=2" })
	static void carriers() throws Exception {
		start(1, Tax::rate);
		start(1, Duty::rate);
		Thread.sleep(500);
		start(20, Thread::onSpinWait);
	}

	private static void hold() {
		try {
			Thread.sleep(Long.MAX_VALUE);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class Tax {

		static {
			hold();
		}

		private static void rate() {
			// Is initialised now
		}

	}

	private static final class Duty {

		static {
			hold();
		}

		private static void rate() {
			// Is initialised now
		}

	}

}
