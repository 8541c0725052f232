package io.github.gmr.content;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Finding}.
 */
class FindingTests {

	@Test
	void createFormatsSummary() {
		assertThat(Content.info("%d of %s", 3, "ten")).isEqualTo(new Finding(Finding.Severity.INFO, "3 of ten", null));
		assertThat(Content.warning("w").severity()).isEqualTo(Finding.Severity.WARNING);
		assertThat(Content.critical("c").severity()).isEqualTo(Finding.Severity.CRITICAL);
	}

	@Test
	void createWhenThereAreNoArgumentsKeepsSummary() {
		assertThat(Content.info("100% full").summary()).isEqualTo("100% full");
	}

	@Test
	void createWhenNumbersAreNotFiniteTellsTheirNames() {
		assertThat(Content.info("%.1f and %.1f %%", Double.NaN, Float.NEGATIVE_INFINITY).summary())
			.isEqualTo("NaN and -Infinity %");
	}

	@Test
	void createWhenArgumentIsNullTellsIt() {
		assertThat(Content.info("%d and %s", null, null).summary()).isEqualTo("null and null");
	}

	@Test
	void createWhenFormatDoesNotFitTellsSummaryAndArguments() {
		assertThat(Content.info("%d orders", 1.5).summary()).isEqualTo("%d orders [1.5]");
		assertThat(Content.info("%d of %d", 1).summary()).isEqualTo("%d of %d [1]");
		assertThat(Content.info("100% full: %s", "x").summary()).isEqualTo("100% full: %s [x]");
	}

	@Test
	void createWhenArgumentFailsTellsHow() {
		assertThat(Content.info("%s and %s", 1, new Broken()).summary())
			.isEqualTo("%s and %s [1, (java.lang.IllegalStateException)]");
	}

	@Test
	void createWhenLocaleHasOtherDigitsKeepsDigits() {
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
		try {
			assertThat(Content.info("%,d", 12345).summary()).isEqualTo("12,345");
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void nextKeepsTheRest() {
		assertThat(Content.warning("w").next("Threads"))
			.isEqualTo(new Finding(Finding.Severity.WARNING, "w", "Threads"));
	}

}
