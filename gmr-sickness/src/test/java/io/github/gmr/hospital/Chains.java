package io.github.gmr.hospital;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import io.github.gmr.remote.Remote;
import io.github.gmr.sickness.Crowd;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Work that waits for what waits for something else: the first finding is the end of the
 * chain.
 */
final class Chains {

	private static final String PATIENCE = "spring.datasource.hikari.connection-timeout=600000";

	private static final ReentrantLock LEDGER = new ReentrantLock();

	private static final Object MONITOR = new Object();

	private static final Semaphore SLOTS = new Semaphore(3);

	private static final Map<String, Object> CACHE = new ConcurrentHashMap<>();

	private static final Crowd CROWD = new Crowd();

	private Chains() {
	}

	@Sick(value = "20 requests, a pool of 10, a lock, one answer",
			says = { "10 of 10|20 |19 ", "^.*Chains\\.post\\(Chains\\.java:\\d+\\)" })
	@Setup(settings = PATIENCE)
	static void poolLockRemote(Desk desk, HikariDataSource pool) throws Exception {
		desk.serves(() -> {
			try (Connection connection = pool.getConnection()) {
				return connection.getCatalog() + lockAndPost();
			}
		}).visitedBy(20);
	}

	private static Object lockAndPost() throws Exception {
		LEDGER.lock();
		try {
			return post();
		}
		finally {
			LEDGER.unlock();
		}
	}

	private static Object post() throws Exception {
		return Remote.ask();
	}

	@Sick(value = "16 requests, futures, the 8 threads of the application's executor, one server",
			says = { "8 ", "16 ", "^.*(?:Chains\\.post\\()" })
	static void futuresExecutorRemote(Desk desk, ThreadPoolTaskExecutor executor) throws Exception {
		desk.serves(() -> executor.submit(Chains::post).get()).visitedBy(16);
	}

	@Sick(value = "14 requests, futures, the 8 threads of the application's executor, an exhausted pool, one server",
			says = { "14 |4 of 4", "Chains\\.(?:post|fillPool)\\(" })
	@Setup(settings = { PATIENCE, "spring.datasource.hikari.maximum-pool-size=4" })
	static void futuresExecutorPoolRemote(Desk desk, ThreadPoolTaskExecutor executor, HikariDataSource pool)
			throws Exception {
		desk.serves(() -> executor.submit(() -> {
			try (Connection connection = pool.getConnection()) {
				return connection.getCatalog() + post();
			}
		}).get()).visitedBy(14);
	}

	@Sick(value = "6 requests, joined futures, the common pool, one server",
			says = { "6 ", "common ?[pP]ool", "Chains\\.(?:post|quietPost)\\(" })
	@Setup(jvm = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4")
	static void joinCommonPoolRemote(Desk desk) throws Exception {
		desk.serves(() -> CompletableFuture
			.allOf(Stream.generate(() -> CompletableFuture.runAsync(Chains::quietPost))
				.limit(3)
				.toArray(CompletableFuture[]::new))
			.join()).visitedBy(6);
	}

	private static void quietPost() {
		try {
			post();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Sick(value = "the scheduler's only thread, a lock, a request, one answer",
			says = { "Chains\\.post\\(|Chains\\.lockAndPost\\(", "Close\\S*\\.close|scheduling-1|overdue" })
	@Setup(with = Close.class)
	static void schedulerLockRemote(Desk desk) throws Exception {
		desk.serves(Chains::lockAndPost).visitedBy(1);
	}

	/**
	 * Needs the ledger each second.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Close {

		@Scheduled(fixedDelay = 3000, initialDelay = 5000)
		void close() {
			LEDGER.lock();
			LEDGER.unlock();
		}

	}

	@Sick(value = "12 requests, a monitor, a pool whose connections were never given back",
			says = { "10 of 10", "dataSource", "12 |11 " })
	@Setup(settings = PATIENCE)
	static void monitorPoolLeak(Desk desk, HikariDataSource pool) throws Exception {
		Stream.generate(() -> lend(pool))
			.limit(10)
			.forEach((connection) -> CACHE.put(connection.toString(), connection));
		desk.serves(() -> {
			synchronized (MONITOR) {
				return lend(pool);
			}
		}).visitedBy(12);
	}

	private static Object lend(HikariDataSource pool) {
		try {
			return pool.getConnection();
		}
		catch (java.sql.SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Sick(value = "13 requests, a Semaphore, its 3 holders, one server",
			says = { "13 |10 |3 ", "Semaphore", "Chains\\.post\\(" })
	static void semaphoreRemote(Desk desk) throws Exception {
		desk.serves(() -> {
			SLOTS.acquire();
			try {
				return post();
			}
			finally {
				SLOTS.release();
			}
		}).visitedBy(13);
	}

	@Sick(value = "15 requests, one key of a cache, its loader, one answer",
			says = { "14 |15 ", "^.*Chains\\.quietPost\\(|^.*Chains\\.post\\(" })
	static void cacheRemote(Desk desk) throws Exception {
		desk.serves(() -> CACHE.computeIfAbsent("rates", (key) -> {
			quietPost();
			return key;
		})).visitedBy(15);
	}

	@Sick(value = "7 producers, a full queue, its consumer, an exhausted pool, one server",
			says = { "7 |10 of 10", "Chains\\.(?:post|consume)\\(" })
	@Setup(settings = PATIENCE)
	static void queueConsumerPoolRemote(HikariDataSource pool) throws Exception {
		BlockingQueue<String> queue = new ArrayBlockingQueue<>(5);
		CROWD.add(10, "settlement", () -> {
			try (Connection connection = pool.getConnection()) {
				post();
			}
		});
		Crowd.await(() -> pool.getHikariPoolMXBean().getActiveConnections() == 10);
		CROWD.add(1, "event-consumer", () -> consume(queue, pool));
		CROWD.add(7, "event-producer", () -> {
			while (true) {
				queue.put("event");
			}
		});
	}

	private static void consume(BlockingQueue<String> queue, HikariDataSource pool) throws Exception {
		queue.take();
		pool.getConnection().close();
	}

	@Sick(value = "9 requests, a lock, its holder waits for a child process",
			says = { "9 |8 ", "^.*Chains\\.runChild\\(", "process" })
	static void lockChildProcess(Desk desk) throws Exception {
		desk.serves(() -> {
			LEDGER.lock();
			try {
				return runChild();
			}
			finally {
				LEDGER.unlock();
			}
		}).visitedBy(9);
	}

	private static Object runChild() throws Exception {
		return new ProcessBuilder(List.of("sleep", "300")).start().waitFor();
	}

	@Sick(value = "11 requests, a pool of 10, rows locked by one transaction that sleeps",
			says = { "10 of 10|9 |10 ", "Chains\\.(?:sleepInTransaction|reserve)\\(" })
	@Setup(settings = PATIENCE)
	static void poolRowLock(Desk desk, HikariDataSource pool) throws Exception {
		try (Connection connection = pool.getConnection()) {
			connection.createStatement().execute("create table seat (id int primary key, taken int)");
			connection.createStatement().execute("insert into seat values (1, 0)");
		}
		CROWD.add(1, "night-batch", () -> sleepInTransaction(pool));
		Thread.sleep(2000);
		desk.serves(() -> reserve(pool)).visitedBy(11);
	}

	private static void sleepInTransaction(HikariDataSource pool) throws Exception {
		try (Connection connection = pool.getConnection()) {
			connection.setAutoCommit(false);
			connection.createStatement().execute("update seat set taken = 1 where id = 1");
			Thread.sleep(Long.MAX_VALUE);
		}
	}

	private static Object reserve(HikariDataSource pool) throws Exception {
		try (Connection connection = pool.getConnection()) {
			connection.createStatement().execute("set lock_timeout 600000");
			return connection.createStatement().executeUpdate("update seat set taken = 2 where id = 1");
		}
	}

}
