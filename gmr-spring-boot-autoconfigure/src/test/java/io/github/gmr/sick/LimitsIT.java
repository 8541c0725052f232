package io.github.gmr.sick;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks applications for reports that have no thread, no file and no {@code /proc} left.
 */
class LimitsIT {

	/**
	 * Scenario R45.
	 */
	@Test
	void reportWhenNoThreadCanBeStartedIsMadeForTouchedFile(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("touched");
		try (Patient patient = SickApplication
			.patient("--gmr.touch-file.path=" + file, "--gmr.touch-file.poll-interval=50ms")
			.jvm("-Xss256k")
			.under(Root.nobody())
			.prepared("ulimit -u 400")
			.startUntil(SickApplication.READY)) {
			patient.report();
			patient.tell("exhaust-threads");
			patient.signal("USR1");
			TextReport report = patient.reportWith("touched file", () -> create(file));
			assertThat(report.section("Threads")).contains("one-too-many");
			assertThat(report.text()).doesNotContain("skipped:", "timed out");
			assertThat(patient.isAlive()).isTrue();
		}
	}

	/**
	 * Scenario R46.
	 */
	@Test
	void reportWhenNoFileCanBeOpenedGoesToStderrWithTheReason(@TempDir Path directory) {
		try (Patient patient = SickApplication.patient("--gmr.sink.file.directory=" + directory)
			.prepared("ulimit -n 200")
			.startUntil(SickApplication.READY)) {
			patient.tell("await-warm-up");
			patient.tell("exhaust-files");
			TextReport report = patient.report();
			assertThat(patient.stderr()).containsPattern("Report 1: sink 'file' failed: .*Too many open files");
			assertThat(report.titles()).contains("Package", "Threads", "Processes", "Configuration");
			assertThat(report.section("Threads")).contains("\"main\"");
			patient.tell("close-files");
			patient.signal("USR1");
			patient.awaitStderr("(?m)^Guru Meditation Report 2 is at ");
		}
	}

	/**
	 * Scenario R49.
	 */
	@Test
	void reportWhenThereIsNoProcIsWhole() {
		try (Patient patient = SickApplication.patient()
			// The launcher finds its libraries by way of /proc
			.environment("LD_LIBRARY_PATH", Path.of(System.getProperty("java.home"), "lib").toString())
			.under(Root.withFileSystem("size=1m", Path.of("/proc")))
			.startUntil(SickApplication.READY)) {
			TextReport report = patient.report();
			assertThat(report.titles()).contains("Package", "Threads", "Processes", "Configuration");
			assertThat(report.section("Threads")).contains("\"main\"");
		}
	}

	/**
	 * Scenario R47: nothing of ours is loaded or initialised when a report is asked for.
	 */
	@Test
	void firstReportLoadsNoClassOfOurs() {
		try (Patient patient = SickApplication.patient()
			.jvm("-Xlog:class+load:stdout:none")
			.startUntil(SickApplication.READY)) {
			patient.awaitStdout("(?m)^io\\.github\\.gmr\\.view\\.html\\.HtmlPage ");
			patient.tell("await-warm-up");
			int before = patient.stdout().length();
			patient.report();
			patient.tell("await-warm-up");
			assertThat(patient.stdout().substring(before).lines().filter((line) -> line.startsWith("io.github.gmr.")))
				.filteredOn((line) -> !line.contains("$$Lambda"))
				.isEmpty();
		}
	}

	private static void create(Path file) {
		try {
			Files.createFile(file);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
