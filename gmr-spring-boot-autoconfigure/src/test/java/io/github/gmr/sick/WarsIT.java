package io.github.gmr.sick;

import io.github.gmr.process.Patient;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several copies of this library in one JVM, as in a server with several WARs.
 */
class WarsIT {

	@Test
	void warThatIsStoppedLeavesTheSignalToTheOther() {
		try (Patient patient = WarsApplication.patient().startUntil(SickApplication.READY)) {
			patient.tell("deploy first");
			patient.tell("deploy second");
			patient.tell("undeploy first");
			assertThat(patient.report().head()).containsEntry("application", "second");
			patient.tell("deploy first");
			patient.tell("undeploy first");
			assertThat(patient.report().head()).containsEntry("application", "second");
		}
	}

	@Test
	void warThatIsReloadedLeavesNothingBehind() {
		try (Patient patient = WarsApplication.patient().startUntil(SickApplication.READY)) {
			patient.tell("deploy first");
			patient.tell("deploy second");
			patient.tell("reload first 5");
			patient.tell("reload second 5");
			patient.tell("undeploy first");
			assertThat(patient.report().head()).containsEntry("application", "second");
			patient.tell("undeploy second");
			assertNothingIsLeft(patient);
		}
	}

	@Test
	void handlerThatWasSetAfterOursStaysWhenTheWarIsGone() {
		try (Patient patient = WarsApplication.patient().startUntil(SickApplication.READY)) {
			patient.tell("deploy first");
			patient.tell("foreign");
			assertThat(patient.report().head()).containsEntry("application", "first");
			patient.awaitStdout("(?m)^foreign handler$");
			patient.tell("undeploy first");
			patient.signals(1, "USR1");
			patient.awaitStdout("(?ms)^foreign handler$.*^foreign handler$");
			assertNothingIsLeft(patient);
		}
	}

	/**
	 * JDK 17 keeps the classes of the records that were compared last, of whichever
	 * library, in method handles of its own: a few, not one more with each reload.
	 */
	private static void assertNothingIsLeft(Patient patient) {
		patient.tell("count");
		int left = Integer.parseInt(patient.awaitStdout("(?m)^class loaders: (\\d+)$").group(1));
		assertThat(left).isLessThanOrEqualTo(3);
		assertThat(patient.stdout()).contains("threads: 0\n");
	}

}
