package io.github.gmr.section.memory;

import java.lang.management.GarbageCollectorMXBean;
import java.time.Duration;
import java.util.Locale;

import io.github.gmr.content.Value;

/**
 * Measures which part of the time passes in garbage collections: since the measurement
 * before, or since the start of the JVM. Measurements within a minute share their
 * beginning. For one section, which is asked by one thread at a time.
 */
public final class CollectionTime {

	private static final long RENEWAL = Duration.ofMinutes(1).toMillis();

	private final MemoryBeans beans;

	private long sinceUptime;

	private long sinceCollecting;

	CollectionTime(MemoryBeans beans) {
		this.beans = beans;
	}

	Share measure() {
		long uptime = this.beans.runtime().getUptime();
		long collecting = collecting();
		Share share = new Share(collecting - this.sinceCollecting, uptime - this.sinceUptime);
		if (share.of() >= RENEWAL) {
			this.sinceUptime = uptime;
			this.sinceCollecting = collecting;
		}
		return share;
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

	/**
	 * A part of a time.
	 *
	 * @param millis the part, in milliseconds
	 * @param of the whole, in milliseconds
	 */
	record Share(long millis, long of) {

		private static final long SIGNIFICANT = Duration.ofSeconds(10).toMillis();

		double percent() {
			return (this.of > 0) ? 100.0 * this.millis / this.of : 0;
		}

		/**
		 * Return whether the time is long enough to judge by it.
		 * @return whether it is
		 */
		boolean isSignificant() {
			return this.of >= SIGNIFICANT;
		}

		@Override
		public String toString() {
			String time = new Value(Duration.ofMillis(this.of)).asText();
			return String.format(Locale.ROOT, "%.1f %% of the last %s", percent(), time);
		}

	}

}
