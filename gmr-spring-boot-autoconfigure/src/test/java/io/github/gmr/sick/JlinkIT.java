package io.github.gmr.sick;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs applications on Java images that lack modules (scenario R51).
 */
class JlinkIT {

	private static final String LEAST = "java.base,java.desktop,java.instrument,java.logging,java.management,"
			+ "java.naming,java.sql,java.xml";

	@TempDir
	private Path directory;

	@Test
	void signalWhenImageLacksManagementOfTheJdkPrintsReport() throws Exception {
		try (Patient patient = SickApplication.patient()
			.java(image(LEAST + ",jdk.unsupported"))
			.startUntil(SickApplication.READY)) {
			TextReport report = patient.report();
			assertThat(report.section("Threads")).contains("\"main\"");
			assertThat(report.text()).doesNotContain("NoClassDefFoundError", "timed out", "skipped:");
		}
	}

	@Test
	void touchedFileWhenImageLacksSignalsAsksForReport() throws Exception {
		Path file = this.directory.resolve("touched");
		try (Patient patient = SickApplication
			.patient("--gmr.touch-file.path=" + file, "--gmr.touch-file.poll-interval=50ms")
			.java(image(LEAST))
			.startUntil(SickApplication.READY)) {
			assertThat(patient.stdout().lines().filter((line) -> line.contains("WARN"))).singleElement()
				.asString()
				.contains("No signal can ask", "gmr.touch-file.path");
			patient.tell("await-warm-up");
			assertThat(patient.reportOf(() -> create(file)).section("Threads")).contains("\"main\"");
		}
	}

	private Path image(String modules) throws IOException, InterruptedException {
		Path home = Path.of(System.getProperty("java.home"));
		Path jlink = home.resolve("bin/jlink");
		Assumptions.assumeTrue(Files.isExecutable(jlink) && Files.isDirectory(home.resolve("jmods")),
				"This JDK has no jlink or no modules to link: nothing is known about images that lack modules");
		Path image = this.directory.resolve("image");
		Process process = new ProcessBuilder(jlink.toString(), "--add-modules", modules, "--output", image.toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor()).as(output).isZero();
		return image;
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
