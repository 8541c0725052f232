package io.github.gmr.sick;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Locks that are never given back.
 */
final class Locks {

	private static final CountDownLatch pinned = new CountDownLatch(1);

	private static final Deque<Executor> executors = new ConcurrentLinkedDeque<>();

	private Locks() {
	}

	/**
	 * Wait and take no notice of anything.
	 */
	static void waitForEver() {
		while (true) {
			LockSupport.park();
			Thread.interrupted();
		}
	}

	/**
	 * Let a thread hold the monitor of an object.
	 * @param monitor the object
	 */
	static void holdForEver(Object monitor) {
		CountDownLatch held = new CountDownLatch(1);
		start("holder", () -> {
			synchronized (monitor) {
				held.countDown();
				waitForEver();
			}
		});
		awaitUninterruptibly(held);
	}

	/**
	 * Let threads wait for a monitor for a while.
	 * @param count how many
	 */
	static void blockThreads(int count) {
		Object monitor = new Object();
		synchronized (monitor) {
			for (int i = 0; i < count; i++) {
				start("blocked-" + i, () -> {
					synchronized (monitor) {
						monitor.hashCode();
					}
				});
			}
			LockSupport.parkNanos(10_000_000);
		}
	}

	/**
	 * Let threads wait for ever.
	 * @param count how many
	 * @param depth how deep in their stacks
	 */
	static void parkThreads(int count, int depth) {
		AtomicInteger arrived = new AtomicInteger();
		for (int i = 0; i < count; i++) {
			start("parked-" + i, () -> descend(depth, arrived));
		}
		while (arrived.get() < count) {
			pause();
		}
	}

	private static void descend(int depth, AtomicInteger arrived) {
		if (depth > 0) {
			descend(depth - 1, arrived);
		}
		else {
			arrived.incrementAndGet();
			waitForEver();
		}
	}

	/**
	 * Let virtual threads wait for ever. They are started by name, as the oldest Java has
	 * none.
	 * @param count how many
	 */
	/**
	 * Has virtual threads park for some 20 ms again and again, and not in step.
	 */
	static void moveVirtualThreads(int count) {
		Executor threads = virtualThreads();
		for (int i = 0; i < count; i++) {
			threads.execute(Locks::move);
		}
	}

	private static void move() {
		while (true) {
			LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(10_000_000, 30_000_000));
		}
	}

	static void parkVirtualThreads(int count) {
		Executor threads = virtualThreads();
		AtomicInteger arrived = new AtomicInteger();
		for (int i = 0; i < count; i++) {
			threads.execute(() -> descend(1, arrived));
		}
		while (arrived.get() < count) {
			pause();
		}
	}

	/**
	 * Let virtual threads wait at two places for ever, 25 at each, and threads with names
	 * that not every format can hold.
	 * @param kinds which of these, {@code platform}, {@code virtual} or both
	 */
	static void parkThreadsOfBadNames(String kinds) {
		Executor threads = virtualThreads();
		AtomicInteger arrived = new AtomicInteger();
		for (int i = 0; i < 25; i++) {
			threads.execute(() -> here(arrived));
			threads.execute(() -> there(arrived));
		}
		if (kinds.contains("platform")) {
			start("platform\u001b[31m", () -> here(arrived));
			start("platform\0\n    at com.acme.Forged.run(Forged.java:1)", () -> here(arrived));
		}
		if (kinds.contains("virtual")) {
			threads.execute(() -> named("virtual\u001b[31m", arrived));
			threads.execute(() -> named("virtual\0\" virtual RUNNABLE 2026-11-23T03:00:00Z\n\n#9 \"forged", arrived));
		}
		while (arrived.get() < 50 + 2 * kinds.split(" ").length) {
			pause();
		}
	}

	private static void named(String name, AtomicInteger arrived) {
		Thread.currentThread().setName(name);
		here(arrived);
	}

	private static void here(AtomicInteger arrived) {
		descend(0, arrived);
	}

	private static void there(AtomicInteger arrived) {
		descend(0, arrived);
	}

	/**
	 * Returns an executor that is kept: without it the JVM forgets its threads.
	 */
	private static Executor virtualThreads() {
		try {
			executors.add((Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
			return executors.getLast();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Let two threads wait for each other's monitor.
	 */
	static void crossMonitors() {
		Object left = new Object();
		Object right = new Object();
		CyclicBarrier both = new CyclicBarrier(2);
		start("left-monitor", () -> enter(left, right, both));
		start("right-monitor", () -> enter(right, left, both));
	}

	/**
	 * Let two threads wait for each other's lock.
	 */
	static void crossLocks() {
		ReentrantLock left = new ReentrantLock();
		ReentrantLock right = new ReentrantLock();
		CyclicBarrier both = new CyclicBarrier(2);
		start("left-lock", () -> lock(left, right, both));
		start("right-lock", () -> lock(right, left, both));
	}

	/**
	 * Let one thread log and hold the appender's lock, while another has taken both
	 * standard streams and wants to log, too. Nobody can log or print from then on.
	 */
	static void crossLogging() {
		Logger logger = LoggerFactory.getLogger(Locks.class);
		CyclicBarrier both = new CyclicBarrier(2);
		start("stream-thief", () -> {
			synchronized (System.err) {
				synchronized (System.out) {
					await(both);
					awaitBlocked("logs");
					logger.warn("never written");
				}
			}
		});
		start("logs", () -> {
			await(both);
			logger.warn("never written either");
		});
		awaitBlocked("stream-thief");
	}

	private static void enter(Object first, Object second, CyclicBarrier both) {
		synchronized (first) {
			await(both);
			synchronized (second) {
				throw new AssertionError("no deadlock");
			}
		}
	}

	private static void lock(Lock first, Lock second, CyclicBarrier both) {
		first.lock();
		await(both);
		second.lock();
		throw new AssertionError("no deadlock");
	}

	/**
	 * Wait until a thread waits for a lock.
	 * @param name the name of the thread
	 */
	static void awaitBlocked(String name) {
		while (Thread.getAllStackTraces()
			.keySet()
			.stream()
			.noneMatch((thread) -> thread.getName().equals(name) && isBlocked(thread))) {
			pause();
		}
	}

	/**
	 * Wait until a thread has come to a method.
	 * @param name the name of the thread
	 * @param method the name of the method
	 */
	static void awaitFrame(String name, String method) {
		while (Thread.getAllStackTraces()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().getName().equals(name))
			.flatMap((entry) -> Stream.of(entry.getValue()))
			.noneMatch((frame) -> frame.getMethodName().equals(method))) {
			pause();
		}
	}

	/**
	 * Wait until no thread of a name is left.
	 * @param name the name of the thread
	 */
	static void awaitEnd(String name) {
		while (Thread.getAllStackTraces().keySet().stream().anyMatch((thread) -> thread.getName().equals(name))) {
			pause();
		}
	}

	static void pause() {
		LockSupport.parkNanos(1_000_000);
	}

	/**
	 * Wait until a thread runs code of a class or one that is nested in it.
	 * @param type the class
	 */
	static void awaitClass(Class<?> type) {
		while (Thread.getAllStackTraces()
			.values()
			.stream()
			.flatMap(Stream::of)
			.noneMatch((frame) -> frame.getClassName().startsWith(type.getName()))) {
			pause();
		}
	}

	/**
	 * Wait until threads have come to a method.
	 * @param count how many
	 * @param method the name of the method
	 */
	static void awaitThreads(int count, String method) {
		while (Thread.getAllStackTraces()
			.values()
			.stream()
			.filter((stack) -> Stream.of(stack).anyMatch((frame) -> frame.getMethodName().equals(method)))
			.count() < count) {
			pause();
		}
	}

	/**
	 * Occupy every carrier of virtual threads: whoever waits in the initializer of a
	 * class cannot leave its carrier.
	 */
	static void pinCarriers() {
		virtualThreads().execute(Pin::hold);
		awaitUninterruptibly(pinned);
	}

	/**
	 * Occupy every thread of the common pool.
	 */
	static void blockCommonPool() {
		for (int i = 0; i < 2 * ForkJoinPool.getCommonPoolParallelism(); i++) {
			ForkJoinPool.commonPool().execute(Locks::waitForEver);
		}
		awaitFrame("ForkJoinPool.commonPool-worker-1", "waitForEver");
	}

	private static boolean isBlocked(Thread thread) {
		return thread.getState() == Thread.State.BLOCKED
				|| LockSupport.getBlocker(thread) instanceof AbstractOwnableSynchronizer;
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void awaitUninterruptibly(CountDownLatch latch) {
		while (latch.getCount() > 0) {
			pause();
		}
	}

	static Thread start(String name, Runnable task) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	/**
	 * Is never initialized.
	 */
	private static final class Pin {

		static {
			pinned.countDown();
			waitForEver();
		}

		private static void hold() {
			throw new AssertionError("initialized");
		}

	}

}
