package io.github.gmr.report;

import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Finding.Severity;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FindingCounts}.
 */
class FindingCountsTests {

	@Test
	void ofCountsConsequencesToo() {
		ReportFinding root = new ReportFinding(Content.warning("a"), "Web",
				List.of(finding(Content.critical("b")), finding(Content.warning("c"))));
		FindingCounts counts = FindingCounts.of(List.of(root, finding(Content.warning("d"))));
		assertThat(counts).hasToString("critical=1, warning=3, info=0");
		assertThat(counts.of(Severity.WARNING)).isEqualTo(3);
	}

	@Test
	void reachWhenFindingIsAsBadOrWorseIsTrue() {
		FindingCounts warning = FindingCounts.of(List.of(finding(Content.warning("a"))));
		assertThat(warning.reach(Severity.INFO)).isTrue();
		assertThat(warning.reach(Severity.WARNING)).isTrue();
		assertThat(warning.reach(Severity.CRITICAL)).isFalse();
	}

	@Test
	void reachWhenNothingIsFoundIsFalse() {
		FindingCounts none = FindingCounts.of(List.of());
		assertThat(none).hasToString("critical=0, warning=0, info=0");
		assertThat(none.reach(Severity.INFO)).isFalse();
	}

	private static ReportFinding finding(Finding finding) {
		return new ReportFinding(finding, "Web");
	}

}
