package io.github.gmr.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.gmr.report.ReportHead;

/**
 * The report files of an application in a directory: how they are named, and which of
 * them are kept.
 */
final class ReportFiles {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private static final String MARK = "_gurumeditation_";

	private static final Pattern REST = Pattern.compile("\\d{14}_\\d+_\\d+\\.[a-z]{1,10}");

	private static final int MAX_SERVICE = 100;

	private final Path directory;

	private final int maxFiles;

	private final long maxTotalSize;

	ReportFiles(Path directory, int maxFiles, long maxTotalSize) {
		this.directory = directory;
		this.maxFiles = maxFiles;
		this.maxTotalSize = maxTotalSize;
	}

	/**
	 * Return the file name of a report.
	 * @param report the report
	 * @param attempt how many earlier names were taken
	 * @return the name
	 */
	static String name(RenderedReport report, int attempt) {
		ReportHead head = report.head();
		return "%s%s%s_%d_%d.%s".formatted(service(head.process().application()), MARK, TIME.format(head.time()),
				head.process().pid(), head.sequence() + attempt, report.format().extension());
	}

	/**
	 * Delete the oldest files of the application until those that are left keep the
	 * limits.
	 * @param newest a file of the application that stays
	 * @throws IOException if the directory cannot be read
	 */
	void retain(Path newest) throws IOException {
		String own = newest.getFileName().toString();
		String prefix = own.substring(0, own.lastIndexOf(MARK) + MARK.length());
		int kept = 0;
		long size = 0;
		for (Path file : newestFirst(prefix)) {
			kept++;
			size += Files.size(file);
			if (!file.equals(newest) && (kept > this.maxFiles || size > this.maxTotalSize)) {
				Files.deleteIfExists(file);
			}
		}
	}

	private List<Path> newestFirst(String prefix) throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.filter((file) -> isOwn(file, prefix))
				.sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed())
				.toList();
		}
	}

	private static boolean isOwn(Path file, String prefix) {
		String name = file.getFileName().toString();
		return name.startsWith(prefix) && REST.matcher(name.substring(prefix.length())).matches()
				&& Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
	}

	private static String service(String application) {
		String name = application.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^[.-]+", "");
		return name.isEmpty() ? "app" : name.substring(0, Math.min(name.length(), MAX_SERVICE));
	}

}
