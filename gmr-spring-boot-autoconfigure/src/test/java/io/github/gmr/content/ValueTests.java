package io.github.gmr.content;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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
			.withMessage(
					"'value' must be a number, a boolean, a string, a duration, a size or null but is a java.lang.Object");
	}

	@Test
	void asTextTellsTheValue() {
		assertThat(new Value(1).asText()).isEqualTo("1");
		assertThat(new Value(true).asText()).isEqualTo("true");
		assertThat(new Value(null).asText()).isEqualTo("None");
		assertThat(Content.bytes(123_456_789).asText()).isEqualTo("117 MB");
		assertThat(Content.bytes(-1).asText()).isEqualTo("None");
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, 0 ms", "PT0.000001234S, 0.001 ms", "PT0.0999S, 99 ms", "PT9.999999S, 9999 ms", "PT10S, 10 s",
			"PT1M30.5S, 1 min 30 s", "PT1H, 1 h", "PT3H12M59S, 3 h 12 min", "PT50H, 2 d 2 h", "PT48H1M, 2 d",
			"PT-90S, -1 min 30 s", "PT2562047788015215H, 106751991167300 d 15 h" })
	void asTextWhenDurationTellsWhatPeopleRead(Duration time, String words) {
		assertThat(new Value(time).asText()).isEqualTo(words);
	}

	@Test
	void asTextWhenDurationIsTheShortestDoesNotFail() {
		assertThat(new Value(Duration.ofSeconds(Long.MIN_VALUE)).asText()).startsWith("-106751991167300 d");
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
