package io.github.gmr.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
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

	private static final int TIME_DIGITS = 14;

	private static final Pattern REST = Pattern.compile("(\\d{14})_\\d+_(\\d{1,18})\\.[a-z]{1,10}(?:\\.part)?");

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
		return service(head.process().application()) + MARK + TIME.format(head.time()) + "_" + head.process().pid()
				+ "_" + (head.sequence() + attempt) + "." + report.format().extension();
	}

	/**
	 * Delete the reports of the application that are furthest from the newest in time
	 * until the others keep the limits. A file counts if its name and its first bytes are
	 * those of a report, it belongs to the same user and has no other name. Those are the
	 * oldest, unless a clock was wrong once: then they may seem to be from the future.
	 * Unfinished files of a process that was killed count, too.
	 * @param newest a file of the application that stays
	 * @throws IOException if the directory cannot be read
	 */
	void retain(Path newest) throws IOException {
		String own = newest.getFileName().toString();
		String prefix = own.substring(0, own.lastIndexOf(MARK) + MARK.length());
		OwnFile ownFile = new OwnFile(newest);
		int kept = 1;
		long size = size(newest);
		long time = Long.parseLong(own, prefix.length(), prefix.length() + TIME_DIGITS, 10);
		for (ReportFile file : nearestFirst(prefix, time, ownFile)) {
			if (!file.path().equals(newest)) {
				kept++;
				size += size(file.path());
				if (kept > this.maxFiles || size > this.maxTotalSize) {
					delete(file.path());
				}
			}
		}
	}

	private List<ReportFile> nearestFirst(String prefix, long time, OwnFile own) throws IOException {
		Comparator<ReportFile> byDistance = Comparator.comparingLong((file) -> Math.abs(time - file.time()));
		Comparator<ReportFile> latestFirst = Comparator.comparingLong(ReportFile::sequence).reversed();
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.flatMap((file) -> named(file, prefix))
				.filter((file) -> own.isLike(file.path()))
				.sorted(byDistance.thenComparing(latestFirst))
				.toList();
		}
	}

	private static Stream<ReportFile> named(Path file, String prefix) {
		String name = file.getFileName().toString();
		if (!name.startsWith(prefix)) {
			return Stream.empty();
		}
		Matcher rest = REST.matcher(name.substring(prefix.length()));
		return rest.matches()
				? Stream.of(new ReportFile(file, Long.parseLong(rest.group(1)), Long.parseLong(rest.group(2))))
				: Stream.empty();
	}

	private static long size(Path file) {
		try {
			return Files.size(file);
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			// What cannot be deleted must not keep the others from being deleted
		}
	}

	private static String service(String application) {
		String name = application.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^[.-]+", "");
		return name.isEmpty() ? "app" : name.substring(0, Math.min(name.length(), MAX_SERVICE));
	}

	/**
	 * A report file and when it was made.
	 *
	 * @param path the file
	 * @param time the time in its name, read as one number
	 * @param sequence the number of the report
	 */
	private record ReportFile(Path path, long time, long sequence) {

	}

}
