package io.github.gmr.section.memory;

import java.lang.management.GarbageCollectorMXBean;
import java.time.Duration;

import io.github.gmr.content.text.Share;
import io.github.gmr.section.pulse.RecentShare;

/**
 * Measures which part of the time passes in garbage collections: since the measurement
 * before, or since the start of the JVM. Measurements within a minute share their
 * beginning. For one section, which is asked by one thread at a time.
 */
public final class CollectionTime {

	private static final long RENEWAL = Duration.ofMinutes(1).toMillis();

	private final RecentShare recent = new RecentShare(RENEWAL);

	private final MemoryBeans beans;

	CollectionTime(MemoryBeans beans) {
		this.beans = beans;
	}

	/**
	 * Return the part of the time.
	 * @return the part, in milliseconds
	 */
	Share measure() {
		long uptime = this.beans.runtime().getUptime();
		return this.recent.measure(collecting(), uptime);
	}

	/**
	 * Returns the time of all collectors but for those that work while the application
	 * runs; their pauses count as collectors of their own.
	 */
	private long collecting() {
		return this.beans.collectors()
			.stream()
			.filter(CollectionTime::isPausing)
			.mapToLong(GarbageCollectorMXBean::getCollectionTime)
			.filter((time) -> time > 0)
			.sum();
	}

	/**
	 * Return whether the application stands still while a collector works.
	 * @param collector the collector
	 * @return whether it does, {@code false} for one that works while the application
	 * runs
	 */
	public static boolean isPausing(GarbageCollectorMXBean collector) {
		return !collector.getName().endsWith(" Cycles");
	}

}
