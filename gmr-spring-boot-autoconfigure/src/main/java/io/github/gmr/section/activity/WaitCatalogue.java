package io.github.gmr.section.activity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The catalogue of what threads wait for, looked up by frame. Immutable.
 */
final class WaitCatalogue {

	/**
	 * What stands in {@link JdkWaits} and {@link LibraryWaits}.
	 */
	static final WaitCatalogue ALL = new WaitCatalogue(JdkWaits.TABLE + LibraryWaits.TABLE);

	private final List<Wait> waits;

	private final Map<String, List<Wait>> byFrame = new HashMap<>();

	WaitCatalogue(String table) {
		this.waits = table.lines().filter((line) -> !line.isBlank()).map(WaitCatalogue::parse).toList();
		for (Wait wait : this.waits) {
			wait.frames().forEach((frame) -> this.byFrame.computeIfAbsent(frame, (key) -> new ArrayList<>()).add(wait));
		}
	}

	List<Wait> waits() {
		return this.waits;
	}

	/**
	 * Return the entries for a frame: first those for its method, then those for its
	 * class, then those for its package.
	 * @param frame the frame in the words of the thread sections
	 * @return the entries, each in the order of the table
	 */
	List<Wait> of(String frame) {
		String method = ApplicationCode.method(frame);
		int end = Math.max(0, method.lastIndexOf('.'));
		List<Wait> found = new ArrayList<>(this.byFrame.getOrDefault(method, List.of()));
		found.addAll(this.byFrame.getOrDefault(method.substring(0, end) + ".*", List.of()));
		for (int dot = method.lastIndexOf('.', end - 1); dot > 0; dot = method.lastIndexOf('.', dot - 1)) {
			found.addAll(this.byFrame.getOrDefault(method.substring(0, dot) + ".**", List.of()));
		}
		return List.copyOf(found);
	}

	private static Wait parse(String line) {
		String[] columns = line.strip().split("\\s*\\|\\s*");
		if (columns.length != 4) {
			throw new IllegalArgumentException("'" + line + "' must have 4 columns but has " + columns.length);
		}
		return new Wait(ActivityKind.labelled(columns[0]), after(columns[1]), frames(columns[2]), columns[3]);
	}

	private static Set<ActivityKind> after(String column) {
		Set<ActivityKind> after = EnumSet.noneOf(ActivityKind.class);
		Arrays.stream(column.split(" ")).map(ActivityKind::labelled).forEach(after::add);
		return after;
	}

	private static List<String> frames(String column) {
		return Arrays.stream(column.split(" ")).flatMap((pattern) -> expand(pattern).stream()).toList();
	}

	/**
	 * Write out the alternatives in a pattern such as <code>a.{B,C}.{get,put}</code>.
	 */
	private static List<String> expand(String pattern) {
		int begin = pattern.indexOf('{');
		int end = pattern.indexOf('}');
		if (begin < 0 || end < begin) {
			return List.of(pattern);
		}
		return Arrays.stream(pattern.substring(begin + 1, end).split(",", -1))
			.flatMap((word) -> expand(pattern.substring(0, begin) + word + pattern.substring(end + 1)).stream())
			.toList();
	}

}
