package io.github.gmr.view;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PlainNumber}.
 */
class PlainNumberTests {

	@ParameterizedTest
	@CsvSource({ "0, 0", "17, 17", "-3, -3", "0.1, 0.1000", "0.123456, 0.1235", "12.34567, 12.35", "-0.5, -0.5",
			"999.96, 1000", "1234.56, 1235", "123456789012, 123456789012", "1e300, 9223372036854775807",
			"0.00000012, 1.200E-7" })
	void ofWritesDigitsThatMeanSomething(double number, String expected) {
		assertThat(PlainNumber.of(number)).hasToString(expected);
	}

}
