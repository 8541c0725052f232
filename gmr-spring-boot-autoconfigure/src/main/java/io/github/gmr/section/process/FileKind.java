package io.github.gmr.section.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The open files of one kind.
 *
 * @param name what they are, such as {@code "sockets"} or {@code "files"}
 * @param count how many are open
 * @param directory the directory that most of them are in, {@code null} for what is in
 * none
 * @param inDirectory how many of them are in that
 */
record FileKind(String name, long count, @Nullable String directory, long inDirectory) {

	/**
	 * What is no file, such as {@code "socket:[4711]"}, {@code "anon_inode:[eventpoll]"}
	 * or {@code "anon_inode:inotify"}.
	 */
	private static final Pattern OTHER = Pattern.compile("(?:anon_inode:)?\\[?([\\w-]+)(?::\\[\\d+)?]?");

	private static final String DELETED = " (deleted)";

	private static final String UNKNOWN = "unknown";

	/**
	 * Tell open files apart.
	 * @param targets what each is, as a link in {@code /proc/self/fd} says
	 * @return the kinds, the largest first
	 */
	static List<FileKind> of(List<String> targets) {
		Map<String, Map<String, Long>> directories = new HashMap<>();
		for (String target : targets) {
			directories.computeIfAbsent(kind(target), (kind) -> new HashMap<>())
				.merge(directory(target), 1L, Long::sum);
		}
		List<FileKind> kinds = new ArrayList<>();
		directories.forEach((name, counts) -> kinds.add(of(name, counts)));
		kinds.sort(Comparator.comparingLong(FileKind::count).reversed().thenComparing(FileKind::name));
		return kinds;
	}

	private static FileKind of(String name, Map<String, Long> counts) {
		long count = counts.values().stream().mapToLong(Long::longValue).sum();
		Map.Entry<String, Long> most = counts.entrySet()
			.stream()
			.max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
			.orElseThrow();
		return (!most.getKey().isEmpty()) ? new FileKind(name, count, most.getKey(), most.getValue())
				: new FileKind(name, count, null, 0);
	}

	private static String kind(String target) {
		if (target.startsWith("/")) {
			return target.startsWith("/dev/") ? "devices" : (target.endsWith(DELETED) ? "deleted files" : "files");
		}
		Matcher other = OTHER.matcher(target);
		String name = other.matches() ? other.group(1) : UNKNOWN;
		return switch (name) {
			case "socket", "pipe" -> name + "s";
			default -> name;
		};
	}

	private static String directory(String target) {
		boolean file = target.startsWith("/") && !target.startsWith("/dev/");
		return file ? target.substring(0, Math.max(1, target.lastIndexOf('/'))) : "";
	}

	/**
	 * Return where most of them are.
	 * @return words such as {@code "81 in /app/lib"}, or {@code null} for what is in no
	 * directory
	 */
	@Nullable String place() {
		return (this.directory != null) ? String.format(Locale.ROOT, "%d in %s", this.inDirectory, this.directory)
				: null;
	}

	/**
	 * Return what these are, and where if half of them are in one directory.
	 * @return words such as {@code "501 of them sockets"} or
	 * {@code "501 of them files, 480 in /data"}
	 */
	String words() {
		String words = String.format(Locale.ROOT, "%d of them %s", this.count, this.name);
		return (this.inDirectory * 2 > this.count) ? words + ", " + place() : words;
	}

}
