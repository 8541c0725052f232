package io.github.gmr.content;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;

import io.github.gmr.content.text.ByteSize;
import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.content.text.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * A single value.
 *
 * @param value a {@link Boolean}, a {@link String}, a finite number ({@link Long},
 * {@link Double}, {@link BigInteger} or {@link BigDecimal}), a quantity with a unit
 * ({@link Duration} or {@link ByteSize}) or {@code null}; a number that is not finite
 * becomes its name
 */
public record Value(@Nullable Object value) implements Content {

	public Value {
		if (value instanceof Number number) {
			value = normalize(number);
		}
		else if (value instanceof String text) {
			value = WellFormed.text(text);
		}
		else if (value != null && !(value instanceof Boolean) && !isQuantity(value)) {
			throw new IllegalArgumentException(
					"'value' must be a number, a boolean, a string, a duration, a size or null but is a "
							+ value.getClass().getName());
		}
	}

	@Override
	public <R> R accept(ContentVisitor<R> visitor) {
		return visitor.visitValue(this);
	}

	@Override
	public String asText() {
		if (this.value instanceof Duration duration) {
			return TimeSpan.words(duration);
		}
		return (this.value != null) ? this.value.toString() : "None";
	}

	private static boolean isQuantity(Object value) {
		return value instanceof Duration || value instanceof ByteSize;
	}

	private static Object normalize(Number number) {
		if (number instanceof Long || number instanceof BigInteger || number instanceof BigDecimal) {
			return number;
		}
		if (number instanceof Double value) {
			return Double.isFinite(value) ? (Object) value : value.toString();
		}
		if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
			return number.longValue();
		}
		return parse(number.toString());
	}

	private static Object parse(String number) {
		try {
			return Long.valueOf(number);
		}
		catch (NumberFormatException ex) {
			return parseDecimal(number);
		}
	}

	private static Object parseDecimal(String number) {
		try {
			double value = Double.parseDouble(number);
			return Double.isFinite(value) ? (Object) value : number;
		}
		catch (NumberFormatException ex) {
			return WellFormed.text(number);
		}
	}

}
