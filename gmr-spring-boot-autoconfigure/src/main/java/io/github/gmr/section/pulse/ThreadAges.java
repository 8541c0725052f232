package io.github.gmr.section.pulse;

import java.time.Duration;
import java.util.OptionalLong;

import io.github.gmr.section.pulse.FigureSource.Figure;
import io.github.gmr.section.pulse.FigureSource.Unit;

/**
 * Knows for how long threads have been there, virtual ones, too. Each thread gets the
 * next identifier when it is made, so one that is lower than that of a thread made at a
 * look is that of a thread made before it. Thread-safe.
 */
public final class ThreadAges {

	/**
	 * Before that platform threads register themselves with their group when they are
	 * made, and there are no others.
	 */
	private static final int FIRST_JDK = 21;

	private final Series identifiers = new Series(new Figure("thread identifiers", Unit.NUMBER, false));

	ThreadAges() {
	}

	void look(long time) {
		if (Runtime.version().feature() >= FIRST_JDK) {
			look(time, id(new Thread(null, null, "gmr", 0, false)));
		}
	}

	synchronized void look(long time, long next) {
		this.identifiers.add(time, next);
	}

	/**
	 * Return for how long a thread has been there.
	 * @param id its identifier
	 * @param now the time of {@link System#nanoTime()}
	 * @return the time at least, zero if that is not known
	 */
	public synchronized Duration age(long id, long now) {
		OptionalLong since = this.identifiers.since((next) -> next > id);
		return since.isPresent() ? Duration.ofNanos(now - since.getAsLong()) : Duration.ZERO;
	}

	/**
	 * Java 17 knows no other method for it.
	 */
	@SuppressWarnings("deprecation")
	private static long id(Thread thread) {
		return thread.getId();
	}

}
