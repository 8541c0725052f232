package io.github.gmr.view;

import java.time.Duration;

import io.github.gmr.content.Value;
import io.github.gmr.content.text.ByteSize;
import org.jspecify.annotations.Nullable;

/**
 * A value with a unit, as machines read it.
 *
 * @param number the number
 * @param unit its unit
 */
public record Quantity(Number number, String unit) {

	/**
	 * Return the quantity that a value is.
	 * @param value the value
	 * @return the quantity, or {@code null} if the value has no unit
	 */
	public static @Nullable Quantity of(Value value) {
		if (value.value() instanceof Duration duration) {
			return new Quantity(Millis.of(duration), "ms");
		}
		return (value.value() instanceof ByteSize size) ? new Quantity(size.bytes(), "bytes") : null;
	}

}
