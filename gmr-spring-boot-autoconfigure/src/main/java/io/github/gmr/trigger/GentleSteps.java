package io.github.gmr.trigger;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.LongSupplier;

/**
 * Work that can wait, done step by step. The first step has to wait until the application
 * has begun to work. After each step comes a pause that is several times as long as the
 * step was, but not longer than a second: on a busy machine, too, the work comes to its
 * end. To be used by one thread.
 */
final class GentleSteps {

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

	/**
	 * How many times as long as a step the pause after it is.
	 */
	private static final int PAUSE = 4;

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	private final Queue<Runnable> steps;

	private final LongSupplier clock;

	private long due;

	GentleSteps(List<Runnable> steps) {
		this(steps, System::nanoTime);
	}

	GentleSteps(List<Runnable> steps, LongSupplier clock) {
		this.steps = new ArrayDeque<>(steps);
		this.clock = clock;
		this.due = clock.getAsLong() + FIRST_PAUSE.toNanos();
	}

	boolean areDone() {
		return this.steps.isEmpty();
	}

	long nanosToNext() {
		return this.due - this.clock.getAsLong();
	}

	/**
	 * Do the next step, if there is one and the pause is over.
	 */
	void runNextIfDue() {
		if (nanosToNext() <= 0 && !areDone()) {
			long begin = this.clock.getAsLong();
			try {
				this.steps.remove().run();
			}
			finally {
				long end = this.clock.getAsLong();
				this.due = end + Math.min(PAUSE * (end - begin), LONGEST_PAUSE.toNanos());
			}
		}
	}

}
