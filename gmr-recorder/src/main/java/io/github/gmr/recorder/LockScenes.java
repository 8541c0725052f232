package io.github.gmr.recorder;

import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Waits for monitors, locks, synchronizers, queues and futures.
 */
final class LockScenes {

	private static final long LONG = 3600;

	/**
	 * Since this JDK a ForkJoinPool waits by itself until tasks are due.
	 */
	private static final int FIRST_WITH_DELAY_SCHEDULER = 25;

	private LockScenes() {
	}

	static void play(Recording recording) {
		monitors(recording);
		locks(recording);
		synchronizers(recording);
		queues(recording);
		executors(recording);
		futures(recording);
	}

	private static void monitors(Recording recording) {
		Object lock = new Object();
		Extras.hold(() -> {
			synchronized (lock) {
				Thread.sleep(LONG * 1000);
			}
		});
		recording.both("monitor: waits for a monitor", () -> {
			synchronized (lock) {
				System.out.println("free");
			}
		});
		Object other = new Object();
		recording.both("notification: waits to be notified", () -> {
			synchronized (other) {
				other.wait();
			}
		});
		recording.both("notification: waits to be notified", () -> {
			synchronized (other) {
				other.wait(LONG * 1000);
			}
		});
		recording.both("sleep: sleeps", () -> Thread.sleep(LONG * 1000));
		recording.both("unknown: waits until it is unparked", LockSupport::park);
		recording.both("unknown: waits until it is unparked", () -> LockSupport.parkNanos(other, LONG * 1_000_000_000));
		recording.both("thread-end: waits for the end of a thread", () -> Extras.hold(LockSupport::park).join());
		recording.both("thread-end: waits for the end of a thread",
				() -> Extras.hold(LockSupport::park).join(LONG * 1000));
	}

	private static void locks(Recording recording) {
		ReentrantLock lock = new ReentrantLock();
		ReentrantReadWriteLock readWrite = new ReentrantReadWriteLock();
		StampedLock stamped = new StampedLock();
		Extras.hold(() -> {
			lock.lock();
			readWrite.writeLock().lock();
			stamped.writeLock();
			LockSupport.park();
		});
		recording.both("lock: waits for a lock", lock::lock);
		recording.both("lock: waits for a lock", lock::lockInterruptibly);
		recording.both("lock: waits for a lock", () -> lock.tryLock(LONG, TimeUnit.SECONDS));
		recording.both("read-write-lock: waits for a read lock", readWrite.readLock()::lock);
		recording.both("read-write-lock: waits for a read lock",
				() -> readWrite.readLock().tryLock(LONG, TimeUnit.SECONDS));
		recording.both("read-write-lock: waits for a write lock", readWrite.writeLock()::lock);
		recording.both("read-write-lock: waits for a write lock",
				() -> readWrite.writeLock().tryLock(LONG, TimeUnit.SECONDS));
		recording.both("stamped-lock: waits for a StampedLock", stamped::readLock);
		recording.both("stamped-lock: waits for a StampedLock", stamped::writeLock);
		recording.both("stamped-lock: waits for a StampedLock", () -> stamped.tryReadLock(LONG, TimeUnit.SECONDS));
		ReentrantLock free = new ReentrantLock();
		recording.both("condition: waits for a condition", () -> {
			free.lock();
			free.newCondition().await();
		});
		recording.both("condition: waits for a condition", () -> {
			ReentrantLock another = new ReentrantLock();
			another.lock();
			another.newCondition().await(LONG, TimeUnit.SECONDS);
		});
		recording.both("lock: waits for the lock of a condition", () -> signalled(new ReentrantLock()));
	}

	/**
	 * Wait for a condition until the time is up, but another thread keeps the lock.
	 */
	private static void signalled(ReentrantLock lock) throws InterruptedException {
		java.util.concurrent.locks.Condition condition = lock.newCondition();
		lock.lock();
		Extras.named("extra", () -> {
			lock.lock();
			Extras.sleep();
		}).start();
		condition.await(100, TimeUnit.MILLISECONDS);
	}

	private static void synchronizers(Recording recording) {
		recording.both("semaphore: waits for a permit of a Semaphore", () -> new Semaphore(0).acquire());
		recording.both("semaphore: waits for a permit of a Semaphore", () -> new Semaphore(0).acquireUninterruptibly());
		recording.both("semaphore: waits for a permit of a Semaphore",
				() -> new Semaphore(0).tryAcquire(LONG, TimeUnit.SECONDS));
		recording.both("latch: waits for a CountDownLatch", () -> new CountDownLatch(1).await());
		recording.both("latch: waits for a CountDownLatch", () -> new CountDownLatch(1).await(LONG, TimeUnit.SECONDS));
		recording.both("barrier: waits for others at a CyclicBarrier", () -> new CyclicBarrier(2).await());
		recording.both("barrier: waits for others at a Phaser", () -> new Phaser(2).arriveAndAwaitAdvance());
		recording.both("barrier: waits for another one at an Exchanger", () -> new Exchanger<>().exchange(1));
	}

	private static void queues(Recording recording) {
		String full = "full-queue: waits for space in a queue";
		recording.both(full, () -> fill(new ArrayBlockingQueue<>(1)));
		recording.both(full, () -> fill(new LinkedBlockingQueue<>(1)));
		recording.both(full, () -> fill(new LinkedBlockingDeque<>(1)));
		recording.both(full, () -> {
			LinkedBlockingQueue<Object> queue = new LinkedBlockingQueue<>(1);
			queue.add(1);
			queue.offer(2, LONG, TimeUnit.SECONDS);
		});
		recording.both("full-queue: waits until its element is taken", () -> new SynchronousQueue<>().put(1));
		recording.both("full-queue: waits until its element is taken", () -> new LinkedTransferQueue<>().transfer(1));
		String empty = "idle: waits for an element of a queue";
		recording.both(empty, () -> new ArrayBlockingQueue<>(1).take());
		recording.both(empty, () -> new LinkedBlockingQueue<>().take());
		recording.both(empty, () -> new LinkedBlockingQueue<>().poll(LONG, TimeUnit.SECONDS));
		recording.both(empty, () -> new LinkedBlockingDeque<>().takeFirst());
		recording.both(empty, () -> new PriorityBlockingQueue<>().take());
		recording.both(empty, () -> new SynchronousQueue<>().take());
		recording.both(empty, () -> new SynchronousQueue<>().poll(LONG, TimeUnit.SECONDS));
		recording.both(empty, () -> new LinkedTransferQueue<>().take());
		recording.both("idle: waits for an element that is due", () -> new DelayQueue<>().take());
	}

	private static void fill(java.util.concurrent.BlockingQueue<Object> queue) throws InterruptedException {
		while (true) {
			queue.put(1);
		}
	}

	private static void futures(Recording recording) {
		recording.both("future: waits for the result of a task", () -> new FutureTask<>(() -> 1).get());
		recording.both("future: waits for the result of a task",
				() -> new FutureTask<>(() -> 1).get(LONG, TimeUnit.SECONDS));
		recording.both("future: waits for a CompletableFuture", () -> new CompletableFuture<>().get());
		recording.both("future: waits for a CompletableFuture", () -> new CompletableFuture<>().join());
		recording.both("future: waits for a CompletableFuture",
				() -> new CompletableFuture<>().get(LONG, TimeUnit.SECONDS));
		recording.both("future: waits for a task of a ForkJoinPool", () -> running().join());
		recording.both("future: waits for a task of a ForkJoinPool", () -> running().get(LONG, TimeUnit.SECONDS));
		recording.both("future: waits for a task of a ForkJoinPool",
				() -> new ForkJoinPool(1).invoke(ForkJoinTask.adapt(Extras::sleep)));
		SubmissionPublisher<String> publisher = new SubmissionPublisher<>(Runnable::run, 1);
		publisher.subscribe(new Idler());
		recording.platform("full-queue: waits for space in the buffer of a SubmissionPublisher", () -> {
			while (true) {
				publisher.submit("x");
			}
		});
		recording.both("full-queue: waits for others before a SubmissionPublisher", () -> publisher.submit("x"));
		CompletableFuture.delayedExecutor(LONG, TimeUnit.SECONDS).execute(LockSupport::park);
		if (Runtime.version().feature() < FIRST_WITH_DELAY_SCHEDULER) {
			recording.named("idle: waits for a task", "CompletableFutureDelayScheduler"::equals);
		}
		else {
			recording.named("idle: waits for a task that is due", (name) -> name.endsWith("delayScheduler"));
		}
		ExecutorService executor = Executors.newCachedThreadPool((task) -> Extras.named("extra", task));
		recording.both("future: waits for all tasks that it has submitted",
				() -> executor.invokeAll(List.of(() -> Extras.hold(LockSupport::park).isAlive(), () -> {
					Extras.sleep();
					return true;
				})));
		recording.both("future: waits for the next task to end",
				() -> new ExecutorCompletionService<>(executor).take());
		recording.both("future: waits for the first of its tasks to end", () -> executor.invokeAny(List.of(() -> {
			Extras.sleep();
			return true;
		})));
	}

	/**
	 * Return a task that runs, so that one who waits for it cannot run it.
	 */
	private static ForkJoinTask<?> running() throws InterruptedException {
		return running(new ForkJoinPool(1));
	}

	private static ForkJoinTask<?> running(ForkJoinPool pool) throws InterruptedException {
		CountDownLatch running = new CountDownLatch(1);
		ForkJoinTask<?> task = pool.submit(() -> {
			running.countDown();
			Extras.sleep();
		});
		running.await();
		return task;
	}

	private static void executors(Recording recording) {
		ExecutorService fixed = Executors.newFixedThreadPool(1, (task) -> Extras.named("fixed", task));
		fixed.execute(() -> System.out.println("A task"));
		recording.named("idle: waits for a task", "fixed"::equals);
		ExecutorService cached = Executors.newCachedThreadPool((task) -> Extras.named("cached", task));
		cached.execute(() -> System.out.println("A task"));
		recording.named("idle: waits for a task", "cached"::equals);
		ScheduledExecutorService scheduled = Executors.newScheduledThreadPool(1,
				(task) -> Extras.named("scheduled", task));
		scheduled.schedule(Extras::sleep, LONG, TimeUnit.SECONDS);
		recording.named("idle: waits for a task", "scheduled"::equals);
		new ForkJoinPool(1).submit(() -> System.out.println("A task")).join();
		recording.named("idle: waits for a task", (name) -> name.startsWith("ForkJoinPool-"));
		new Timer("timer", true).schedule(new TimerTask() {

			@Override
			public void run() {
				Extras.sleep();
			}

		}, LONG * 1000);
		recording.named("idle: waits for a task that is due", "timer"::equals);
		recording.both("shutdown: waits for the end of an executor",
				() -> fixed.awaitTermination(LONG, TimeUnit.SECONDS));
		recording.both("shutdown: waits for the end of an executor",
				() -> busyPool().awaitTermination(LONG, TimeUnit.SECONDS));
		recording.both("shutdown: waits for the end of an executor",
				() -> busyPool().awaitQuiescence(LONG, TimeUnit.SECONDS));
	}

	private static ForkJoinPool busyPool() throws InterruptedException {
		ForkJoinPool pool = new ForkJoinPool(1);
		running(pool);
		return pool;
	}

	/**
	 * A subscriber that requests nothing.
	 */
	private static final class Idler implements Flow.Subscriber<String> {

		@Override
		public void onSubscribe(Flow.Subscription subscription) {
			Extras.keep(subscription);
		}

		@Override
		public void onNext(String item) {
		}

		@Override
		public void onError(Throwable error) {
		}

		@Override
		public void onComplete() {
		}

	}

}
