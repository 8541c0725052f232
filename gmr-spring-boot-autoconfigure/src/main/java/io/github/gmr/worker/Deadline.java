package io.github.gmr.worker;

import java.time.Duration;

/**
 * A point in time by the monotonic clock, which cannot be set back. Thread-safe.
 */
public final class Deadline {

	private final long start = System.nanoTime();

	private final Duration limit;

	private Deadline(Duration limit) {
		this.limit = limit;
	}

	/**
	 * Return the end of a time that begins now.
	 * @param limit how long it takes
	 * @return the deadline
	 */
	public static Deadline in(Duration limit) {
		return new Deadline(limit);
	}

	/**
	 * Return how much time has passed.
	 * @return the time since the deadline was created
	 */
	public Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.start);
	}

	/**
	 * Return whether the time is over.
	 * @return whether the deadline has passed
	 */
	public boolean isOver() {
		return elapsed().compareTo(this.limit) >= 0;
	}

	/**
	 * Return a shorter limit that ends no later than this deadline.
	 * @param limit the limit
	 * @return the limit, or what is left until this deadline
	 */
	public Duration within(Duration limit) {
		Duration left = this.limit.minus(elapsed());
		return (limit.compareTo(left) < 0) ? limit : left;
	}

}
