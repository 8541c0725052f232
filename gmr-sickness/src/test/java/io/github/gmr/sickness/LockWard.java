package io.github.gmr.sickness;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Conditions of threads and locks.
 */
@Configuration(proxyBeanMethods = false)
class LockWard {

	private static final int CUSTOMERS = 12;

	@Bean("sick threads-deadlocked")
	Condition crossedLocks() {
		return new TwoLocks(true);
	}

	@Bean("well threads-deadlocked")
	Condition orderedLocks() {
		return new TwoLocks(false);
	}

	@Bean("sick lock-contended")
	Condition convoy() {
		return new Convoy();
	}

	@Bean("well lock-contended")
	Condition idleConsumersAndSharedLock() {
		return Condition.both(new IdleConsumers(), new SharedLock());
	}

	/**
	 * Two threads that need two locks, each in an order of its own or both in the same.
	 */
	private static final class TwoLocks implements Condition {

		private final ReentrantLock stock = new ReentrantLock();

		private final ReentrantLock orders = new ReentrantLock();

		private final Crowd crowd = new Crowd();

		private final boolean crossed;

		private TwoLocks(boolean crossed) {
			this.crossed = crossed;
		}

		@Override
		public void begin() throws Exception {
			this.crowd.add(1, "stock-keeper", () -> work(this.stock, this.orders));
			this.crowd.add(1, "book-keeper",
					() -> work(this.crossed ? this.orders : this.stock, this.crossed ? this.stock : this.orders));
			Crowd.await(() -> !this.crossed || this.stock.hasQueuedThreads() && this.orders.hasQueuedThreads());
		}

		private void work(ReentrantLock first, ReentrantLock second) throws Exception {
			while (true) {
				first.lockInterruptibly();
				try {
					Crowd.await(() -> !this.crossed || second.isLocked() || Thread.currentThread().isInterrupted());
					second.lockInterruptibly();
					second.unlock();
				}
				finally {
					first.unlock();
				}
			}
		}

		@Override
		public void end() throws Exception {
			this.crowd.end();
		}

	}

	/**
	 * Many threads that wait for a lock whose holder does not go on.
	 */
	private static final class Convoy implements Condition {

		private final ReentrantLock till = new ReentrantLock();

		private final Crowd crowd = new Crowd();

		@Override
		public void begin() throws Exception {
			this.crowd.add(1, "cashier", this::count);
			Crowd.await(this.till::isLocked);
			this.crowd.add(CUSTOMERS, "customer", this::pay);
			Crowd.await(() -> this.till.getQueueLength() == CUSTOMERS);
		}

		private void count() throws Exception {
			pay();
		}

		private void pay() throws Exception {
			this.till.lockInterruptibly();
			try {
				Thread.sleep(Long.MAX_VALUE);
			}
			finally {
				this.till.unlock();
			}
		}

		@Override
		public void end() throws Exception {
			this.crowd.end();
		}

	}

	/**
	 * Many threads that share a lock, each for a millisecond at a time.
	 */
	private static final class SharedLock implements Condition {

		private final ReentrantLock counter = new ReentrantLock(true);

		private final Crowd crowd = new Crowd();

		@Override
		public void begin() throws Exception {
			this.crowd.add(2 * CUSTOMERS, "clerk", this::serve);
			Crowd.await(() -> this.counter.getQueueLength() > CUSTOMERS);
		}

		private void serve() throws Exception {
			while (true) {
				this.counter.lockInterruptibly();
				try {
					Thread.sleep(1);
				}
				finally {
					this.counter.unlock();
				}
			}
		}

		@Override
		public void end() throws Exception {
			this.crowd.end();
		}

	}

	/**
	 * Many threads that wait for work at one queue.
	 */
	private static final class IdleConsumers implements Condition {

		private final BlockingQueue<Object> queue = new LinkedBlockingQueue<>();

		private final Crowd crowd = new Crowd();

		@Override
		public void begin() throws Exception {
			this.crowd.add(CUSTOMERS, "consumer", this.queue::take);
		}

		@Override
		public void end() throws Exception {
			this.crowd.end();
		}

	}

}
