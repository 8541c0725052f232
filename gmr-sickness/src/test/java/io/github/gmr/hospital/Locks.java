package io.github.gmr.hospital;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

import io.github.gmr.remote.Remote;
import io.github.gmr.sickness.Crowd;
import sun.misc.Signal;

/**
 * Threads that wait for each other, or for what never comes.
 */
final class Locks {

	private static final Object MONITOR = new Object();

	private static final ReentrantLock LOCK = new ReentrantLock();

	private static final ReentrantReadWriteLock CATALOGUE = new ReentrantReadWriteLock();

	private static final ReentrantReadWriteLock PRICES = new ReentrantReadWriteLock();

	private static final StampedLock STAMPED = new StampedLock();

	private static final Semaphore PERMITS = new Semaphore(2);

	private static final CountDownLatch LATCH = new CountDownLatch(1);

	private static final CompletableFuture<String> FUTURE = new CompletableFuture<>();

	private static final CyclicBarrier BARRIER = new CyclicBarrier(4);

	private static final Phaser PHASER = new Phaser(5);

	private static final Exchanger<String> EXCHANGER = new Exchanger<>();

	private static final Condition CONDITION = LOCK.newCondition();

	private static final Map<String, String> CACHE = new ConcurrentHashMap<>();

	private static final Crowd CROWD = new Crowd();

	private Locks() {
	}

	@Sick(value = "a thread that holds the read lock wants the write lock, readers wait behind it",
			says = { "ReentrantReadWriteLock|write lock", "updater|6 ", "Locks\\.update\\(Locks\\.java:\\d+\\)" })
	static void upgradedReadLock() throws Exception {
		CROWD.add(1, "updater", Locks::update);
		Crowd.await(CATALOGUE::hasQueuedThreads);
		CROWD.add(5, "reader", Locks::look);
	}

	private static void update() {
		CATALOGUE.readLock().lock();
		CATALOGUE.writeLock().lock();
	}

	private static void look() {
		CATALOGUE.readLock().lock();
		CATALOGUE.readLock().unlock();
	}

	@Sick(value = "two threads have a read lock each and want to write what the other one reads",
			says = { "ReentrantReadWriteLock|write lock", "2 ", "Locks\\.move\\(Locks\\.java:\\d+\\)" })
	static void crossedReadLocks() {
		CountDownLatch both = new CountDownLatch(2);
		CROWD.add(1, "mover-1", () -> move(CATALOGUE, PRICES, both));
		CROWD.add(1, "mover-2", () -> move(PRICES, CATALOGUE, both));
	}

	private static void move(ReentrantReadWriteLock from, ReentrantReadWriteLock to, CountDownLatch both)
			throws InterruptedException {
		from.readLock().lock();
		both.countDown();
		both.await();
		to.writeLock().lock();
	}

	@Sick(value = "the write lock of a StampedLock was never given back",
			says = { "StampedLock", "6 ", "Locks\\.quote\\(Locks\\.java:\\d+\\)" })
	static void forgottenStamp(Desk desk) throws Exception {
		STAMPED.writeLock();
		desk.serves(Locks::quote).visitedBy(6);
	}

	private static Object quote() {
		long stamp = STAMPED.readLock();
		try {
			return "12.30";
		}
		finally {
			STAMPED.unlockRead(stamp);
		}
	}

	@Sick(value = "permits of a Semaphore were lost, requests wait for one",
			says = { "Semaphore", "8 ", "Locks\\.pack\\(Locks\\.java:\\d+\\)" })
	static void lostPermits(Desk desk) throws Exception {
		PERMITS.acquire(2);
		desk.serves(Locks::pack).visitedBy(8);
	}

	private static Object pack() throws InterruptedException {
		PERMITS.acquire();
		try {
			return "packed";
		}
		finally {
			PERMITS.release();
		}
	}

	@Sick(value = "a latch that nobody counts down",
			says = { "CountDownLatch|latch", "3 ", "Locks\\.load\\(Locks\\.java:\\d+\\)" })
	static void latchForEver() {
		CROWD.add(3, "importer", Locks::load);
	}

	private static void load() throws InterruptedException {
		LATCH.await();
	}

	@Sick(value = "a CompletableFuture that nobody completes, requests join it",
			says = { "CompletableFuture|future", "6 ", "Locks\\.stock\\(Locks\\.java:\\d+\\)" })
	static void futureForEver(Desk desk) throws Exception {
		desk.serves(Locks::stock).visitedBy(6);
	}

	private static Object stock() {
		return FUTURE.join();
	}

	@Sick(value = "a barrier at which one thread is missing",
			says = { "CyclicBarrier|barrier", "3 ", "Locks\\.meet\\(Locks\\.java:\\d+\\)" })
	static void barrierWithoutLast() {
		CROWD.add(3, "worker", Locks::meet);
	}

	private static void meet() throws Exception {
		BARRIER.await();
	}

	@Sick(value = "a Phaser at which one party is missing",
			says = { "Phaser", "4 ", "Locks\\.advance\\(Locks\\.java:\\d+\\)" })
	static void phaserWithoutLast() {
		CROWD.add(4, "stage", Locks::advance);
	}

	private static void advance() {
		PHASER.arriveAndAwaitAdvance();
	}

	@Sick(value = "an Exchanger without a partner",
			says = { "Exchanger|partner", "Locks\\.swap\\(Locks\\.java:\\d+\\)" })
	static void exchangerWithoutPartner() {
		CROWD.add(1, "swapper", Locks::swap);
	}

	private static void swap() throws InterruptedException {
		EXCHANGER.exchange("one");
	}

	@Sick(value = "a Condition that nobody signals",
			says = { "Condition|condition|signal", "5 ", "Locks\\.awaitStock\\(Locks\\.java:\\d+\\)" })
	static void conditionForEver(Desk desk) throws Exception {
		desk.serves(Locks::awaitStock).visitedBy(5);
	}

	private static Object awaitStock() throws InterruptedException {
		LOCK.lock();
		try {
			CONDITION.await();
			return "there";
		}
		finally {
			LOCK.unlock();
		}
	}

	@Sick(value = "a notify that came before the wait",
			says = { "waits? for|notif", "4 ", "Locks\\.awaitNotice\\(Locks\\.java:\\d+\\)" })
	static void lostNotify(Desk desk) throws Exception {
		desk.serves(Locks::awaitNotice).visitedBy(4);
	}

	private static Object awaitNotice() throws InterruptedException {
		synchronized (MONITOR) {
			MONITOR.wait();
			return "noticed";
		}
	}

	@Sick(value = "crossed computeIfAbsent", says = { "Deadlock of 2", "Locks\\.\\S*fill\\S*\\(Locks\\.java:\\d+\\)" })
	static void crossedComputeIfAbsent() {
		CountDownLatch both = new CountDownLatch(2);
		CROWD.add(1, "cache-1", () -> fill("a", "b", both));
		CROWD.add(1, "cache-2", () -> fill("b", "a", both));
	}

	private static void fill(String one, String other, CountDownLatch both) {
		CACHE.computeIfAbsent(one, (key) -> {
			arrive(both);
			return CACHE.computeIfAbsent(other, (next) -> "value");
		});
	}

	@Sick(value = "deadlock of three threads: a monitor, a lock and a write lock",
			says = { "Deadlock of 3", "Locks\\.(?:takeMonitor|takeLock|takeWrite)\\(Locks\\.java:\\d+\\)" })
	static void deadlockOfThree() {
		CountDownLatch all = new CountDownLatch(3);
		CROWD.add(1, "three-1", () -> takeMonitor(all));
		CROWD.add(1, "three-2", () -> takeLock(all));
		CROWD.add(1, "three-3", () -> takeWrite(all));
	}

	private static void takeMonitor(CountDownLatch all) {
		synchronized (MONITOR) {
			arrive(all);
			LOCK.lock();
		}
	}

	private static void takeLock(CountDownLatch all) {
		LOCK.lock();
		arrive(all);
		PRICES.writeLock().lock();
	}

	private static void takeWrite(CountDownLatch all) {
		PRICES.writeLock().lock();
		arrive(all);
		synchronized (MONITOR) {
			throw new IllegalStateException("never here");
		}
	}

	@Sick(value = "deadlock with the thread of a signal handler of the application",
			says = { "Deadlock of 2", "Locks\\.\\S+\\(Locks\\.java:\\d+\\)" })
	static void deadlockOfSignalHandler() throws Exception {
		CountDownLatch both = new CountDownLatch(2);
		Signal.handle(new Signal("USR2"), (signal) -> {
			LOCK.lock();
			arrive(both);
			synchronized (MONITOR) {
				LOCK.unlock();
			}
		});
		CROWD.add(1, "reload", () -> takeMonitor(both));
		Signal.raise(new Signal("USR2"));
		both.await();
	}

	@Sick(value = "a monitor kept during a remote read, 19 of 20 requests wait for it", says = { "19 |20 ",
			"127\\.0\\.0\\.1:\\d+|reads? from a socket|socket", "Locks\\.charge\\(Locks\\.java:\\d+\\)" })
	static void monitorDuringRemoteRead(Desk desk) throws Exception {
		desk.serves(Locks::charge).visitedBy(20);
	}

	private static Object charge() throws Exception {
		synchronized (MONITOR) {
			return Remote.ask();
		}
	}

	@Sick(value = "8 threads wait for a lock whose holder sleeps",
			says = { "8 ", "ReentrantLock|a lock", "Locks\\.(?:hold|want)\\(Locks\\.java:\\d+\\)" })
	static void convoyOfEight() throws Exception {
		convoy(LOCK, 8);
	}

	@Sick(value = "two convoys at once, of 12 and 15 threads",
			says = { "15 ", "ReentrantLock|a lock", "Locks\\.(?:hold|want)\\(Locks\\.java:\\d+\\)" })
	static void twoConvoys() throws Exception {
		convoy(LOCK, 12);
		convoy(new ReentrantLock(), 15);
	}

	private static void convoy(ReentrantLock lock, int threads) throws Exception {
		CROWD.add(1, "holder-of-" + threads, () -> hold(lock));
		Crowd.await(lock::isLocked);
		CROWD.add(threads, "one-of-" + threads, () -> want(lock));
	}

	private static void hold(Lock lock) throws InterruptedException {
		lock.lock();
		Thread.sleep(Long.MAX_VALUE);
	}

	private static void want(Lock lock) {
		lock.lock();
		lock.unlock();
	}

	@Sick(value = "a chain: 10 wait for a lock, its holder for another lock, the holder of that for an answer",
			says = { "1[01] ", "Locks\\.answer\\(Locks\\.java:\\d+\\)" })
	static void chainOfLocks() throws Exception {
		ReentrantLock outer = new ReentrantLock();
		CROWD.add(1, "last", () -> answer(LOCK));
		Crowd.await(LOCK::isLocked);
		CROWD.add(1, "middle", () -> middle(outer));
		Crowd.await(() -> outer.isLocked() && LOCK.hasQueuedThreads());
		CROWD.add(10, "first", () -> want(outer));
	}

	private static void answer(Lock lock) throws Exception {
		lock.lock();
		Remote.ask();
	}

	private static void middle(Lock outer) {
		outer.lock();
		LOCK.lock();
	}

	private static void arrive(CountDownLatch latch) {
		try {
			latch.countDown();
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
