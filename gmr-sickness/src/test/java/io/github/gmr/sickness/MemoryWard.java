package io.github.gmr.sickness;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import io.github.gmr.sick.Metaspace;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Conditions of the memory of the JVM, and of its virtual threads.
 */
@Configuration(proxyBeanMethods = false)
class MemoryWard {

	private static final int BLOCK = 100 * 1024;

	@Bean("sick heap-full")
	Condition fullHeap() {
		return new Filled(MemoryWard::heap, 93, () -> new byte[BLOCK]);
	}

	@Bean("well heap-full")
	Condition garbage() {
		return () -> {
			for (int i = 0; i < 10_000; i++) {
				if (new byte[BLOCK].length != BLOCK) {
					throw new AssertionError();
				}
			}
		};
	}

	@Bean("sick metaspace-full")
	Condition fullMetaspace() {
		return new Filled(MemoryWard::metaspace, 93, Metaspace::loadLargeClass);
	}

	@Bean("well metaspace-full")
	Condition metaspaceInUse() {
		return new Filled(MemoryWard::metaspace, 80, Metaspace::loadLargeClass);
	}

	@Bean("sick garbage-collections-long")
	Condition collectionsAllTheTime() {
		return MemoryWard::collectForLong;
	}

	@Bean("well garbage-collections-long")
	Condition oneCollection() {
		return System::gc;
	}

	@Bean("sick carriers-pinned")
	Condition pinnedCarriers() {
		return new VirtualThreads(true);
	}

	@Bean("well carriers-pinned")
	Condition freeCarriers() {
		return new VirtualThreads(false);
	}

	private static MemoryUsage heap() {
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
	}

	private static MemoryUsage metaspace() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getName().equals("Metaspace"))
			.map(MemoryPoolMXBean::getUsage)
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Collect garbage until a quarter of the life of this JVM has gone into that.
	 */
	private static void collectForLong() {
		long least = Duration.ofSeconds(11).toMillis();
		while (uptime() < least || collecting() * 4 < uptime()) {
			System.gc();
		}
	}

	private static long uptime() {
		return ManagementFactory.getRuntimeMXBean().getUptime();
	}

	private static long collecting() {
		return ManagementFactory.getGarbageCollectorMXBeans()
			.stream()
			.mapToLong(GarbageCollectorMXBean::getCollectionTime)
			.sum();
	}

	/**
	 * Memory that is in use by some percent, after a collection, too.
	 */
	private static final class Filled implements Condition {

		private final Supplier<MemoryUsage> usage;

		private final int percent;

		private final Supplier<Object> block;

		private final List<Object> kept = new ArrayList<>();

		private Filled(Supplier<MemoryUsage> usage, int percent, Supplier<Object> block) {
			this.usage = usage;
			this.percent = percent;
			this.block = block;
		}

		@Override
		public void begin() {
			while (!isFilled()) {
				this.kept.add(this.block.get());
				if (isFilled()) {
					System.gc();
				}
			}
		}

		private boolean isFilled() {
			MemoryUsage now = this.usage.get();
			return now.getUsed() * 100 >= now.getMax() * this.percent;
		}

		@Override
		public void end() {
			this.kept.clear();
			System.gc();
		}

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
