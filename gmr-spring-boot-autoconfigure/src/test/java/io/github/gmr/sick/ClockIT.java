package io.github.gmr.sick;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sets the clock of an application back and forward (scenario R43).
 */
class ClockIT {

	@TempDir
	private Path directory;

	@Test
	void reportsWhenClockIsSetBackAndForwardAreMadeAndTheNewestAreKept() throws Exception {
		WrongClock clock = new WrongClock(this.directory);
		Path touched = Files.createFile(this.directory.resolve("touched"));
		Path files = this.directory.resolve("reports");
		try (Patient patient = clock
			.given(SickApplication.patient("--gmr.sink.file.directory=" + files, "--gmr.sink.file.max-files=2",
					"--gmr.sink.stderr.enabled=true", "--gmr.touch-file.path=" + touched,
					"--gmr.touch-file.poll-interval=100ms", "--gmr.pulse.interval=200ms"))
			.startUntil(SickApplication.READY)) {
			Instant start = time(patient.report());
			patient.report();
			clock.set(Duration.ofHours(-1));
			assertThat(time(patient.report())).isBefore(start.minus(Duration.ofMinutes(50)));
			assertThat(time(patient.reportOf(() -> touch(touched)))).isBefore(start.minus(Duration.ofMinutes(50)));
			patient.await("files of the newest reports", () -> are(files, "3", "4"));
			clock.set(Duration.ofHours(1));
			assertThat(time(patient.report())).isAfter(start.plus(Duration.ofMinutes(50)));
			assertThat(time(patient.reportOf(() -> touch(touched)))).isAfter(start.plus(Duration.ofMinutes(50)));
			patient.await("files of the newest reports", () -> are(files, "5", "6"));
			patient.await("report of how the clock was set", () -> tellsOfClock(patient.report()));
		}
	}

	private static @Nullable Boolean tellsOfClock(TextReport report) {
		return report.section("Timeline").contains("The wall clock was set back by ")
				&& report.section("Timeline").contains("The wall clock was set forward by ") ? true : null;
	}

	private static @Nullable Boolean are(Path files, String... sequences) throws IOException {
		return ReportFiles.in(files)
			.stream()
			.map((report) -> report.head().get("sequence"))
			.toList()
			.equals(List.of(sequences)) ? true : null;
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

}
