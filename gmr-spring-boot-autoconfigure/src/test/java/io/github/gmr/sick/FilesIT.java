package io.github.gmr.sick;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.gmr.process.Patient;
import io.github.gmr.process.PatientBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks applications for reports whose directory cannot be written, or not for long.
 */
class FilesIT {

	@TempDir
	private Path directory;

	/**
	 * Scenario R19.
	 */
	@Test
	void directoryWhenMissingIsCreatedForItsOwnerOnly() throws IOException {
		Path reports = this.directory.resolve("not/there/yet");
		try (Patient patient = patient(reports).startUntil(SickApplication.READY)) {
			patient.signal("USR1");
			Path file = Path.of(patient.awaitStderr("(?m)^Guru Meditation Report 1 is at (.*)$").group(1));
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(reports))).isEqualTo("rwx------");
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
			assertThat(ReportFiles.in(reports)).hasSize(1);
		}
	}

	/**
	 * Scenario R20.
	 */
	@Test
	void reportWhenDirectoryIsReadOnlyGoesToStderrWithTheReason() throws IOException {
		Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString("r-xr-xr-x"));
		try (Patient patient = patient(this.directory).under(Root.nobody()).startUntil(SickApplication.READY)) {
			assertThat(patient.report().titles()).contains("Threads");
			assertThat(patient.stderr()).containsPattern("Report 1: sink 'file' failed: .*AccessDeniedException");
		}
		finally {
			Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString("rwx------"));
		}
	}

	/**
	 * Scenario R20.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "touch", "mkfifo", "ln -s nowhere" })
	void reportWhenSomethingElseIsInPlaceOfDirectoryGoesToStderrWithTheReason(String create) throws Exception {
		Path place = this.directory.resolve("place");
		assertThat(new ProcessBuilder("bash", "-c", create + " " + place).start().waitFor()).isZero();
		try (Patient patient = patient(place).startUntil(SickApplication.READY)) {
			assertThat(patient.report().titles()).contains("Threads");
			assertThat(patient.stderr()).contains("Report 1: sink 'file' failed: ");
		}
	}

	/**
	 * Scenarios R21 and R22.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "size=64k", "nr_inodes=2" })
	void reportWhenFileSystemIsFullGoesToStderrUntilThereIsSpace(String options) throws IOException {
		try (Patient patient = patient(this.directory).under(Root.withFileSystem(options, this.directory))
			.startUntil(SickApplication.READY)) {
			Path reports = Path.of("/proc/" + patient.pid() + "/root" + this.directory);
			Path ballast = reports.resolve("ballast");
			fill(ballast);
			assertThat(patient.report().titles()).contains("Threads");
			assertThat(patient.stderr()).containsPattern("Report 1: sink 'file' failed: .*No space left on device");
			try (Stream<Path> files = Files.list(reports)) {
				assertThat(files).containsExactly(ballast);
			}
			Files.delete(ballast);
			patient.signal("USR1");
			patient.awaitStderr("(?m)^Guru Meditation Report 2 is at ");
			assertThat(ReportFiles.in(reports)).singleElement()
				.extracting((report) -> report.section("Findings"))
				.asString()
				.contains("did not reach");
		}
	}

	/**
	 * Scenario R23.
	 */
	@Test
	void reportWhenSinkHangsGoesToStderrWithTheReason() {
		try (Patient patient = SickApplication.patient("--sick.sink=hangs").startUntil(SickApplication.READY)) {
			assertThat(patient.report().titles()).contains("Threads");
			assertThat(patient.stderr()).contains("Report 1: sink 'hanging' failed: no answer within 5000 ms");
			assertThat(patient.report().section("Findings")).contains("did not reach");
			assertThat(patient.stderr()).contains("Report 2: sink 'hanging' failed: no answer to an earlier call");
		}
	}

	/**
	 * Scenario R23: whoever touches the file system never comes back, from the start on.
	 */
	@Test
	void reportWhenFileSystemHangsGoesToStderrWithTheReason() {
		try (Patient patient = patient(this.directory)
			.arguments("--gmr.touch-file.path=" + this.directory.resolve("touched"),
					"--gmr.touch-file.poll-interval=100ms")
			.under(Root.withHungFileSystem(this.directory))
			.startUntil(SickApplication.READY)) {
			assertThat(patient.report().titles()).contains("Threads", "Configuration");
			assertThat(patient.stderr()).contains("Report 1: sink 'file' failed: no answer within 5000 ms");
			assertThat(patient.report().section("Findings")).contains("did not reach");
			assertThat(patient.stderr()).contains("Report 2: sink 'file' failed: no answer to an earlier call");
			patient.signal("TERM");
			assertThat(patient.awaitExit()).isEqualTo(143);
		}
	}

	/**
	 * Where a file system has no hard links a file is moved to its final name, which
	 * would overwrite one that somebody else has made in the meantime.
	 */
	@Test
	void reportWhenThereAreNoHardLinksOverwritesNothing() throws IOException {
		try (Patient patient = patient(this.directory).under(Tracer.withoutHardLinks(1))
			.startUntil(SickApplication.READY)) {
			patient.say("publish 5");
			Path taken = patient.await("a name to take", () -> take(part(this.directory)));
			patient.awaitStdout("(?m)^done: publish 5$");
			assertThat(taken).hasContent("precious");
			Files.delete(taken);
			assertThat(ReportFiles.in(this.directory)).hasSize(5);
			assertThat(part(this.directory)).isNull();
		}
	}

	/**
	 * Take the final name of a report, unless that has it already.
	 */
	private static @Nullable Path take(@Nullable Path part) throws IOException {
		try {
			return (part != null) ? Files.writeString(Path.of(part.toString().replace(".part", "")), "precious",
					StandardOpenOption.CREATE_NEW) : null;
		}
		catch (FileAlreadyExistsException ex) {
			return null;
		}
	}

	/**
	 * Scenario R42.
	 */
	@Test
	void reportsOfTheSameSecondHaveFilesOfTheirOwn() throws IOException {
		try (Patient patient = patient(this.directory).startUntil(SickApplication.READY)) {
			patient.tell("publish 20");
			assertThat(ReportFiles.in(this.directory)).extracting((report) -> report.head().get("sequence"))
				.doesNotHaveDuplicates()
				.hasSize(20);
		}
	}

	@Test
	void filesWhenThereAreTooManyAreDeletedIfTheyAreReports() throws IOException {
		Path part = Files.createFile(this.directory.resolve("application_gurumeditation_20200101000000_1_1.txt.part"));
		Path other = Files.createFile(this.directory.resolve("application_gurumeditation_notes.txt.keep"));
		try (Patient patient = patient(this.directory).arguments("--gmr.sink.file.max-files=3")
			.startUntil(SickApplication.READY)) {
			patient.tell("publish 10");
			assertThat(ReportFiles.in(this.directory)).extracting((report) -> report.head().get("sequence"))
				.containsExactly("8", "9", "10");
			assertThat(other).exists();
			assertThat(part).doesNotExist();
		}
	}

	@Test
	void directoryThatEverybodyMayWriteIsWarnedOfOnce() throws IOException {
		Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString("rwxrwxrwx"));
		try (Patient patient = patient(this.directory).startUntil(SickApplication.READY)) {
			patient.awaitStdout("WARN .*'" + this.directory + "' can be written by everybody");
			patient.tell("publish 2");
			assertThat(ReportFiles.in(this.directory)).hasSize(2);
			assertThat(patient.stdout().split("can be written by everybody")).hasSize(2);
		}
	}

	/**
	 * Kills the process at arbitrary moments of its writing.
	 */
	@Test
	void filesOfProcessThatIsKilledAreWholeOrHaveNoFinalName() throws IOException {
		for (int i = 0; i < 3; i++) {
			Path reports = this.directory.resolve("killed-" + i);
			try (Patient patient = patient(reports).arguments(SickApplication.sections(Set.of(SickSection.IS_LARGE)))
				.startUntil(SickApplication.READY)) {
				patient.tell("publish 1");
				patient.say("publish 1000");
				awaitPart(reports);
			}
			assertThat(ReportFiles.in(reports)).isNotEmpty();
		}
	}

	private static void awaitPart(Path reports) throws IOException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (part(reports) == null && System.nanoTime() < end) {
			Thread.onSpinWait();
		}
	}

	private static @Nullable Path part(Path reports) throws IOException {
		try (Stream<Path> files = Files.list(reports)) {
			return files.filter((file) -> file.toString().endsWith(".part")).findAny().orElse(null);
		}
	}

	private static void fill(Path file) {
		try {
			Files.write(file, new byte[1024 * 1024]);
		}
		catch (IOException ex) {
			// That is what was wanted
		}
	}

	private static PatientBuilder patient(Path directory) {
		return SickApplication.patient("--gmr.sink.file.directory=" + directory, "--gmr.report.min-interval=0");
	}

}
