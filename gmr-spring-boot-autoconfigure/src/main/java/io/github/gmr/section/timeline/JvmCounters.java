package io.github.gmr.section.timeline;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.stream.Stream;

import io.github.gmr.section.memory.CollectionTime;
import io.github.gmr.section.pulse.CounterSource;

/**
 * Counts what this JVM has done: CPU time, collections, classes, threads.
 */
public final class JvmCounters implements CounterSource {

	private static final long KILO = 1024;

	@Override
	public void count(Counters counters) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		counters.add("CPU time (ms)",
				() -> ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(null));
		counters.add("collections", () -> pausing().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum());
		counters.add("time in collections (ms)",
				() -> pausing().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum());
		counters.add("heap in use (KB)",
				() -> ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / KILO);
		counters.add("loaded classes", () -> ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
		counters.add("threads", threads::getThreadCount);
		counters.add("started threads", threads::getTotalStartedThreadCount);
	}

	/**
	 * Returns the collectors but for those that work while the application runs.
	 */
	private static Stream<GarbageCollectorMXBean> pausing() {
		return ManagementFactory.getGarbageCollectorMXBeans().stream().filter(CollectionTime::isPausing);
	}

}
