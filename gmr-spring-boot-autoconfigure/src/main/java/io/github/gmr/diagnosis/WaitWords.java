package io.github.gmr.diagnosis;

import java.util.List;
import java.util.Set;

import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.section.activity.Activity;

/**
 * Words for threads that wait.
 */
final class WaitWords {

	/**
	 * The relation of a thread to a lock that it owns.
	 */
	static final String HELD = "held by";

	private WaitWords() {
	}

	/**
	 * Describe threads of one place that do the same.
	 * @param threads the threads
	 * @return words such as
	 * {@code "10 threads wait for data from a socket, at com.acme.Bank.charge(Bank.java:7)"}
	 */
	static String of(List<Standing> threads) {
		Activity activity = threads.get(0).activity();
		return threads(threads) + " " + activity.does(count(threads)) + ", at " + activity.place();
	}

	/**
	 * Describe threads of several places.
	 * @param threads the threads
	 * @return words for those of each place
	 */
	static List<String> each(List<Standing> threads) {
		return threads.stream().limit(4).map((standing) -> of(List.of(standing))).toList();
	}

	/**
	 * Name threads.
	 * @param threads the threads
	 * @return words such as {@code "10 threads http-nio-8080-exec-*"} or
	 * {@code "\"main\" #1"}
	 */
	static String threads(List<Standing> threads) {
		long count = count(threads);
		if (count > 1) {
			String pool = threads.get(0).pool();
			boolean same = pool != null && threads.stream().allMatch((standing) -> pool.equals(standing.pool()));
			return count + " threads" + (same ? " " + pool : "");
		}
		ThreadEntry thread = threads.get(0).threads().get(0);
		return (thread.name().isEmpty() ? "" : '"' + thread.name() + "\" ") + "#" + thread.id();
	}

	private static long count(List<Standing> threads) {
		return threads.stream().mapToLong(Standing::size).sum();
	}

	/**
	 * Describe what threads have to do with those that wait for them.
	 * @param graph knows what waits for what
	 * @param standing the threads
	 * @return words such as {@code "held by: "}, empty if nobody waits for them
	 */
	static String relation(WaitGraph<WaitNode> graph, Standing standing) {
		Set<WaitNode> waiting = graph.waiting(standing);
		if (waiting.isEmpty()) {
			return "";
		}
		return waiting.stream()
			.filter(Resource.class::isInstance)
			.map((node) -> ((Resource) node).relation())
			.findFirst()
			.orElse(HELD) + ": ";
	}

}
