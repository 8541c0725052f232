package io.github.gmr.view;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * Writes lengths of time as milliseconds with three decimals.
 */
public final class Millis {

	private static final int NANOS_PER_MICRO = 1000;

	private Millis() {
	}

	public static BigDecimal of(Duration duration) {
		return BigDecimal.valueOf(duration.getSeconds())
			.scaleByPowerOfTen(3)
			.add(BigDecimal.valueOf(duration.getNano() / NANOS_PER_MICRO, 3));
	}

	public static BigDecimal ofNanos(long nanos) {
		return BigDecimal.valueOf(nanos / NANOS_PER_MICRO, 3);
	}

}
