package io.github.gmr.content.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Words for a length of time, without the digits that nobody reads.
 */
public final class TimeSpan {

	private static final long FEW_SECONDS = 10;

	private static final int NANOS_PER_MILLI = 6;

	private static final long[] SECONDS = { 86400, 3600, 60, 1 };

	private static final String[] UNITS = { " d", " h", " min", " s" };

	private TimeSpan() {
	}

	/**
	 * Return a length of time in words.
	 * @param time the length
	 * @return the words, such as {@code "3 h 12 min"} or {@code "141 ms"}
	 */
	public static String words(Duration time) {
		if (time.isNegative()) {
			return "-"
					+ words((time.getSeconds() > Long.MIN_VALUE) ? time.negated() : Duration.ofSeconds(Long.MAX_VALUE));
		}
		return (time.getSeconds() < FEW_SECONDS) ? millis(time.toNanos()) : seconds(time.getSeconds());
	}

	private static String millis(long nanos) {
		BigDecimal millis = BigDecimal.valueOf(nanos, NANOS_PER_MILLI);
		int digits = (millis.compareTo(BigDecimal.ONE) < 0) ? 3 : 0;
		return millis.setScale(digits, RoundingMode.DOWN).stripTrailingZeros().toPlainString() + " ms";
	}

	private static String seconds(long seconds) {
		int unit = 0;
		while (seconds < SECONDS[unit]) {
			unit++;
		}
		String words = seconds / SECONDS[unit] + UNITS[unit];
		long rest = (unit + 1 < UNITS.length) ? seconds % SECONDS[unit] / SECONDS[unit + 1] : 0;
		return (rest > 0) ? words + " " + rest + UNITS[unit + 1] : words;
	}

}
