package io.github.gmr.sick;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Asks for reports while applications start and stop.
 */
class LifeCycleIT {

	/**
	 * Scenario R24.
	 */
	@Test
	void signalsFromTheFirstMomentOnAreAnsweredWithTheBeanThatHangs() {
		try (Patient patient = SickApplication.patient("--sick.start=hangs")
			.under("env", "--ignore-signal=USR1")
			.start()) {
			patient.signalsUntil("End of Guru Meditation", "USR1");
			patient.awaitStdout("hanging");
			TextReport report = patient.reportWith("SickApplication.hangInStart");
			assertThat(report.titles()).contains("Package", "Threads", "Processes");
			assertThat(report.section("Threads")).contains("SickApplication.hangInStart");
			assertThat(report.section("Findings")).contains("not ready");
			patient.say("go on");
			patient.awaitStdout(SickApplication.READY);
			assertThat(patient.reportOf(() -> patient.signal("USR1")).titles()).contains("Configuration");
		}
	}

	/**
	 * Scenario R24, with files and hidden values.
	 */
	@Test
	void signalDuringStartIsAnsweredAsConfigured(@TempDir Path directory) throws IOException {
		try (Patient patient = SickApplication
			.patient("--sick.start=hangs", "--gmr.sink.file.directory=" + directory,
					"--gmr.section.configuration.values=hidden", "--gmr.section.runtime.enabled=false",
					"--acme.greeting=good-morning")
			.under("env", "--ignore-signal=USR1")
			.start()) {
			patient.awaitStdout("hanging");
			patient.signal("USR1");
			patient.awaitStderr("Guru Meditation Report \\d+ .*" + directory);
			TextReport report = ReportFiles.in(directory).get(0);
			assertThat(report.titles()).contains("State", "Threads", "Configuration").doesNotContain("Runtime");
			assertThat(report.text()).contains("--acme.greeting=******").doesNotContain("good-morning");
			assertThat(patient.reports()).isEmpty();
		}
	}

	/**
	 * Scenario R24: the context, which may know better, tells what is wrong.
	 */
	@Test
	void startWhenKeyIsWrongFailsWithItsName() {
		try (Patient patient = SickApplication.patient("--gmr.sink.stderr.max-size=1KB", "--gmr.redact.values=(")
			.start()) {
			assertThat(patient.awaitExit()).isEqualTo(1);
			assertThat(patient.stdout()).contains("APPLICATION FAILED TO START", "gmr.sink.stderr.max-size");
		}
	}

	/**
	 * Scenario R25.
	 */
	@Test
	void signalsDuringStartThatFailsHoldNobodyUp() {
		try (Patient patient = SickApplication.patient("--sick.start=fails")
			.under("env", "--ignore-signal=USR1")
			.start()) {
			patient.awaitStdout("hanging");
			patient.signals(20, "USR1");
			patient.say("go on");
			patient.signals(20, "USR1");
			assertThat(patient.awaitExit()).isEqualTo(1);
		}
	}

	/**
	 * Scenario R26.
	 */
	@Test
	void signalWhileShutdownHangsPrintsThreadsAndChangesNoExitCode() {
		try (Patient patient = SickApplication
			.patient("--sick.stop=hangs", SickApplication.sections(Set.of(SickSection.WELL)))
			.startUntil(SickApplication.READY)) {
			patient.report();
			patient.signal("TERM");
			patient.awaitStdout("(?m)^closed$");
			TextReport report = patient.report();
			assertThat(report.titles()).contains("Threads", "Processes", "State")
				.doesNotContain("Well", "Configuration");
			assertThat(report.section("Threads")).contains("SickApplication.hangInStop");
			assertThat(report.section("Findings")).contains("shuts down");
			patient.say("go on");
			assertThat(patient.awaitExit()).isEqualTo(143);
		}
	}

	/**
	 * Scenario R26: the bean of the application is destroyed after all of ours.
	 */
	@Test
	void signalWhileBeanIsDestroyedIsAnsweredAsConfigured(@TempDir Path directory) throws IOException {
		try (Patient patient = SickApplication
			.patient("--sick.destroy=hangs", "--gmr.sink.file.directory=" + directory, "--gmr.sink.file.format=json",
					"--gmr.sink.stderr.enabled=true")
			.startUntil(SickApplication.READY)) {
			patient.signal("TERM");
			patient.awaitStdout("(?m)^destroying$");
			TextReport report = patient.report();
			assertThat(report.section("Threads")).contains("SickApplication.hangInStop");
			assertThat(report.section("Findings")).contains("its beans are being destroyed");
			assertThat(directory).isDirectoryContaining("glob:**.json");
			patient.say("go on");
			assertThat(patient.awaitExit()).isEqualTo(143);
		}
	}

	/**
	 * Scenario R26: a report is being made, and would be for an hour.
	 */
	@Test
	void shutdownWhenReportHangsIsNotHeldUp() {
		try (Patient patient = SickApplication
			.patient("--gmr.report.section-timeout=1h", "--gmr.report.timeout=1h",
					SickApplication.sections(Set.of(SickSection.SLEEPS_ON)))
			.startUntil(SickApplication.READY)) {
			patient.signal("USR1");
			patient.tell("await-section");
			patient.signal("TERM");
			assertThat(patient.awaitExit()).isEqualTo(143);
		}
	}

	/**
	 * Scenario R28.
	 */
	@Test
	void reportsWhenContextHasChildTellAboutBothUntilItCloses() {
		try (Patient patient = SickApplication.patient("--spring.application.name=parent")
			.startUntil(SickApplication.READY)) {
			patient.tell("open-child");
			assertThat(patient.report().titles()).contains("Configuration (parent)", "Configuration (child)")
				.containsOnlyOnce("Threads");
			patient.tell("close-child");
			assertThat(patient.report().titles()).contains("Configuration").doesNotContain("Configuration (child)");
		}
	}

	/**
	 * Scenario R48.
	 */
	@Test
	void signalWhileProcessIsStoppedIsAnsweredWhenItGoesOn() {
		assertReportAfterPauseIsWhole(Duration.ofSeconds(3));
	}

	/**
	 * Scenario R48.
	 */
	@Test
	@Tag("slow")
	void signalWhileProcessIsStoppedForOneMinuteIsAnsweredWhenItGoesOn() {
		assertReportAfterPauseIsWhole(Duration.ofSeconds(60));
	}

	private static void assertReportAfterPauseIsWhole(Duration pause) {
		try (Patient patient = SickApplication.patient("--gmr.pulse.interval=500ms")
			.startUntil(SickApplication.READY)) {
			patient.report();
			patient.signal("STOP");
			patient.signals(5, "USR1");
			await().atMost(pause.plusSeconds(30)).pollDelay(pause).until(patient::isAlive);
			TextReport report = patient.reportOf(() -> patient.signal("CONT"));
			assertThat(report.text()).doesNotContain("timed out", "skipped:");
			assertThat(patient.report().section("Timeline")).contains("Nothing ran for ");
		}
	}

}
