package io.github.gmr.section.metrics;

import org.jspecify.annotations.Nullable;

/**
 * What a meter says. What a meter of its kind does not have is {@code null}.
 *
 * @param value the value now, as of a gauge
 * @param count how many there were
 * @param mean the mean of them
 * @param max the greatest of late
 */
public record MeterReading(@Nullable Object value, @Nullable Object count, @Nullable Object mean,
		@Nullable Object max) {

	/**
	 * Create the reading of a meter that has nothing but a value.
	 * @param value the value
	 * @return the reading
	 */
	static MeterReading ofValue(Object value) {
		return new MeterReading(value, null, null, null);
	}

	/**
	 * Create the reading of a meter that only counts.
	 * @param count how many there were
	 * @return the reading
	 */
	static MeterReading ofCount(Object count) {
		return new MeterReading(null, count, null, null);
	}

}
