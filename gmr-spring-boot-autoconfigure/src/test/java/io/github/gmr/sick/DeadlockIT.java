package io.github.gmr.sick;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks applications for reports whose threads have locked each other out, and with them
 * everybody who logs or prints.
 */
class DeadlockIT {

	/**
	 * Scenario R9.
	 */
	@Test
	void reportWhenThreadsAreDeadlockedNamesThemAndTheirLocks() {
		try (Patient patient = SickApplication.patient().startUntil(SickApplication.READY)) {
			patient.tell("cross-monitors");
			patient.tell("cross-locks");
			TextReport report = patient.report();
			assertThat(report.section("Findings")).contains("left-monitor", "right-monitor", "java.lang.Object",
					"left-lock", "right-lock", "java.util.concurrent.locks.ReentrantLock");
			assertThat(report.section("Threads")).contains("\"left-monitor\"", "\"right-lock\"");
		}
	}

	/**
	 * Scenario R9.
	 */
	@Test
	void reportWhenLoggingAndStandardStreamsAreDeadlockedIsPrinted() {
		try (Patient patient = SickApplication.patient().startUntil(SickApplication.READY)) {
			patient.tell("cross-logging");
			TextReport report = patient.report();
			assertThat(report.section("Findings")).contains("stream-thief", "logs");
			assertThat(report.titles()).contains("Package", "Threads", "Processes", "Configuration");
			assertThat(patient.report().titles()).isEqualTo(report.titles());
		}
	}

	/**
	 * Scenario R9, with a touched file that cannot be complained about.
	 */
	@Test
	void complaintAboutTouchedFileWhenLoggingIsDeadlockedHoldsNobodyUp(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("touched");
		try (Patient patient = SickApplication
			.patient("--gmr.touch-file.path=" + file, "--gmr.touch-file.poll-interval=50ms")
			.startUntil(SickApplication.READY)) {
			patient.tell("cross-logging");
			Files.createDirectory(file);
			// Each request is preceded by a look at the file
			assertThat(patient.report().titles()).contains("Threads");
			Files.delete(file);
			assertThat(patient.reportOf(() -> touch(file)).head()).containsEntry("trigger", "touched file");
		}
	}

	private static void touch(Path file) {
		try {
			Files.createFile(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Scenario R10.
	 */
	@Test
	void reportWhenBeanIsStuckInItsCreationIsWhole() {
		try (Patient patient = SickApplication.patient().startUntil(SickApplication.READY)) {
			patient.tell("create-stuck-bean");
			TextReport report = patient.report();
			assertThat(report.section("Threads")).contains("\"creator\"", "Locks.waitForEver");
			assertThat(report.titles()).contains("Package", "Threads", "Processes", "Configuration");
			assertThat(report.text()).doesNotContain("timed out", "skipped:");
		}
	}

	/**
	 * Scenario R12.
	 */
	@Test
	void reportWhenCommonPoolIsExhaustedIsWhole() {
		try (Patient patient = SickApplication.patient().startUntil(SickApplication.READY)) {
			patient.tell("block-common-pool");
			TextReport report = patient.report();
			assertThat(report.section("Threads")).contains("ForkJoinPool.commonPool-worker-1");
			assertThat(report.text()).doesNotContain("timed out", "skipped:");
		}
	}

	/**
	 * Scenario R12.
	 */
	@Test
	void reportWhenCarriersOfVirtualThreadsArePinnedIsWhole() {
		Assumptions.assumeTrue(Runtime.version().feature() >= 21, "This JDK has no virtual threads");
		try (Patient patient = SickApplication.patient()
			.jvm("-Djdk.virtualThreadScheduler.parallelism=1", "-Djdk.virtualThreadScheduler.maxPoolSize=1")
			.startUntil(SickApplication.READY)) {
			patient.tell("pin-carriers");
			TextReport report = patient.report();
			assertThat(report.section("Green Threads")).contains("Locks.waitForEver");
			assertThat(report.text()).doesNotContain("timed out", "skipped:");
		}
	}

}
