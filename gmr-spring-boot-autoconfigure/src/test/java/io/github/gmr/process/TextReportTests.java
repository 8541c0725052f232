package io.github.gmr.process;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TextReport}.
 */
class TextReportTests {

	private static final String OPENING = title("                        Guru Meditation                         ")
			+ "|".repeat(72) + "\nsequence = 3\nhost = a = b\n\n\n";

	private static final String THREADS = title("                            Threads                             ")
			+ "at com.acme.Main\n\n";

	private static final String CLOSING = "\nduration = 5 ms\n"
			+ title("                     End of Guru Meditation                     ");

	@Test
	void ofWhenWholeReadsHeadAndSections() {
		TextReport report = TextReport.of(OPENING + THREADS + CLOSING);
		assertThat(report.head()).containsEntry("sequence", "3")
			.containsEntry("host", "a = b")
			.containsEntry("duration", "5 ms")
			.hasSize(3);
		assertThat(report.titles()).containsExactly("Threads");
		assertThat(report.section("Threads")).isEqualTo("at com.acme.Main\n\n");
	}

	@Test
	void ofWhenFindingsComeLaterTellsThemWithTheOthers() {
		String findings = title("                            Findings                            ")
				+ "None\nnot known yet = Disks (see Later Findings)\n";
		String later = title("                         Later Findings                         ");
		assertThat(TextReport.of(OPENING + findings + THREADS + later + "INFO: late\n" + CLOSING).sections())
			.containsOnlyKeys("Findings", "Threads")
			.containsEntry("Findings", "INFO: late\n");
		assertThat(TextReport.of(OPENING + findings + THREADS + later + "None\n" + CLOSING).section("Findings"))
			.isEqualTo("None\n");
	}

	@Test
	void ofWhenLinesSurroundReportFails() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> TextReport.of(OPENING + CLOSING + "more\n"));
	}

	@Test
	void ofWhenBarIsMissingFails() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> TextReport.of(OPENING.replace("|", "") + CLOSING));
	}

	@Test
	void allInWhenLastReportIsCutFindsThoseBefore() {
		String whole = OPENING + THREADS + CLOSING;
		assertThat(TextReport.allIn("noise\n" + whole + "noise\n" + OPENING + THREADS)).extracting(TextReport::text)
			.containsExactly(whole);
	}

	@Test
	void sectionsInWhenSectionStandsAloneFindsIt() {
		assertThat(TextReport.sectionsIn(THREADS)).containsOnlyKeys("Threads");
	}

	@Test
	void sectionsInWhenTextIsNoSectionFindsNone() {
		assertThat(TextReport.sectionsIn("Not found\n" + THREADS)).isEmpty();
	}

	private static String title(String centred) {
		return "=".repeat(72) + "\n====" + centred + "====\n" + "=".repeat(72) + "\n";
	}

}
