package io.github.gmr.sick;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sets the clock of an application back and forward (scenario R43). Needs
 * {@code libfaketime}.
 */
@Tag("slow")
class ClockIT {

	@TempDir
	private Path directory;

	@Test
	void reportsWhenClockIsSetBackAndForwardAreMadeAndTheNewestAreKept() throws IOException {
		Path clock = Files.writeString(this.directory.resolve("clock"), "+0");
		Path touched = Files.createFile(this.directory.resolve("touched"));
		Path reports = this.directory.resolve("reports");
		try (Patient patient = SickApplication
			.patient("--gmr.sink.file.directory=" + reports, "--gmr.sink.file.max-files=2",
					"--gmr.sink.stderr.enabled=true", "--gmr.touch-file.path=" + touched,
					"--gmr.touch-file.poll-interval=100ms")
			.environment("LD_PRELOAD", library().toString())
			.environment("FAKETIME_TIMESTAMP_FILE", clock.toString())
			.environment("FAKETIME_CACHE_DURATION", "1")
			.environment("FAKETIME_DONT_FAKE_MONOTONIC", "1")
			.startUntil(SickApplication.READY)) {
			Instant before = time(patient.report());
			patient.report();
			Files.writeString(clock, "-1h");
			awaitReport(patient, (report) -> time(report).isBefore(before.minus(Duration.ofMinutes(50))));
			assertThat(time(patient.reportOf(() -> touch(touched)))).isBefore(before);
			patient.await("files of the newest reports", () -> newestAreKept(patient, reports));
			Files.writeString(clock, "+1h");
			awaitReport(patient, (report) -> time(report).isAfter(before.plus(Duration.ofMinutes(50))));
			assertThat(time(patient.reportOf(() -> touch(touched)))).isAfter(before);
			patient.await("files of the newest reports", () -> newestAreKept(patient, reports));
		}
	}

	private static void awaitReport(Patient patient, Predicate<TextReport> condition) {
		patient.await("a report of another time", () -> condition.test(patient.report()) ? true : null);
	}

	private static @Nullable Boolean newestAreKept(Patient patient, Path directory) throws IOException {
		List<TextReport> printed = patient.reports();
		return sequences(ReportFiles.in(directory))
			.equals(sequences(printed.subList(printed.size() - 2, printed.size()))) ? true : null;
	}

	private static List<String> sequences(List<TextReport> reports) {
		return reports.stream().map((report) -> report.head().get("sequence")).toList();
	}

	private static Instant time(TextReport report) {
		return Instant.parse(report.head().get("time"));
	}

	private static void touch(Path file) {
		try {
			assertThat(new ProcessBuilder("touch", file.toString()).start().waitFor()).isZero();
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	private static Path library() throws IOException {
		try (Stream<Path> libraries = Files.find(Path.of("/usr/lib"), 3,
				(file, attributes) -> file.endsWith("faketime/libfaketimeMT.so.1"))) {
			Path library = libraries.findAny().orElse(null);
			Assumptions.assumeTrue(library != null, "There is no libfaketime");
			return library;
		}
	}

}
