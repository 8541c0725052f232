package io.github.gmr.section.pulse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Times at which nothing ran: a thread that wanted to be woken was woken late, since the
 * JVM paused, the processors were busy with others, or the machine slept. Jumps of the
 * wall clock are known, too: some systems stop the other clock while they sleep.
 */
public final class Stalls {

	/**
	 * Shorter delays are usual on a busy machine.
	 */
	private static final long LEAST = TimeUnit.SECONDS.toNanos(1);

	private static final int MAX = 10;

	private final LongSupplier wallClock;

	private final List<Stall> stalls = new ArrayList<>();

	private long offset;

	private boolean known;

	/**
	 * Create an empty list.
	 * @param wallClock returns the time of day in milliseconds
	 */
	Stalls(LongSupplier wallClock) {
		this.wallClock = wallClock;
	}

	/**
	 * Note how late a look is.
	 * @param time when it is, as of {@link System#nanoTime()}
	 * @param late how late, in nanoseconds
	 */
	synchronized void add(long time, long late) {
		long wall = this.wallClock.getAsLong();
		long offset = TimeUnit.MILLISECONDS.toNanos(wall) - time;
		if (late >= LEAST) {
			keep(new Stall(Kind.STALL, Instant.ofEpochMilli(wall), Duration.ofNanos(late)));
		}
		if (this.known && Math.abs(offset - this.offset) >= LEAST) {
			keep(new Stall(Kind.CLOCK, Instant.ofEpochMilli(wall), Duration.ofNanos(offset - this.offset)));
		}
		this.offset = offset;
		this.known = true;
	}

	private void keep(Stall stall) {
		if (this.stalls.size() == MAX) {
			this.stalls.remove(0);
		}
		this.stalls.add(stall);
	}

	/**
	 * Return the last ones.
	 * @return at most {@value #MAX}, the last one at the end
	 */
	public synchronized List<Stall> list() {
		return List.copyOf(this.stalls);
	}

	/**
	 * What has happened.
	 */
	public enum Kind {

		/**
		 * Nothing ran for a time.
		 */
		STALL,

		/**
		 * The wall clock was set, or the machine slept.
		 */
		CLOCK

	}

	/**
	 * A stall or a jump of the wall clock.
	 *
	 * @param kind what has happened
	 * @param end the time of day after it
	 * @param time how long nothing ran, or how far the clock jumped, negative for back
	 */
	public record Stall(Kind kind, Instant end, Duration time) {

	}

}
