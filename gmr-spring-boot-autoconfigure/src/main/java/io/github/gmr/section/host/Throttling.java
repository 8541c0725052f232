package io.github.gmr.section.host;

import java.util.Locale;

/**
 * Measures how often the CPU of the container was throttled: since the measurement
 * before, or since the container started. Measurements within a minute share their
 * beginning. For one section, which is asked by one thread at a time.
 */
public final class Throttling {

	/**
	 * A minute of periods, each a tenth of a second unless configured otherwise.
	 */
	private static final long RENEWAL = 600;

	private long sincePeriods;

	private long sinceThrottled;

	/**
	 * Measure since the measurement before.
	 * @param periods how many periods there have been
	 * @param throttled how many of them were throttled
	 * @return the part that was throttled since then
	 */
	public Share measure(long periods, long throttled) {
		if (periods < this.sincePeriods) {
			this.sincePeriods = 0;
			this.sinceThrottled = 0;
		}
		Share share = new Share(throttled - this.sinceThrottled, periods - this.sincePeriods);
		if (share.of() >= RENEWAL) {
			this.sincePeriods = periods;
			this.sinceThrottled = throttled;
		}
		return share;
	}

	/**
	 * A part of some periods.
	 *
	 * @param throttled how many were throttled
	 * @param of how many there were
	 */
	public record Share(long throttled, long of) {

		private static final long SIGNIFICANT = 100;

		/**
		 * Return the part in percent.
		 * @return the percentage, zero if there were no periods
		 */
		public double percent() {
			return (this.of > 0) ? 100.0 * this.throttled / this.of : 0;
		}

		/**
		 * Return whether the periods are enough to judge by.
		 * @return whether they are
		 */
		public boolean isSignificant() {
			return this.of >= SIGNIFICANT;
		}

		@Override
		public String toString() {
			return String.format(Locale.ROOT, "%.1f %% of the last %d periods", percent(), this.of);
		}

	}

}
