package io.github.gmr.sickness;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.gmr.sick.Metaspace;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Conditions of the memory of the JVM.
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
	/**
	 * Collects until the pulse, which begins once the application runs, has seen enough.
	 */
	private static void collectForLong() {
		long least = Duration.ofSeconds(25).toMillis();
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

}
