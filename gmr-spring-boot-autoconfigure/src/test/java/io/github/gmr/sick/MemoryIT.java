package io.github.gmr.sick;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks applications for reports that have little heap left, or none.
 */
class MemoryIT {

	/**
	 * Scenario R13.
	 */
	@Test
	void reportWhenHeapIsAlmostFullIsWhole() {
		try (Patient patient = SickApplication.patient("--gmr.report.timeout=60s", "--gmr.report.section-timeout=20s")
			.jvm("-Xmx64m")
			.startUntil(SickApplication.READY)) {
			patient.report();
			patient.tell("fill-heap-but 2");
			TextReport report = patient.report();
			assertThat(report.titles()).contains("Package", "Threads", "Processes", "Configuration");
			assertThat(report.section("Threads")).contains("\"main\"");
			patient.tell("empty-heap");
			assertThat(patient.report().text()).doesNotContain("OutOfMemoryError", "skipped:");
		}
	}

	/**
	 * Scenario R14: a signal is lost, a touched file is seen.
	 */
	@Test
	void reportWhenHeapIsFullIsMadeForTouchedFile(@TempDir Path directory) throws IOException {
		Path file = Files.createFile(directory.resolve("touched"));
		try (Patient patient = SickApplication
			.patient("--gmr.report.timeout=60s", "--gmr.report.section-timeout=20s", "--gmr.touch-file.path=" + file,
					"--gmr.touch-file.poll-interval=100ms")
			.jvm("-Xmx64m")
			.startUntil(SickApplication.READY)) {
			patient.report();
			patient.say("fill-heap");
			patient.awaitStdout("(?m)^full$");
			TextReport report = patient.reportOf(() -> touch(file));
			assertThat(report.titles()).contains("Package", "Threads");
			assertThat(report.section("Threads")).contains("\"main\"");
			patient.say("");
			patient.awaitStdout("(?m)^done: fill-heap$");
			assertThat(patient.report().text()).doesNotContain("OutOfMemoryError", "skipped:");
		}
	}

	/**
	 * Scenario R15: threads allocate in what is left of the heap, so that the JVM does
	 * little else than collect garbage.
	 */
	@Test
	void reportWhenGarbageIsCollectedAllTheTimeIsPrintedAndMayBePartial() {
		try (Patient patient = SickApplication.patient().jvm("-Xmx64m").startUntil(SickApplication.READY)) {
			patient.report();
			patient.tell("thrash-heap 3");
			TextReport report = patient.report();
			assertThat(report.titles()).contains("Findings", "Package", "Threads", "Processes", "Configuration");
			patient.tell("empty-heap");
			assertThat(patient.report().text()).doesNotContain("OutOfMemoryError", "skipped:", "timed out");
		}
	}

	/**
	 * Scenario R14: a section takes the heap and keeps it. Its time limit must not end
	 * while it does: left behind, it would take what is set aside for the rest, too.
	 */
	@Test
	void reportWhenSectionTakesTheHeapForGoodIsPrinted() {
		try (Patient patient = SickApplication
			.patient("--gmr.report.timeout=60s", "--gmr.report.section-timeout=50s",
					SickApplication.sections(EnumSet.of(SickSection.TAKES_HEAP, SickSection.WELL)))
			.jvm("-Xmx64m")
			.startUntil(SickApplication.READY)) {
			TextReport report = patient.report();
			assertThat(report.titles()).contains("Package", "Threads", "Well");
			assertThat(report.section("Takes Heap")).containsIgnoringCase("memory");
		}
	}

	private static void touch(Path file) {
		try {
			Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
