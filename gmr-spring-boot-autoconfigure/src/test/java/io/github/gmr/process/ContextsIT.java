package io.github.gmr.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opens and closes contexts in one JVM and sends it signals.
 */
class ContextsIT {

	@Test
	void signalWhenLastContextIsClosedIsIgnored() {
		try (Patient patient = PatientApplication.patient().startUntil(PatientApplication.READY)) {
			patient.say("close");
			patient.awaitStdout("(?m)^done: close$");
			patient.signal("USR1");
			patient.say("threads");
			patient.awaitStdout("(?m)^threads: ");
			assertThat(patient.isAlive()).isTrue();
			assertThat(patient.stderr()).doesNotContain("Guru Meditation");
		}
	}

	@Test
	void signalWhenContextIsOpenedAfterLastOneWasClosedPrintsReport() {
		try (Patient patient = PatientApplication.patient().startUntil(PatientApplication.READY)) {
			patient.say("close");
			patient.say("open --spring.application.name=second");
			patient.awaitStdout("(?m)^done: open");
			TextReport report = patient.report();
			assertThat(report.head()).containsEntry("application", "second");
			assertThat(report.titles()).contains("Threads", "Configuration", "Patient File");
		}
	}

	/**
	 * Scenario R25, in a JVM that goes on.
	 */
	@Test
	void signalWhenLastContextHasFailedToStartIsIgnored() {
		try (Patient patient = PatientApplication.patient().startUntil(PatientApplication.READY)) {
			patient.say("close");
			patient.say("open --patient.waits=true --patient.fails=true");
			patient.awaitStdout("(?m)^waiting$");
			assertThat(patient.report().section("Findings")).contains("not ready");
			patient.say("go on");
			patient.awaitStdout("(?m)^failed: open");
			patient.signals(3, "USR1");
			patient.say("open");
			patient.awaitStdout("(?m)^done: open$");
			assertThat(patient.report().head()).containsEntry("sequence", "2")
				.doesNotContainKey("merged with this report");
		}
	}

	@Test
	void signalWhenTwoContextsLivePrintsSectionsOfBoth() {
		try (Patient patient = PatientApplication.patient("--spring.application.name=first")
			.startUntil(PatientApplication.READY)) {
			patient.say("open --spring.application.name=second");
			patient.awaitStdout("(?m)^done: open");
			assertThat(patient.report().titles()).containsExactly("Findings", "Package (first)", "Package (second)",
					"Threads", "Green Threads", "Processes", "Configuration (first)", "Configuration (second)",
					"Timeline (first)", "Timeline (second)", "Runtime", "Memory", "Sockets", "Executors (first)",
					"Executors (second)", "Disks (first)", "Disks (second)", "Availability (first)",
					"Availability (second)", "Certificates (first)", "Certificates (second)", "Log (first)",
					"Log (second)", "Patient File (first)", "Patient File (second)");
		}
	}

	@Test
	void signalWhenFirstOfTwoContextsIsClosedPrintsSectionsOfTheOther() {
		try (Patient patient = PatientApplication.patient("--spring.application.name=first")
			.startUntil(PatientApplication.READY)) {
			patient.say("open --spring.application.name=second");
			patient.say("close");
			patient.awaitStdout("(?m)^done: close$");
			TextReport report = patient.report();
			assertThat(report.text()).doesNotContain("(first)");
			assertThat(report.titles()).contains("Threads", "Configuration", "Patient File");
		}
	}

	@Test
	void signalWhenSecondContextIsDisabledPrintsFirstAlone() {
		try (Patient patient = PatientApplication.patient("--spring.application.name=first")
			.startUntil(PatientApplication.READY)) {
			patient.say("open --spring.application.name=second --gmr.enabled=false");
			patient.awaitStdout("(?m)^done: open");
			TextReport report = patient.report();
			assertThat(report.head()).containsEntry("application", "first");
			assertThat(report.titles()).containsOnlyOnce("Package", "Threads", "Configuration", "Patient File");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "--gmr.signal.enabled=false", "--gmr.signal.name=WINCH" })
	void signalWhenSecondContextWantsAnotherStaysThatOfFirst(String argument) {
		try (Patient patient = PatientApplication.patient("--spring.application.name=first")
			.startUntil(PatientApplication.READY)) {
			patient.say("open --spring.application.name=second " + argument);
			patient.awaitStdout("(?m)^done: open");
			assertThat(patient.report().head()).containsEntry("application", "first, second");
		}
	}

	@Test
	void signalWhenLibraryHasStartedContextsOfItsOwnReportsTheApplicationAlone() {
		try (Patient patient = PatientApplication.patient("--spring.application.name=first")
			.startUntil(PatientApplication.READY)) {
			patient.say("helper");
			patient.awaitStdout("(?m)^done: helper$");
			patient.say("open --spring.application.name=second");
			patient.awaitStdout("(?m)^done: open");
			patient.say("helper");
			patient.awaitStdout("(?ms)^done: helper$.*^done: helper$");
			TextReport report = patient.report();
			assertThat(report.head()).containsEntry("application", "first, second");
			assertThat(report.text()).doesNotContain("still starting");
		}
	}

	@Test
	void jvmWhenLastContextIsClosedEnds() {
		try (Patient patient = PatientApplication.patient().startUntil(PatientApplication.READY)) {
			patient.report();
			patient.endOfInput();
			assertThat(patient.awaitExit()).isZero();
		}
	}

}
