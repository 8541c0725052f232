package io.github.gmr.sick;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shows that a report is whole within its deadline whatever its sections do together.
 */
class AllAtOnceIT {

	private static final Set<SickSection> ALL = EnumSet.of(SickSection.SLEEPS_ON, SickSection.OVERFLOWS,
			SickSection.FILLS_HEAP, SickSection.IS_HUGE, SickSection.NEVER_STOPS_ADDING, SickSection.WELL);

	@Test
	void reportWhenSectionsHangOverflowFillTheHeapAndNeverStopIsWholeWithinItsDeadline() {
		try (Patient patient = SickApplication
			.patient("--gmr.report.section-timeout=1s", "--gmr.report.timeout=8s", "--gmr.sink.stderr.max-size=20MB",
					SickApplication.sections(ALL))
			.jvm("-Xmx160m")
			.startUntil(SickApplication.READY)) {
			TextReport report = patient.report();
			assertThat(report.titles()).containsAll(ALL.stream().map(SickSection::title).toList())
				.contains("Package", "Threads", "Processes", "Configuration");
			assertThat(millis(report.head().get("duration"))).isLessThan(Duration.ofSeconds(9));
			assertThat(report.section("Threads")).contains("\"main\"");
			assertThat(report.section(SickSection.SLEEPS_ON.title())).contains("timed out", "LockSupport.parkNanos");
			assertThat(report.section(SickSection.OVERFLOWS.title())).contains("StackOverflowError");
			assertThat(report.section(SickSection.NEVER_STOPS_ADDING.title())).contains("timed out");
			TextReport second = patient.report();
			assertThat(second.section(SickSection.SLEEPS_ON.title())).contains("still running since report 1");
			assertThat(second.titles()).isEqualTo(report.titles());
		}
	}

	private static Duration millis(String duration) {
		return Duration.ofMillis(Long.parseLong(duration.replace(" ms", "")));
	}

}
