package io.github.gmr.section.activity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts how many threads do what. All idle ones are counted together, and all that run.
 */
final class ActivityCounts {

	private static final int MAX = 8;

	private static final Activity IDLE = new Activity(ActivityKind.IDLE, "idles", "", "", false);

	private static final Activity RUNS = new Activity(ActivityKind.RUNNING, "runs", "", "", false);

	private final Map<Key, Count> counts = new HashMap<>();

	/**
	 * Count threads.
	 * @param activity what they do
	 * @param threads how many there are
	 */
	void add(Activity activity, long threads) {
		Activity counted = counted(activity);
		this.counts.computeIfAbsent(new Key(counted.words(), counted.place()),
				(key) -> new Count(counted)).threads += threads;
	}

	private static Activity counted(Activity activity) {
		if (activity.kind().isRunning()) {
			return RUNS;
		}
		return (activity.kind() == ActivityKind.IDLE) ? IDLE : activity;
	}

	/**
	 * Return what the threads do, most of them first.
	 * @return words such as {@code "180 wait for a connection of HikariPool, at ..."}
	 */
	List<String> words() {
		List<Count> sorted = new ArrayList<>(this.counts.values());
		sorted.sort(Comparator.comparingLong((Count count) -> count.threads)
			.reversed()
			.thenComparing((count) -> count.activity.words())
			.thenComparing((count) -> count.activity.place()));
		List<String> words = new ArrayList<>();
		sorted.stream().limit(MAX).map(Count::words).forEach(words::add);
		long others = sorted.stream().skip(MAX).mapToLong((count) -> count.threads).sum();
		if (others > 0) {
			words.add(others + " others at " + (sorted.size() - MAX) + " places");
		}
		return words;
	}

	/**
	 * What is the same about threads that are counted together.
	 */
	private record Key(String words, String place) {

	}

	private static final class Count {

		private final Activity activity;

		private long threads;

		private Count(Activity activity) {
			this.activity = activity;
		}

		private String words() {
			if (this.activity == IDLE) {
				return this.threads + " idle";
			}
			return (this.activity == RUNS) ? RUNS.words(this.threads)
					: this.activity.words(this.threads) + ", at " + this.activity.place();
		}

	}

}
