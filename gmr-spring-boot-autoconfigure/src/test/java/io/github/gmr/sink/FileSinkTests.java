package io.github.gmr.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.gmr.redact.SampleReports;
import io.github.gmr.report.FindingCounts;
import io.github.gmr.sink.RenderedReport.Format;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FileSink} and {@link ReportFiles}.
 */
class FileSinkTests {

	private static final Format TEXT = new Format("text", "text/plain", "txt");

	private static final String PREFIX = "orders_gurumeditation_20261123140509_4242_";

	private final Locale locale = Locale.getDefault();

	@TempDir
	private Path directory;

	@AfterEach
	void restoreLocale() {
		Locale.setDefault(this.locale);
	}

	@Test
	void acceptWritesFileNamedAfterServiceTimeProcessAndSequence() throws IOException {
		String location = sink().accept(report("orders", 3, "whole report"));
		assertThat(location).isEqualTo(this.directory.resolve(PREFIX + "3.txt").toString());
		assertThat(Path.of(location)).content().isEqualTo("whole report");
		assertThat(files()).containsExactly(PREFIX + "3.txt");
	}

	@Test
	void acceptWhenLocaleHasOtherDigitsWritesAsciiName() throws IOException {
		Locale.setDefault(Locale.forLanguageTag("th-TH-u-nu-thai"));
		sink().accept(report("orders", 3, ""));
		assertThat(files()).containsExactly(PREFIX + "3.txt");
	}

	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	void acceptWhenDirectoryIsMissingCreatesBothForTheOwnerOnly() throws IOException {
		Path missing = this.directory.resolve("a/b");
		String location = new FileSink(missing, 20, 1000).accept(report("orders", 3, "x"));
		assertThat(permissions(this.directory.resolve("a"))).isEqualTo("rwx------");
		assertThat(permissions(missing)).isEqualTo("rwx------");
		assertThat(permissions(Path.of(location))).isEqualTo("rw-------");
	}

	@Test
	void acceptWhenNameIsTakenUsesNextNumber() throws IOException {
		Files.writeString(this.directory.resolve(PREFIX + "3.txt"), "earlier");
		Files.writeString(this.directory.resolve(PREFIX + "4.txt.part"), "somebody writes");
		assertThat(sink().accept(report("orders", 3, "new"))).endsWith("_5.txt");
		assertThat(this.directory.resolve(PREFIX + "3.txt")).content().isEqualTo("earlier");
		assertThat(this.directory.resolve(PREFIX + "4.txt.part")).content().isEqualTo("somebody writes");
	}

	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	void acceptWhenLinksArePlantedFollowsNone() throws IOException {
		Path victim = Files.writeString(this.directory.resolve("victim"), "precious");
		Path missing = this.directory.resolve("missing");
		Files.createSymbolicLink(this.directory.resolve(PREFIX + "3.txt"), victim);
		Files.createSymbolicLink(this.directory.resolve(PREFIX + "4.txt"), missing);
		Files.createSymbolicLink(this.directory.resolve(PREFIX + "5.txt.part"), victim);
		Files.createSymbolicLink(this.directory.resolve(PREFIX + "6.txt.part"), missing);
		assertThat(sink().accept(report("orders", 3, "new"))).endsWith("_7.txt");
		assertThat(victim).content().isEqualTo("precious");
		assertThat(missing).doesNotExist();
	}

	@Test
	void acceptWhenEveryNameIsTakenFails() throws IOException {
		for (int i = 3; i < 103; i++) {
			Files.createFile(this.directory.resolve(PREFIX + i + ".txt"));
		}
		assertThatExceptionOfType(FileAlreadyExistsException.class)
			.isThrownBy(() -> sink().accept(report("orders", 3, "new")))
			.withMessageContaining(PREFIX + "3.txt");
	}

	@Test
	void acceptWhenDirectoryIsFileFails() throws IOException {
		Path file = Files.writeString(this.directory.resolve("file"), "x");
		assertThatExceptionOfType(FileSystemException.class)
			.isThrownBy(() -> new FileSink(file, 20, 1000).accept(report("orders", 3, "new")))
			.withMessageContaining(file.toString());
	}

	@Test
	@DisabledIf("isRoot")
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	void acceptWhenDirectoryIsReadOnlyFails() throws IOException {
		Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString("r-x------"));
		try {
			assertThatExceptionOfType(FileSystemException.class)
				.isThrownBy(() -> sink().accept(report("orders", 3, "new")));
		}
		finally {
			Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString("rwx------"));
		}
	}

	@Test
	void acceptWhenWritingFailsLeavesNothing() throws IOException {
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(ClosedByInterruptException.class)
			.isThrownBy(() -> sink().accept(report("orders", 3, "new")));
		assertThat(Thread.interrupted()).isTrue();
		assertThat(files()).isEmpty();
	}

	@Test
	void acceptKeepsNewestFilesByTimeAndSequence() throws IOException {
		write("orders_gurumeditation_20261123140509_4242_9.txt", 10);
		write("orders_gurumeditation_20261123140509_4242_10.txt", 10);
		write("orders_gurumeditation_20261122000000_99999_700.json", 10);
		write("orders_gurumeditation_20261122000000_99999_701.brief", 10);
		new FileSink(this.directory, 3, 1000).accept(report("orders", 11, "new"));
		assertThat(files()).containsExactlyInAnyOrder(PREFIX + "9.txt", PREFIX + "10.txt", PREFIX + "11.txt");
	}

	@Test
	void acceptWhenClockWasSetBackKeepsTheNewFileWithinTheLimit() throws IOException {
		write("orders_gurumeditation_20301123140509_4242_1.txt", 10);
		write("orders_gurumeditation_20301123140510_4242_2.txt", 10);
		new FileSink(this.directory, 2, 1000).accept(report("orders", 3, "new"));
		assertThat(files()).containsExactlyInAnyOrder("orders_gurumeditation_20301123140509_4242_1.txt",
				PREFIX + "3.txt");
	}

	@Test
	void acceptWhenClockWasSetBackDeletesWhatSeemsToBeFromTheFuture() throws IOException {
		write("orders_gurumeditation_20261123150510_4242_1.txt", 10);
		write("orders_gurumeditation_20261123150511_4242_2.txt", 10);
		write("orders_gurumeditation_20261123140508_4242_3.txt", 10);
		new FileSink(this.directory, 3, 1000).accept(report("orders", 4, "new"));
		assertThat(files()).containsExactlyInAnyOrder("orders_gurumeditation_20261123150510_4242_1.txt",
				"orders_gurumeditation_20261123140508_4242_3.txt", PREFIX + "4.txt");
		new FileSink(this.directory, 2, 1000).accept(report("orders", 5, "newer"));
		assertThat(files()).containsExactlyInAnyOrder(PREFIX + "4.txt", PREFIX + "5.txt");
	}

	@Test
	void acceptKeepsFilesWithinTotalSize() throws IOException {
		write("orders_gurumeditation_20261121000000_1_1.txt", 10);
		write("orders_gurumeditation_20261122000000_1_2.txt", 60);
		write("orders_gurumeditation_20261123000000_1_3.txt", 30);
		new FileSink(this.directory, 20, 100).accept(report("orders", 3, "12345"));
		assertThat(files())
			.contains(PREFIX + "3.txt", "orders_gurumeditation_20261123000000_1_3.txt",
					"orders_gurumeditation_20261122000000_1_2.txt")
			.doesNotContain("orders_gurumeditation_20261121000000_1_1.txt");
	}

	@Test
	void acceptWhenReportAloneIsTooLargeKeepsIt() throws IOException {
		write("orders_gurumeditation_20261121000000_1_1.txt", 1);
		new FileSink(this.directory, 20, 3).accept(report("orders", 3, "12345"));
		assertThat(files()).containsExactly(PREFIX + "3.txt");
	}

	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	void acceptDeletesNothingThatIsNotItsOwn() throws IOException {
		List<String> others = List.of("orders.txt", "orders_gurumeditation_20201123140509_1_1.txt.bak",
				"orders_gurumeditation_2020_1_1.txt", "orders-2_gurumeditation_20201123140509_1_1.txt",
				"xorders_gurumeditation_20201123140509_1_1.txt", "orders_gurumeditation_20201123140509_1_1.md");
		for (String other : others) {
			write(other, 10);
		}
		Files.createDirectory(this.directory.resolve("orders_gurumeditation_20201123140509_1_2.txt"));
		Files.createSymbolicLink(this.directory.resolve("orders_gurumeditation_20201123140509_1_3.txt"),
				this.directory.resolve("orders.txt"));
		Files.writeString(this.directory.resolve("orders_gurumeditation_20201123140509_1_6.txt"), "What I have seen:");
		Files.writeString(this.directory.resolve("orders_gurumeditation_20201123140509_1_7.json"), "{\"mine\": true}");
		write("a.txt", 100);
		Files.createLink(this.directory.resolve("orders_gurumeditation_20201123140509_1_8.txt"),
				this.directory.resolve("a.txt"));
		write("orders_gurumeditation_20201123140509_1_4.txt", 10);
		write("orders_gurumeditation_20201123140509_1_5.txt.part", 10);
		new FileSink(this.directory, 1, 1).accept(report("orders", 3, "new"));
		assertThat(files()).containsAll(others)
			.contains("orders_gurumeditation_20201123140509_1_2.txt", "orders_gurumeditation_20201123140509_1_3.txt",
					"orders_gurumeditation_20201123140509_1_6.txt", "orders_gurumeditation_20201123140509_1_7.json",
					"orders_gurumeditation_20201123140509_1_8.txt", PREFIX + "3.txt")
			.doesNotContain("orders_gurumeditation_20201123140509_1_4.txt",
					"orders_gurumeditation_20201123140509_1_5.txt.part");
	}

	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	void acceptWhenDirectoryBecomesLinkFails() throws IOException {
		Path reports = this.directory.resolve("reports");
		Path elsewhere = Files.createDirectory(this.directory.resolve("elsewhere"));
		FileSink sink = new FileSink(reports, 20, 1000);
		Files.delete(Path.of(sink.accept(report("orders", 3, "new"))));
		Files.delete(reports);
		Files.createSymbolicLink(reports, elsewhere);
		assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> sink.accept(report("orders", 4, "new")))
			.withMessageContaining("has become a link");
		assertThat(elsewhere).isEmptyDirectory();
	}

	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	void acceptWhenDirectoryIsLinkFromTheBeginningFollowsIt() throws IOException {
		Path reports = Files.createSymbolicLink(this.directory.resolve("reports"),
				Files.createDirectory(this.directory.resolve("elsewhere")));
		FileSink sink = new FileSink(reports, 20, 1000);
		sink.accept(report("orders", 3, "new"));
		assertThat(Path.of(sink.accept(report("orders", 4, "new")))).exists();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			../../etc/passwd, etc-passwd
			..,               app
			'',               app
			/,                app
			-rf,              rf
			注文,             app
			a b\u0000c,       a-b-c
			Orders_1.2-x,     Orders_1.2-x
			""", ignoreLeadingAndTrailingWhitespace = true)
	void nameHoldsServiceMadeHarmless(String application, String service) throws IOException {
		String name = ReportFiles.name(report(application, 3, ""), 0);
		assertThat(name).isEqualTo(service + PREFIX.substring("orders".length()) + "3.txt");
	}

	@Test
	void nameWhenServiceIsLongIsCut() throws IOException {
		assertThat(ReportFiles.name(report("x".repeat(5000), 3, ""), 0))
			.isEqualTo("x".repeat(100) + PREFIX.substring("orders".length()) + "3.txt");
	}

	static boolean isRoot() {
		return "root".equals(System.getProperty("user.name"));
	}

	private FileSink sink() {
		return new FileSink(this.directory, 200, 1_000_000);
	}

	private static RenderedReport report(String application, long sequence, String text) throws IOException {
		return RenderedReport.render(SampleReports.head(application, sequence, "test"), FindingCounts.of(List.of()),
				TEXT, (OutputStream out) -> out.write(text.getBytes(StandardCharsets.UTF_8)));
	}

	private void write(String name, int size) throws IOException {
		String head = name.contains(".json") ? "{\"reportVersion\":1" : "=".repeat(72);
		Files.writeString(this.directory.resolve(name), (head + " ".repeat(size)).substring(0, size));
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
	}

	private static String permissions(Path file) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
	}

}
