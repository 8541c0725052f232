package io.github.gmr.sick;

import io.github.gmr.process.Patient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts applications one after another in one JVM, each in a class loader of its own, as
 * developer tools do (scenario R29).
 */
class RestartIT {

	@Test
	void applicationThatIsRestartedLeavesNothingBehind() {
		restart(8);
	}

	@Test
	@Tag("slow")
	void applicationThatIsRestartedFiftyTimesLeavesNothingBehind() {
		restart(50);
	}

	private static void restart(int times) {
		try (Patient patient = RestartApplication.patient().startUntil(SickApplication.READY)) {
			patient.tell("restart " + times);
			patient.tell("count");
			assertThat(patient.stdout()).contains("class loaders: 0\n", "threads: 0\n");
			assertThat(patient.reports()).hasSize(times);
		}
	}

}
