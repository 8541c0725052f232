package io.github.gmr.sick;

import io.github.gmr.process.Patient;
import io.github.gmr.process.Vitals;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends more signals than anybody can answer.
 */
class FloodIT {

	/**
	 * Scenario R1.
	 */
	@Test
	void reportsWhenThousandSignalsComeAtOnceAreFewWholeAndCountTheOthers() {
		try (Patient patient = SickApplication.patient("--gmr.report.min-interval=500ms")
			.startUntil(SickApplication.READY)) {
			patient.signals(1000, "USR1");
			patient.report();
			patient.tell("await-end-of-handlers");
			assertThat(patient.reports()).hasSizeLessThan(12);
			assertThat(patient.stderr().split("={72}\n====\\s+Guru Meditation\\s+====\n"))
				.hasSize(patient.reports().size() + 1);
		}
	}

	@Test
	void reportsWhenSignalsComeFasterThanTheIntervalAnswerAllOfThem() {
		try (Patient patient = SickApplication.patient("--gmr.report.min-interval=2s")
			.startUntil(SickApplication.READY)) {
			patient.report();
			for (int i = 0; i < 10; i++) {
				patient.signal("USR1");
			}
			patient.await("answers to all signals", () -> (answered(patient) >= 8) ? true : null);
			assertThat(patient.reports()).hasSizeLessThan(8);
			assertThat(answered(patient)).isLessThanOrEqualTo(11);
		}
	}

	private static int answered(Patient patient) {
		return patient.reports()
			.stream()
			.mapToInt((report) -> 1 + Integer.parseInt(report.head().getOrDefault("merged with this report", "0")))
			.sum();
	}

	/**
	 * Scenario R2.
	 */
	@Test
	@Tag("slow")
	void applicationWhenSignalsComeForOneMinuteStaysAsItIs() {
		try (Patient patient = SickApplication.patient().startUntil(SickApplication.READY)) {
			patient.report();
			Vitals before = Vitals.of(patient);
			long end = System.nanoTime() + java.time.Duration.ofSeconds(60).toNanos();
			while (System.nanoTime() < end) {
				patient.signals(1000, "USR1");
			}
			patient.report();
			patient.tell("await-end-of-handlers");
			Vitals after = Vitals.of(patient);
			assertThat(patient.reports()).hasSizeLessThan(80);
			assertThat(after).satisfies((vitals) -> vitals.isNoWorseThan(before));
		}
	}

}
