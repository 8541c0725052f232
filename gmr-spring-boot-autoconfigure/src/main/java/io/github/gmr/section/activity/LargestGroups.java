package io.github.gmr.section.activity;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.github.gmr.content.thread.StackGroup;

/**
 * Describes the largest groups of threads in words such as
 * {@code "180 WAITING (parking) at com.zaxxer.hikari.pool.HikariPool.getConnection(HikariPool.java:181)"}.
 */
public final class LargestGroups {

	private static final int MAX = 5;

	private LargestGroups() {
	}

	/**
	 * Describe the largest groups of more than one thread.
	 * @param groups the groups
	 * @return a line for each, the largest first
	 */
	public static List<String> of(List<StackGroup> groups) {
		return groups.stream()
			.filter((group) -> group.size() > 1 && !group.frames().isEmpty())
			.sorted(Comparator.comparingLong(StackGroup::size).reversed())
			.limit(MAX)
			.map(LargestGroups::word)
			.toList();
	}

	private static String word(StackGroup group) {
		return String.format(Locale.ROOT, "%d %s at %s", group.size(),
				(group.state() != null) ? group.state() : "threads", SignificantFrame.of(group.frames()));
	}

}
