package io.github.gmr.section.timeline;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.github.gmr.content.text.ByteSize;
import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.section.pulse.FigureSource.Unit;

/**
 * Words for figures and their rates, such as {@code 120/s}, {@code 12 % of a CPU} or
 * {@code 34 MiB}.
 */
final class FigureWords {

	private FigureWords() {
	}

	/**
	 * Return words for a level.
	 * @param unit its unit
	 * @param value its value
	 * @return the words
	 */
	static String level(Unit unit, double value) {
		return (unit == Unit.BYTES) ? bytes(value) : number(value);
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
	 * Return words for what a counter has counted.
	 * @param unit its unit
	 * @param count the count
	 * @return the words
	 */
	static String amount(Unit unit, double count) {
		return switch (unit) {
			case BYTES -> bytes(count);
			case CPU_NANOS -> TimeSpan.words(Duration.ofNanos((long) count));
			case MILLIS -> TimeSpan.words(Duration.ofMillis((long) count));
			case NUMBER -> number(count);
		};
	}

	private static String bytes(double bytes) {
		return new ByteSize((long) Math.max(0, bytes)).toString();
	}

	private static String percent(double share) {
		return number(100 * share) + " %";
	}

	private static String number(double value) {
		if (value == Math.rint(value) || Math.abs(value) >= 100) {
			return String.format(Locale.ROOT, "%,d", Math.round(value));
		}
		return String.format(Locale.ROOT, (Math.abs(value) >= 10) ? "%.0f" : (Math.abs(value) >= 0.1) ? "%.1f" : "%.2f",
				value);
	}

}
