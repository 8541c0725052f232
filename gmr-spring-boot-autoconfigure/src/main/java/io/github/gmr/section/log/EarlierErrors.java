package io.github.gmr.section.log;

import java.time.Duration;
import java.util.List;

import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.section.pulse.Series;
import org.jspecify.annotations.Nullable;

/**
 * How many errors were logged in the time before the last minutes.
 *
 * @param count their number
 * @param time how long that time is, zero if it is not known
 */
record EarlierErrors(long count, Duration time) {

	private static final List<Duration> TIMES = List.of(Duration.ofHours(1), Duration.ofMinutes(30),
			Duration.ofMinutes(10));

	private static final EarlierErrors UNKNOWN = new EarlierErrors(0, Duration.ZERO);

	/**
	 * How many times more is a change.
	 */
	private static final int FACTOR = 5;

	/**
	 * Look at the longest time that is known.
	 * @param errors the number of errors since the start, {@code null} if it is not known
	 * @param lately how long the last minutes are
	 * @return how many there were before these
	 */
	static EarlierErrors of(@Nullable Series errors, Duration lately) {
		if (errors == null) {
			return UNKNOWN;
		}
		double end = errors.before(lately);
		for (Duration time : TIMES) {
			double start = errors.before(lately.plus(time));
			if (start <= end) {
				return new EarlierErrors(Math.round(end - start), time);
			}
		}
		return UNKNOWN;
	}

	/**
	 * Return whether they came much more seldom.
	 * @param errors how many there were lately
	 * @param lately in which time
	 * @return whether that is known, and is so
	 */
	boolean areFewerThan(long errors, Duration lately) {
		double expected = (double) errors * this.time.toMillis() / lately.toMillis();
		return FACTOR * this.count < expected;
	}

	/**
	 * Describe them.
	 * @return words such as {@code "; 3 in 1 h before"}, empty if they are not known
	 */
	String words() {
		return this.time.isZero() ? "" : "; %d in %s before".formatted(this.count, TimeSpan.words(this.time));
	}

}
