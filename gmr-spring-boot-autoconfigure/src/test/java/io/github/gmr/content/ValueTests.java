package io.github.gmr.content;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link Value}.
 */
class ValueTests {

	@ParameterizedTest
	@MethodSource
	void createWhenNumberMakesItPlain(Number number, Object expected) {
		assertThat(new Value(number).value()).isEqualTo(expected);
	}

	static Stream<Arguments> createWhenNumberMakesItPlain() {
		BigInteger large = BigInteger.TWO.pow(80);
		BigDecimal exact = new BigDecimal("0.10");
		return Stream.of(arguments((byte) -1, -1L), arguments((short) 2, 2L), arguments(3, 3L), arguments(4L, 4L),
				arguments(0.5, 0.5), arguments(0.1f, 0.1), arguments(large, large), arguments(exact, exact),
				arguments(new AtomicLong(Long.MIN_VALUE), Long.MIN_VALUE), arguments(new AtomicInteger(5), 5L),
				arguments(new LongAdder(), 0L), arguments(new Told("2.5"), 2.5), arguments(new Told("1/3"), "1/3"));
	}

	@ParameterizedTest
	@MethodSource
	void createWhenNumberIsNotFiniteTellsItsName(Number number, String expected) {
		assertThat(new Value(number).value()).isEqualTo(expected);
	}

	static Stream<Arguments> createWhenNumberIsNotFiniteTellsItsName() {
		return Stream.of(arguments(Double.NaN, "NaN"), arguments(Double.POSITIVE_INFINITY, "Infinity"),
				arguments(Double.NEGATIVE_INFINITY, "-Infinity"), arguments(Float.NaN, "NaN"),
				arguments(Float.NEGATIVE_INFINITY, "-Infinity"), arguments(new Told("1e999"), "1e999"),
				arguments(new Told("NaN"), "NaN"));
	}

	@Test
	void createWhenStringIsHalfASurrogatePairEscapesIt() {
		assertThat(new Value("a\ud800b").value()).isEqualTo("a\\ud800b");
	}

	@Test
	void createWhenAnythingElseThrowsException() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Value(new Object()))
			.withMessage("'value' must be a number, a boolean, a string or null but is a java.lang.Object");
	}

	@Test
	void asTextTellsTheValue() {
		assertThat(new Value(1).asText()).isEqualTo("1");
		assertThat(new Value(true).asText()).isEqualTo("true");
		assertThat(new Value(null).asText()).isEqualTo("None");
	}

	/**
	 * A number of an unknown class.
	 */
	private static final class Told extends Number {

		private final String text;

		private Told(String text) {
			this.text = text;
		}

		@Override
		public int intValue() {
			return 0;
		}

		@Override
		public long longValue() {
			return 0;
		}

		@Override
		public float floatValue() {
			return 0;
		}

		@Override
		public double doubleValue() {
			return 0;
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

}
