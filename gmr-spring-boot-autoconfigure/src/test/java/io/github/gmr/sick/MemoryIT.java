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
			assertThat(patient.report().text()).doesNotContain("java.lang.OutOfMemoryError", "skipped:");
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
			assertThat(patient.report().text()).doesNotContain("java.lang.OutOfMemoryError", "skipped:");
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
			assertThat(patient.report().text()).doesNotContain("java.lang.OutOfMemoryError", "skipped:", "timed out");
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
			patient.tell("await-warm-up");
			TextReport report = patient.report();
			assertThat(report.titles()).contains("Package", "Threads", "Well");
			assertThat(report.section("Takes Heap")).containsIgnoringCase("memory");
		}
	}

	/**
	 * Scenario R67: a section takes the heap bit by bit, so that the next one to get
	 * nothing can be any thread.
	 */
	@Test
	void reportWhenSectionGathersTooMuchInterruptsItBeforeOthersGetNothing() {
		try (Patient patient = SickApplication
			.patient("--gmr.report.section-timeout=50s", "--gmr.report.timeout=60s",
					SickApplication.sections(EnumSet.of(SickSection.GATHERS, SickSection.WELL)))
			.jvm("-Xmx128m")
			.startUntil(SickApplication.READY)) {
			patient.tell("start-serving");
			TextReport report = patient.report();
			assertThat(report.section("Gathers")).contains("said = before", "too much memory: interrupted",
					"Heap.gather");
			assertThat(report.titles()).contains("Well", "Configuration");
			assertThat(patient.report().section("Threads")).contains("\"server-0\"", "\"server-1\"");
			assertThat(patient.stderr()).doesNotContain("java.lang.OutOfMemoryError");
		}
	}

	/**
	 * Scenario R66: nothing can be loaded or linked any more, by the class loader of the
	 * application neither, and no report was made before.
	 */
	@Test
	void reportWhenMetaspaceIsFullIsWholeOnStderrAndInFile(@TempDir Path directory) throws IOException {
		Path file = Files.createFile(directory.resolve("touched"));
		Path reports = directory.resolve("reports");
		try (Patient patient = SickApplication
			.patient("--gmr.sink.file.directory=" + reports, "--gmr.sink.stderr.enabled=true",
					"--gmr.touch-file.path=" + file, "--gmr.touch-file.poll-interval=100ms")
			.jvm("-XX:MaxMetaspaceSize=64m")
			.startUntil(SickApplication.READY)) {
			patient.tell("await-warm-up");
			patient.tell("fill-metaspace");
			assertMetaspaceIsFull(patient.report());
			assertMetaspaceIsFull(patient.reportOf(() -> touch(file)));
			assertThat(patient.stderr()).doesNotContain("sink 'file' failed");
			assertThat(ReportFiles.in(reports)).hasSize(2).allSatisfy(MemoryIT::assertMetaspaceIsFull);
		}
	}

	private static void assertMetaspaceIsFull(TextReport report) {
		assertThat(report.section("Findings")).contains("Metaspace is nearly full");
		assertThat(report.titles()).contains("Package", "Threads", "Processes", "Configuration", "Memory", "Runtime");
		assertThat(report.text()).doesNotContain("Error:", "LinkageError", "NoClassDefFoundError", "InternalError");
	}

	/**
	 * Scenario R66: the metaspace is full before anything could be prepared.
	 */
	@Test
	void signalWhenMetaspaceIsFullDuringStartIsAnsweredWithOneLineAtLeast() {
		try (Patient patient = SickApplication.patient("--sick.start=full").jvm("-XX:MaxMetaspaceSize=64m").start()) {
			patient.awaitStdout("hanging");
			patient.signal("USR1");
			patient.awaitStderr("(?m)^The Guru Meditation Report failed: .*Metaspace$|^.*End of Guru Meditation");
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
