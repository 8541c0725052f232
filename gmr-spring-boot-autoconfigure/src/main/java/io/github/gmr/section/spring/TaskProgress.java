package io.github.gmr.section.spring;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Remembers from one report to the next how many tasks executors have completed, to tell
 * for how long none has.
 */
final class TaskProgress {

	private static final Seen NEVER = new Seen(-1, 0);

	private final Map<String, Seen> seen = new ConcurrentHashMap<>();

	private final LongSupplier nanoTime;

	TaskProgress(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/**
	 * Return for how long no task has ended while all threads were busy, as far as
	 * reports have seen it.
	 * @param state the executor now
	 * @return the time, zero the first time
	 */
	Duration without(ExecutorState state) {
		long now = this.nanoTime.getAsLong();
		Seen before = this.seen.getOrDefault(state.name(), NEVER);
		Seen seen = (before.completed() == state.completed() && state.isOverloaded()) ? before
				: new Seen(state.completed(), now);
		this.seen.put(state.name(), seen);
		return Duration.ofNanos(now - seen.time());
	}

	private record Seen(long completed, long time) {

	}

}
