package io.github.gmr.section.dump;

import java.time.Duration;

/**
 * A point in time until which a dump of virtual threads may take.
 *
 * @param limit how long it may take altogether
 * @param end the end on the clock of {@link System#nanoTime()}
 */
public record DumpDeadline(Duration limit, long end) {

	public static DumpDeadline in(Duration limit) {
		return new DumpDeadline(limit, System.nanoTime() + limit.toNanos());
	}

	public long remainingNanos() {
		return this.end - System.nanoTime();
	}

	/**
	 * Return the time that is left.
	 * @return milliseconds, at least 1
	 * @throws DumpCutException if none is left, or the thread is interrupted
	 */
	long remainingMillis() throws DumpCutException {
		long nanos = remainingNanos();
		if (nanos <= 0 || Thread.currentThread().isInterrupted()) {
			throw new DumpCutException("No time left of " + this.limit.toMillis() + " ms");
		}
		return nanos / 1_000_000 + 1;
	}

}
