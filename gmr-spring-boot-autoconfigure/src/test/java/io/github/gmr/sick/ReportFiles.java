package io.github.gmr.sick;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.github.gmr.process.TextReport;

/**
 * The report files of a directory.
 */
final class ReportFiles {

	private ReportFiles() {
	}

	/**
	 * Read all files that have a final name.
	 * @param directory the directory
	 * @return the reports in their order
	 * @throws IOException if they cannot be read
	 * @throws AssertionError if one is not whole
	 */
	static List<TextReport> in(Path directory) throws IOException {
		List<TextReport> reports = new ArrayList<>();
		for (Path file : names(directory)) {
			reports.add(TextReport.of(Files.readString(file)));
		}
		reports.sort(Comparator.comparingInt((report) -> Integer.parseInt(report.head().get("sequence"))));
		return reports;
	}

	static List<Path> names(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.filter((file) -> file.getFileName().toString().endsWith(".txt")).sorted().toList();
		}
	}

}
