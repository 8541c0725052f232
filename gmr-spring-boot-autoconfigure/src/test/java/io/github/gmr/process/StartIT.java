package io.github.gmr.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts applications whose signal cannot be used.
 */
class StartIT {

	@ParameterizedTest
	@ValueSource(strings = { "USR2", "KILL", "QUIT", "XYZ" })
	void startWhenSignalNameIsWrongFailsWithAnalysis(String name) {
		try (Patient patient = PatientApplication.patient("--gmr.signal.name=" + name).start()) {
			patient.endOfInput();
			assertThat(patient.awaitExit()).isEqualTo(1);
			assertThat(patient.stdout()).contains("APPLICATION FAILED TO START", "Description:", "Action:",
					"gmr.signal.name", name);
			assertThat(patient.stdout().split("Action:")[1]).contains("USR1");
		}
	}

	@Test
	void startWhenSignalsAreReducedWarnsOnceAndGoesOn() {
		try (Patient patient = PatientApplication.patient().jvm("-Xrs").startUntil(PatientApplication.READY)) {
			assertThat(patient.stdout().lines()).filteredOn((line) -> line.contains("WARN"))
				.singleElement()
				.asString()
				.contains("-Xrs", "gmr.touch-file.path", "/actuator/gmr", "JMX");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "--gmr.enabled=perhaps", "--gmr.signal.enabled=perhaps",
			"--gmr.section.memory.enabled=perhaps", "--gmr.section.patient-file.enabled=perhaps" })
	void startWhenSwitchIsWrongFailsWithAnalysis(String argument) {
		try (Patient patient = PatientApplication.patient(argument).start()) {
			patient.endOfInput();
			assertThat(patient.awaitExit()).isEqualTo(1);
			assertThat(patient.stdout()).contains("APPLICATION FAILED TO START", "perhaps");
		}
	}

	@Test
	void startWhenDisabledStartsNothing() {
		try (Patient patient = PatientApplication.patient("--gmr.enabled=false").startUntil(PatientApplication.READY)) {
			patient.say("threads");
			assertThat(patient.awaitStdout("(?m)^threads: (.*)$").group(1)).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "--gmr.enabled=false, Guru Meditation Reports are off",
			"--gmr.signal.enabled=false, No signal requests a Guru Meditation Report" })
	void signalWhenReportsOrSignalAreOffEndsNothing(String argument, String line) {
		try (Patient patient = PatientApplication.patient(argument).startUntil(PatientApplication.READY)) {
			patient.signals(3, "USR1");
			patient.say("threads");
			patient.awaitStdout("(?m)^threads: ");
			assertThat(patient.stdout()).containsOnlyOnce(line);
			assertThat(patient.reports()).isEmpty();
		}
	}

}
