package io.github.gmr.sick;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import io.github.gmr.process.Patient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Does all that can be done to a file whose touch asks for a report (scenario R44).
 */
class TouchedFileIT {

	private static final String COMPLAINT = "asks for no Guru Meditation Report: ";

	@TempDir
	private Path directory;

	private Path file;

	private Patient patient;

	@BeforeEach
	void start() {
		this.file = this.directory.resolve("touched");
		// A signal is not delivered to this one
		this.patient = SickApplication
			.patient("--gmr.touch-file.path=" + this.file, "--gmr.touch-file.poll-interval=50ms",
					"--gmr.report.min-interval=0")
			.jvm("-Xrs")
			.startUntil(SickApplication.READY);
		this.patient.reportOf(() -> this.patient.tell("publish 1"));
	}

	@AfterEach
	void stop() {
		this.patient.close();
	}

	@Test
	void everyChangeAsksForOneReport() throws IOException {
		assertReport(() -> Files.createFile(this.file));
		assertReport(() -> modify(Instant.now().plusSeconds(3600)));
		assertReport(() -> modify(Instant.EPOCH));
		assertReport(() -> modify(Instant.EPOCH.plusMillis(1)));
		Files.delete(this.file);
		awaitPolls();
		assertReport(() -> Files.createFile(this.file));
		assertThat(this.patient.reports()).hasSize(6);
		assertThat(this.patient.stdout()).doesNotContain(COMPLAINT);
	}

	@Test
	void whateverIsNoRegularFileAsksForNothingAndIsWarnedOfOnce() throws Exception {
		for (String create : new String[] { "mkdir", "mkfifo", "ln -s /etc/hostname" }) {
			assertThat(new ProcessBuilder("bash", "-c", create + " " + this.file).start().waitFor()).isZero();
			this.patient.awaitStdout(COMPLAINT + "it is not a regular file");
			awaitPolls();
			assertThat(new ProcessBuilder("touch", "-h", this.file.toString()).start().waitFor()).isZero();
			awaitPolls();
			Files.delete(this.file);
			awaitPolls();
		}
		assertThat(this.patient.reports()).hasSize(1);
		assertThat(this.patient.stdout().split(COMPLAINT)).hasSize(2);
		assertReport(() -> Files.createFile(this.file));
	}

	@Test
	void fileOfSomebodyElseAsksForNothingAndIsWarnedOfOnce() throws IOException {
		Assumptions.assumeTrue(Root.isUs(), "Only the superuser can give files away");
		assertReport(() -> Files.createFile(this.file));
		Files.setAttribute(this.file, "unix:uid", Root.NOBODY);
		this.patient.awaitStdout(COMPLAINT + "it belongs neither to");
		modify(Instant.EPOCH);
		awaitPolls();
		assertThat(this.patient.reports()).hasSize(2);
		Files.setAttribute(this.file, "unix:uid", 0);
		awaitPolls();
		assertReport(() -> modify(Instant.EPOCH.plusSeconds(1)));
	}

	/**
	 * What is wrong is known before the application has set up its log.
	 */
	@Test
	void whateverIsNoRegularFileFromTheStartIsWarnedOfOnce() throws IOException {
		Path directory = Files.createDirectory(this.directory.resolve("directory"));
		try (Patient patient = SickApplication
			.patient("--gmr.touch-file.path=" + directory, "--gmr.touch-file.poll-interval=10ms")
			.startUntil(SickApplication.READY)) {
			patient.awaitStdout(COMPLAINT + "it is not a regular file");
			patient.tell("await-polls");
			assertThat(patient.stdout().split(COMPLAINT)).hasSize(2);
		}
	}

	private void assertReport(Change change) {
		assertThat(this.patient.reportOf(() -> {
			try {
				change.make();
			}
			catch (IOException ex) {
				throw new AssertionError(ex);
			}
		}).head()).containsEntry("trigger", "touched file");
	}

	/**
	 * Wait until the file must have been looked at: there is one thread for all triggers.
	 */
	private void awaitPolls() {
		this.patient.tell("await-polls");
	}

	private void modify(Instant time) throws IOException {
		Files.setLastModifiedTime(this.file, FileTime.from(time));
	}

	/**
	 * Something done to the file.
	 */
	@FunctionalInterface
	private interface Change {

		void make() throws IOException;

	}

}
