package io.github.gmr.section.memory;

import java.lang.management.GarbageCollectorMXBean;
import java.time.Duration;

import io.github.gmr.content.text.Share;
import io.github.gmr.section.pulse.FigureNames;
import io.github.gmr.section.pulse.RecentShare;
import io.github.gmr.section.pulse.Trends;
import io.github.gmr.section.pulse.Trends.Past;

/**
 * Measures which part of the time passes in garbage collections: of the last minute, or,
 * where figures are not followed, of that since the measurement before or the start of
 * the JVM. Measurements within a minute share their beginning then. For one section,
 * which is asked by one thread at a time.
 */
public final class CollectionTime {

	private static final long RENEWAL = Duration.ofMinutes(1).toMillis();

	private static final Duration LATELY = Duration.ofMinutes(1);

	private final RecentShare recent = new RecentShare(RENEWAL);

	private final MemoryBeans beans;

	private final Trends trends;

	CollectionTime(MemoryBeans beans, Trends trends) {
		this.beans = beans;
		this.trends = trends;
	}

	/**
	 * Return the part of the time.
	 * @return the part, in milliseconds
	 */
	Share measure() {
		Past past = this.trends.past(FigureNames.COLLECTING, LATELY);
		if (past != null) {
			return new Share(Math.max(0, collecting() - (long) past.value()), past.ago().toMillis());
		}
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
