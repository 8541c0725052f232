package io.github.gmr.sick;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks applications for reports whose standard error nobody reads, or that have none.
 */
class StderrIT {

	@TempDir
	private Path directory;

	/**
	 * Scenario R16.
	 */
	@Test
	void reportsWhenNobodyReadsStderrGoToFilesAndLossesAreTold() throws Exception {
		Path pipe = this.directory.resolve("stderr");
		assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
		// Opened for both, so that neither side waits for the other
		try (RandomAccessFile reader = new RandomAccessFile(pipe.toFile(), "rw");
				Patient patient = SickApplication
					.patient("--gmr.sink.stderr.enabled=true", files(),
							SickApplication.sections(Set.of(SickSection.IS_LONG)))
					.redirected("2>" + pipe)
					.startUntil(SickApplication.READY)) {
			patient.tell("publish 3");
			assertThat(patient.stdout()).contains("nobody reads standard error",
					"an earlier report is still being written");
			assertThat(reports()).hasSize(3);
			assertThat(reports().get(2).section("Findings")).contains("did not reach");
			Thread reading = new Thread(() -> drain(reader));
			reading.setDaemon(true);
			reading.start();
			patient.tell("publish until stderr takes it");
			patient.close();
		}
	}

	/**
	 * Scenario R17.
	 */
	@Test
	void reportsWhenReaderOfStderrHasGoneGoToFiles() throws Exception {
		Path pipe = this.directory.resolve("stderr");
		assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
		RandomAccessFile reader = new RandomAccessFile(pipe.toFile(), "rw");
		try (reader;
				Patient patient = SickApplication.patient("--gmr.sink.stderr.enabled=true", files())
					.redirected("2>" + pipe)
					.startUntil(SickApplication.READY)) {
			reader.close();
			patient.tell("publish 2");
			assertThat(patient.stdout()).contains("stderr: java.io.IOException: Broken pipe");
			assertThat(reports()).hasSize(2);
		}
	}

	/**
	 * Scenario R17.
	 */
	@Test
	void reportsWhenStderrIsClosedGoToFiles() throws IOException {
		try (Patient patient = SickApplication.patient("--gmr.sink.stderr.enabled=true", files())
			.redirected("2>&-")
			.startUntil(SickApplication.READY)) {
			patient.tell("publish 2");
			assertThat(patient.stdout()).contains("stderr: java.io.IOException");
			assertThat(reports()).hasSize(2);
		}
	}

	/**
	 * Scenario R18.
	 */
	@Test
	void reportsWhenStderrIsFullGoToFilesAndLossesAreTold() throws IOException {
		try (Patient patient = SickApplication.patient("--gmr.sink.stderr.enabled=true", files())
			.redirected("2>/dev/full")
			.startUntil(SickApplication.READY)) {
			patient.tell("publish 2");
			assertThat(patient.stdout()).contains("stderr: java.io.IOException: No space left on device");
			assertThat(reports()).hasSize(2);
			assertThat(reports().get(1).section("Findings")).contains("did not reach", "No space left on device");
		}
	}

	private String files() {
		return "--gmr.sink.file.directory=" + this.directory.resolve("reports");
	}

	private List<TextReport> reports() throws IOException {
		return ReportFiles.in(this.directory.resolve("reports"));
	}

	private static void drain(RandomAccessFile reader) {
		byte[] buffer = new byte[8192];
		try {
			while (reader.read(buffer) >= 0) {
				Thread.onSpinWait();
			}
		}
		catch (IOException ex) {
			// The test is over
		}
	}

}
