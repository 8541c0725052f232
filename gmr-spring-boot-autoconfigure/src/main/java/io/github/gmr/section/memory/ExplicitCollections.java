package io.github.gmr.section.memory;

import java.time.Duration;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;

/**
 * Collections of the whole heap that the application has asked for itself.
 */
final class ExplicitCollections {

	static final Check CHECK = new Check("explicit-gc");

	/**
	 * The cause of such a collection.
	 */
	static final String CAUSE = "System.gc()";

	/**
	 * Fewer are no habit.
	 */
	private static final int HABIT = 10;

	private ExplicitCollections() {
	}

	/**
	 * Look whether there is one a minute or more.
	 * @param count how many there were
	 * @param during how long they were counted
	 * @return the result
	 */
	static Check.Result check(long count, Duration during) {
		double perMinute = count * 60_000.0 / Math.max(during.toMillis(), 1);
		Finding finding = Content
			.info("System.gc() was called %d times in %s, each a collection of the whole heap", count, during)
			.evidence("calls", count)
			.evidence("during", during)
			.next(MemorySection.TITLE);
		boolean habit = count >= HABIT && perMinute >= 1;
		return CHECK.of(habit ? finding : null, Level.of((count >= HABIT) ? perMinute : 0, 1, "calls a minute"));
	}

}
