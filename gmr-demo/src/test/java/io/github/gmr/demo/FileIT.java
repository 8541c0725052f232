package io.github.gmr.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import io.github.gmr.process.TextReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lets the demo write its reports to files.
 */
@DisabledOnOs(OS.WINDOWS)
class FileIT {

	@Test
	void signalWhenDirectoryIsSetWritesFileAndNamesIt(@TempDir Path directory) throws IOException {
		try (Demo demo = Demo.start(Demo.builder().arguments("--gmr.sink.file.directory=" + directory))) {
			demo.patient().signal("USR1");
			demo.patient().awaitStderr("gmr-demo_gurumeditation_.*\\n");
			List<Path> files = list(directory);
			assertThat(files).hasSize(1);
			Path file = files.get(0);
			assertThat(file.getFileName().toString())
				.matches("gmr-demo_gurumeditation_\\d{14}_" + demo.patient().pid() + "_\\d+\\.txt");
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
			TextReport report = TextReport.of(Files.readString(file));
			assertThat(report.titles()).contains("Threads", "Order Queue");
			assertThat(file.getFileName().toString()).contains("_" + report.head().get("sequence") + ".");
			assertThat(demo.patient().stderr().lines()).filteredOn((line) -> line.contains(file.toString())).hasSize(1);
			assertThat(demo.patient().stderr()).doesNotContain("====");
		}
	}

	private static List<Path> list(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.toList();
		}
	}

}
