package io.github.gmr.section.timeline;

import io.github.gmr.section.pulse.FigureSource.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FigureWords}.
 */
class FigureWordsTests {

	@ParameterizedTest
	@CsvSource({ "NUMBER, 0, 0/s", "NUMBER, 120, 120/s", "NUMBER, 12345.6, '12,346/s'", "NUMBER, 12.34, 12/s",
			"NUMBER, 1.96, 2/s", "NUMBER, 0.0167, 0.017/s", "NUMBER, 0.0002, < 0.001/s", "BYTES, 35651584, 34 MB/s",
			"BYTES, 512.7, 512 B/s", "CPU_NANOS, 120000000, 12 % of a CPU", "CPU_NANOS, 3.5e9, 350 % of a CPU",
			"MILLIS, 25, 2.5 % of the time", "MILLIS, 0, 0 % of the time" })
	void rateSaysHowMuchItIsASecond(Unit unit, double perSecond, String expected) {
		assertThat(FigureWords.rate(unit, perSecond)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "NUMBER, 1234567, '1,234,567'", "NUMBER, 2.5, 2.5", "NUMBER, -1, -1", "BYTES, 123731968, 118 MB",
			"BYTES, -1, 0 B", "CPU_NANOS, 61e9, 1 min 1 s", "MILLIS, 90000, 1 min 30 s", "MILLIS, 141, 141 ms" })
	void amountSaysHowMuchItIs(Unit unit, double amount, String expected) {
		assertThat(FigureWords.amount(unit, amount)).isEqualTo(expected);
	}

}
