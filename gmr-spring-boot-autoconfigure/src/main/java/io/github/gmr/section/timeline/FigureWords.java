package io.github.gmr.section.timeline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.github.gmr.content.text.ByteSize;
import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.section.pulse.FigureSource.Unit;

/**
 * Words for figures and their rates, such as {@code 120/s}, {@code 12 % of a CPU} or
 * {@code 34 MB}.
 */
final class FigureWords {

	private static final int LARGE = 100;

	private static final double SMALL = 0.001;

	private static final MathContext DIGITS = new MathContext(2);

	private FigureWords() {
	}

	/**
	 * Return what machines call a unit.
	 * @param unit the unit
	 * @return its name
	 */
	static String unit(Unit unit) {
		return switch (unit) {
			case BYTES -> "bytes";
			case CPU_NANOS -> "ns";
			case MILLIS -> "ms";
			case NUMBER -> "count";
		};
	}

	/**
	 * Return words for how fast a counter grows.
	 * @param unit its unit
	 * @param perSecond how much it grows each second
	 * @return the words
	 */
	static String rate(Unit unit, double perSecond) {
		return switch (unit) {
			case BYTES -> bytes(perSecond) + "/s";
			case CPU_NANOS -> percent(perSecond / TimeUnit.SECONDS.toNanos(1)) + " of a CPU";
			case MILLIS -> percent(perSecond / TimeUnit.SECONDS.toMillis(1)) + " of the time";
			case NUMBER -> number(perSecond) + "/s";
		};
	}

	/**
	 * Return words for a value that goes up and down, or for what a counter has counted.
	 * @param unit its unit
	 * @param amount the amount
	 * @return the words
	 */
	static String amount(Unit unit, double amount) {
		return switch (unit) {
			case BYTES -> bytes(amount);
			case CPU_NANOS -> TimeSpan.words(Duration.ofNanos((long) amount));
			case MILLIS -> TimeSpan.words(Duration.ofMillis((long) amount));
			case NUMBER -> number(amount);
		};
	}

	private static String bytes(double bytes) {
		return new ByteSize((long) Math.max(0, bytes)).toString();
	}

	private static String percent(double share) {
		return number(100 * share) + " %";
	}

	/**
	 * Returns whole and large numbers as they are, and two digits of others.
	 */
	private static String number(double value) {
		if (value == Math.rint(value) || Math.abs(value) >= LARGE) {
			return String.format(Locale.ROOT, "%,d", Math.round(value));
		}
		if (Math.abs(value) < SMALL) {
			return "< " + SMALL;
		}
		return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
	}

}
