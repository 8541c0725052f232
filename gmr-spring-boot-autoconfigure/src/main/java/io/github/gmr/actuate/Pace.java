package io.github.gmr.actuate;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Lets something begin once in each interval. Safe for use by several threads.
 */
final class Pace {

	private final Duration interval;

	private final LongSupplier nanoTime;

	private @Nullable Long last;

	/**
	 * Create a pace.
	 * @param interval the shortest time between two beginnings
	 * @param nanoTime the time as {@link System#nanoTime()} returns it
	 */
	Pace(Duration interval, LongSupplier nanoTime) {
		this.interval = interval;
		this.nanoTime = nanoTime;
	}

	/**
	 * Begin, unless it is too early.
	 * @return how much too early it is, zero or less if it has begun
	 */
	synchronized Duration begin() {
		long now = this.nanoTime.getAsLong();
		Duration early = (this.last != null) ? this.interval.minusNanos(now - this.last) : Duration.ZERO;
		if (early.compareTo(Duration.ZERO) <= 0) {
			this.last = now;
		}
		return early;
	}

	/**
	 * Let what has begun last not count, as it came to nothing.
	 */
	synchronized void cancel() {
		this.last = null;
	}

}
