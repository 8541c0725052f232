package io.github.gmr.sickness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Conditions of threads that others have made, own or keep waiting.
 */
@Configuration(proxyBeanMethods = false)
class ThreadWard {

	@Bean("sick lock-owner-gone")
	Condition lockOfDeadThread() {
		return new LeftLock(false);
	}

	@Bean("well lock-owner-gone")
	Condition lockOfLivingThread() {
		return new LeftLock(true);
	}

	@Bean("sick lock-owner-idle")
	Condition lockOfIdleWorker() {
		return new WorkerLock(true);
	}

	@Bean("well lock-owner-idle")
	Condition lockOfBusyWorker() {
		return new WorkerLock(false);
	}

	@Bean("sick threads-pools-many")
	Condition poolForEach() {
		return new Pools(120, 1);
	}

	@Bean("well threads-pools-many")
	Condition largePool() {
		return new Pools(1, 120);
	}

	@Bean("sick pool-waits-for-itself")
	Condition tasksOfTasks() {
		return new Parents(true);
	}

	@Bean("well pool-waits-for-itself")
	Condition tasksOfOthers() {
		return new Parents(false);
	}

	@Bean("sick class-initialization-stuck")
	Condition classesThatNeedEachOther() {
		return Initialisers::meet;
	}

	@Bean("well class-initialization-stuck")
	Condition classThatTakesItsTime() {
		return new SlowInitialiser();
	}

	/**
	 * Threads that wait for a lock of another one, which may have ended.
	 */
	private static final class LeftLock implements Condition {

		private final Crowd crowd = new Crowd();

		private final boolean alive;

		private LeftLock(boolean alive) {
			this.alive = alive;
		}

		@Override
		public void begin() throws Exception {
			ReentrantLock archive = new ReentrantLock();
			Crowd keeper = new Crowd();
			(this.alive ? this.crowd : keeper).add(1, "archivist", () -> {
				archive.lock();
				if (this.alive) {
					Thread.sleep(Long.MAX_VALUE);
				}
			});
			Crowd.await(archive::isLocked);
			keeper.end();
			this.crowd.add(3, "reader", archive::lockInterruptibly);
			Crowd.await(() -> archive.getQueueLength() == 3);
		}

		@Override
		public void end() throws Exception {
			this.crowd.end();
		}

	}

	/**
	 * Threads that wait for a lock that a task has taken, and maybe not given back at its
	 * end.
	 */
	private static final class WorkerLock implements Condition {

		private final Crowd crowd = new Crowd();

		private final ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(1);

		private final CountDownLatch done = new CountDownLatch(1);

		private final boolean forgets;

		private WorkerLock(boolean forgets) {
			this.forgets = forgets;
		}

		@Override
		public void begin() throws Exception {
			ReentrantLock ledger = new ReentrantLock();
			this.pool.execute(() -> book(ledger));
			Crowd.await(ledger::isLocked);
			this.crowd.add(3, "auditor", ledger::lockInterruptibly);
			Crowd
				.await(() -> ledger.getQueueLength() == 3 && (!this.forgets || this.pool.getCompletedTaskCount() == 1));
		}

		private void book(ReentrantLock ledger) {
			ledger.lock();
			if (!this.forgets) {
				await(this.done);
				ledger.unlock();
			}
		}

		@Override
		public void end() throws Exception {
			this.done.countDown();
			this.crowd.end();
			this.pool.shutdownNow();
		}

	}

	/**
	 * Many threads in many pools, or in one.
	 */
	private static final class Pools implements Condition {

		private final List<ThreadPoolExecutor> pools = new ArrayList<>();

		private final int number;

		private final int size;

		private Pools(int number, int size) {
			this.number = number;
			this.size = size;
		}

		@Override
		public void begin() {
			for (int i = 0; i < this.number; i++) {
				ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(this.size);
				pool.prestartAllCoreThreads();
				this.pools.add(pool);
			}
		}

		@Override
		public void end() throws Exception {
			this.pools.forEach(ThreadPoolExecutor::shutdownNow);
			for (ThreadPoolExecutor pool : this.pools) {
				Crowd.await(pool::isTerminated);
			}
		}

	}

	/**
	 * Tasks that wait for tasks of their own pool, or of another one.
	 */
	private static final class Parents implements Condition {

		private final ExecutorService parents = Executors.newFixedThreadPool(2);

		private final ExecutorService others = Executors.newFixedThreadPool(2);

		private final CountDownLatch waiting = new CountDownLatch(2);

		private final CountDownLatch done = new CountDownLatch(1);

		private final boolean own;

		private Parents(boolean own) {
			this.own = own;
		}

		@Override
		public void begin() throws Exception {
			for (int i = 0; i < 2; i++) {
				this.parents.submit(this::deliver);
			}
			this.waiting.await();
		}

		private Object deliver() throws Exception {
			this.waiting.countDown();
			this.waiting.await();
			Future<?> parcel = (this.own ? this.parents : this.others).submit(() -> await(this.done));
			return parcel.get();
		}

		@Override
		public void end() {
			this.done.countDown();
			this.parents.shutdownNow();
			this.others.shutdownNow();
		}

	}

	/**
	 * Two classes each of which needs the other one first. Whoever meets them never comes
	 * back.
	 */
	private static final class Initialisers {

		private static final CountDownLatch BOTH = new CountDownLatch(2);

		private static void meet() throws Exception {
			Crowd crowd = new Crowd();
			crowd.add(1, "order-loader", Order::touch);
			crowd.add(1, "customer-loader", Customer::touch);
			BOTH.await();
		}

		private static final class Order {

			static {
				arrive();
				Customer.touch();
			}

			private static void touch() {
				// Is initialised now
			}

		}

		private static final class Customer {

			static {
				arrive();
				Order.touch();
			}

			private static void touch() {
				// Is initialised now
			}

		}

		private static void arrive() {
			BOTH.countDown();
			ThreadWard.await(BOTH);
		}

	}

	/**
	 * A class that one thread initialises while others wait for it.
	 */
	private static final class SlowInitialiser implements Condition {

		private static final CountDownLatch STARTED = new CountDownLatch(1);

		private static final CountDownLatch DONE = new CountDownLatch(1);

		private final Crowd crowd = new Crowd();

		@Override
		public void begin() throws Exception {
			this.crowd.add(3, "price-loader", Prices::touch);
			STARTED.await();
		}

		@Override
		public void end() throws Exception {
			DONE.countDown();
			this.crowd.end();
		}

		private static final class Prices {

			static {
				STARTED.countDown();
				await(DONE);
			}

			private static void touch() {
				// Is initialised now
			}

		}

	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
