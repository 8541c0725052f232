package io.github.gmr.sick;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks applications for reports of which threads have names that the JDK's own dump
 * cannot hold.
 */
class ThreadNamesIT {

	/**
	 * Scenario R70.
	 */
	@ParameterizedTest
	@EnabledForJreRange(minVersion = 21)
	@ValueSource(strings = { "platform", "virtual", "platform virtual" })
	void reportWhenNamesHaveControlCharactersHasAllVirtualThreads(String kinds) {
		try (Patient patient = SickApplication.patient().startUntil(SickApplication.READY)) {
			patient.tell("name-threads " + kinds);
			TextReport report = patient.report();
			String green = report.section("Green Threads");
			int count = kinds.contains("virtual") ? 52 : 50;
			assertThat(green)
				.contains("\nthreads = " + count + "\n", "Locks.here(", "Locks.there(",
						"fallback = the JDK's dump in plain text, ")
				.doesNotContainPattern("(?m)^\\s*(at com.acme.Forged|#9 |\"forged)");
			assertThat(green.lines().filter((line) -> line.contains(" virtual"))).hasSizeGreaterThanOrEqualTo(count);
			assertThat(report.titles()).contains("Threads", "Green Threads", "Processes");
			assertThat(report.text()).doesNotContain("\u001b", "\0");
			if (kinds.contains("virtual")) {
				assertThat(green).contains("virtual\\u001b[31m");
			}
			if (kinds.contains("platform")) {
				assertThat(report.section("Threads")).contains("platform\\u001b[31m");
			}
		}
	}

	/**
	 * Scenarios R47 and R70.
	 */
	@Test
	@EnabledForJreRange(minVersion = 21)
	void firstReportWhenNamesHaveControlCharactersLoadsNoReaderOfDumps() {
		try (Patient patient = SickApplication.patient()
			.jvm("-Xlog:class+load:stdout:none")
			.startUntil(SickApplication.READY)) {
			patient.awaitStdout("(?m)^io\\.github\\.gmr\\.view\\.html\\.HtmlPage ");
			patient.tell("await-warm-up");
			patient.tell("name-threads platform");
			int before = patient.stdout().length();
			assertThat(patient.report().section("Green Threads")).contains("fallback = ");
			patient.tell("await-warm-up");
			assertThat(patient.stdout().substring(before)).doesNotContain("io.github.gmr.section.dump.");
		}
	}

	/**
	 * Scenario R70.
	 */
	@Test
	@EnabledForJreRange(minVersion = 21)
	void reportWhenNamesAreWellIsReadInFull() {
		try (Patient patient = SickApplication.patient().startUntil(SickApplication.READY)) {
			patient.tell("virtual-threads 50");
			assertThat(patient.report().section("Green Threads"))
				.contains("\nthreads = 50\n", "mounted = ", "containers = ")
				.doesNotContain("fallback");
		}
	}

}
