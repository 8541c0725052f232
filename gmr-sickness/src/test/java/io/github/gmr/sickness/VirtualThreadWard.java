package io.github.gmr.sickness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Conditions of virtual threads.
 */
@Configuration(proxyBeanMethods = false)
class VirtualThreadWard {

	@Bean("sick carriers-pinned")
	Condition pinnedCarriers() {
		return new VirtualThreads(true);
	}

	@Bean("well carriers-pinned")
	Condition freeCarriers() {
		return new VirtualThreads(false);
	}

	/**
	 * A virtual thread for each carrier that waits, and some that want to run.
	 */
	private static final class VirtualThreads implements Condition {

		private static VirtualThreads pinned = new VirtualThreads(true);

		private final CountDownLatch connected = new CountDownLatch(1);

		private final CountDownLatch waiting = new CountDownLatch(1);

		private final boolean pinning;

		private final List<Executor> executors = new ArrayList<>();

		private VirtualThreads(boolean pinning) {
			this.pinning = pinning;
		}

		@Override
		public void begin() throws Exception {
			pinned = this;
			// The oldest Java has none of them
			Executor threads = (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
			this.executors.add(threads);
			CountDownLatch others = new CountDownLatch(3);
			threads.execute(this.pinning ? Connection::open : this::connect);
			this.waiting.await();
			for (int i = 0; i < 3; i++) {
				threads.execute(others::countDown);
			}
			if (!this.pinning) {
				others.await();
			}
		}

		@Override
		public void end() {
			this.connected.countDown();
		}

		private void connect() {
			this.waiting.countDown();
			try {
				this.connected.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		/**
		 * What is opened by the initialiser of its class keeps the carrier.
		 */
		private static final class Connection {

			static {
				pinned.connect();
			}

			private static void open() {
				// Is done by the initialiser
			}

		}

	}

}
