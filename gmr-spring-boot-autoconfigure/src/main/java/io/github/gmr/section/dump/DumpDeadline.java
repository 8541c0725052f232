package io.github.gmr.section.dump;

import java.time.Duration;

/**
 * A point in time until which a dump of virtual threads may take.
 *
 * @param limit how long it may take altogether
 * @param end the end on the clock of {@link System#nanoTime()}
 * @param bytes how much of the dump is enough, after which it may take no longer
 */
public record DumpDeadline(Duration limit, long end, long bytes) {

	/**
	 * Create a deadline that begins now.
	 * @param limit how long the dump may take altogether
	 * @return the deadline
	 */
	public static DumpDeadline in(Duration limit) {
		return new DumpDeadline(limit, System.nanoTime() + limit.toNanos(), Long.MAX_VALUE);
	}

	/**
	 * Create the same deadline for a dump of which the beginning is enough.
	 * @param bytes how much is enough
	 * @return the deadline
	 */
	public DumpDeadline orAfter(long bytes) {
		return new DumpDeadline(this.limit, this.end, bytes);
	}

	/**
	 * Return the time that remains.
	 * @return the nanoseconds, negative once the time is up
	 */
	public long remainingNanos() {
		return this.end - System.nanoTime();
	}

	/**
	 * Return the time that remains.
	 * @return milliseconds, at least 1
	 * @throws DumpCutException if the time is up, or the thread is interrupted
	 */
	long remainingMillis() throws DumpCutException {
		long nanos = remainingNanos();
		if (nanos <= 0 || Thread.currentThread().isInterrupted()) {
			throw new DumpCutException("The time limit of " + this.limit.toMillis() + " ms is over");
		}
		return nanos / 1_000_000 + 1;
	}

	/**
	 * Return the time that remains.
	 * @param read how much of the dump has been read
	 * @return milliseconds, at least 1
	 * @throws DumpCutException if that is enough, the time is up, or the thread is
	 * interrupted
	 */
	long remainingMillis(long read) throws DumpCutException {
		if (read >= this.bytes) {
			throw new DumpCutException("The first " + this.bytes + " bytes are enough");
		}
		return remainingMillis();
	}

}
