package io.github.gmr.diagnosis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.gmr.section.work.FollowedWork;

/**
 * Knows which other processes threads call, where calls are observed.
 */
final class CallTargets {

	private static final int MAX = 3;

	private final Map<Long, String> targets = new HashMap<>();

	/**
	 * Look at calls.
	 * @param work the work that is observed
	 */
	CallTargets(List<FollowedWork> work) {
		work.stream()
			.filter((call) -> call.call() && !call.target().isEmpty())
			.forEach((call) -> call.where().threadId().ifPresent((thread) -> this.targets.put(thread, call.target())));
	}

	/**
	 * Return which processes threads call.
	 * @param threads the identifiers of the threads
	 * @return words such as {@code ", in calls of payments:443"}, empty if none is known
	 */
	String words(List<Long> threads) {
		List<String> known = threads.stream()
			.map(this.targets::get)
			.filter(Objects::nonNull)
			.distinct()
			.limit(MAX)
			.toList();
		return known.isEmpty() ? "" : ", in calls of " + String.join(", ", known);
	}

}
