package io.github.gmr.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Finding}.
 */
class FindingTests {

	@Test
	void createFormatsSummary() {
		assertThat(Content.info("%d of %s", 3, "ten")).isEqualTo(new Finding(Finding.Severity.INFO, "3 of ten"));
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
		Finding finding = Content.warning("w").id("late").evidence("depth", 57).next("Threads", "#31");
		assertThat(finding).extracting(Finding::severity, Finding::id, Finding::summary, Finding::next)
			.containsExactly(Finding.Severity.WARNING, "late", "w", "Threads");
		assertThat(finding.details().row()).isEqualTo("#31");
		assertThat(finding.details().evidence()).containsExactly(Map.entry("depth", new Value(57L)));
	}

	@Test
	void idWhenItHasBlanksBecomesOneAndIsKeptAsGiven() {
		Finding finding = Content.info("i").id("Orders  stuck!");
		assertThat(finding.id()).isEqualTo("orders-stuck");
		assertThat(finding.details().evidence()).containsEntry("id", new Text("Orders  stuck!"));
		assertThat(Content.info("i").id(null).id()).isEqualTo("null");
		assertThat(Content.info("i").id("?!").id()).isEqualTo("none");
	}

	@Test
	void evidenceWhenItFailsCostsItself() {
		Finding finding = Content.info("i").evidence("broken", new Broken()).evidence("list", List.of(1, 2));
		assertThat(finding.details().evidence().get("broken").asText()).contains("IllegalStateException");
		assertThat(finding.details().evidence()).containsEntry("list", new Text("1, 2"));
	}

	@Test
	void detailsWhenTheyAreNullAreKeptAsWellAsCanBe() {
		Finding finding = Content.info("i").subject(null).place((String) null).evidence(null, null).setting(null);
		assertThat(finding.details().subject()).isNull();
		assertThat(finding.details().place()).isEmpty();
		assertThat(finding.details().evidence()).containsOnlyKeys("null");
		assertThat(finding.details().settings()).extracting(Setting::name).containsExactly("null");
	}

}
