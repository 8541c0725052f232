package io.github.gmr.section.executor;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Remembers from one report to the next how many tasks executors have completed, to know
 * for how long none has. If none has between two looks, each task that ran at the first
 * one still runs at the second.
 */
final class TaskProgress {

	private static final Running NONE = new Running(0, Duration.ZERO);

	private static final Seen NEVER = new Seen(0, -1, 0, 0);

	private final Map<String, Seen> seen = new ConcurrentHashMap<>();

	private final Predicate<ExecutorState> busy;

	private final LongSupplier nanoTime;

	/**
	 * Create a memory that is empty.
	 * @param busy whether an executor is one to remember
	 * @param nanoTime the clock
	 */
	TaskProgress(Predicate<ExecutorState> busy, LongSupplier nanoTime) {
		this.busy = busy;
		this.nanoTime = nanoTime;
	}

	/**
	 * Look at an executor.
	 * @param state the executor now
	 * @return which tasks have been running since an earlier look, at all of which the
	 * executor was busy and after which none has ended
	 */
	Running look(ExecutorState state) {
		if (!this.busy.test(state)) {
			this.seen.remove(state.name());
			return NONE;
		}
		long now = this.nanoTime.getAsLong();
		Seen before = this.seen.getOrDefault(state.name(), NEVER);
		Seen seen = before.isUnchanged(state) ? before.and(state) : Seen.first(state, now);
		this.seen.put(state.name(), seen);
		return new Running(seen.tasks(), Duration.ofNanos(now - seen.time()));
	}

	/**
	 * How many tasks have been running for how long, at least.
	 */
	record Running(int tasks, Duration time) {

		boolean isFor(Duration threshold) {
			return this.tasks > 0 && this.time.compareTo(threshold) >= 0;
		}

	}

	/**
	 * What was seen since a look after which no task has ended.
	 *
	 * @param pool the pool, as an executor may get another one
	 * @param completed how many tasks had ended
	 * @param tasks the smallest number of tasks that ran
	 * @param time when it was first seen
	 */
	private record Seen(int pool, long completed, int tasks, long time) {

		static Seen first(ExecutorState state, long now) {
			return new Seen(state.pool(), state.completed(), state.active(), now);
		}

		boolean isUnchanged(ExecutorState state) {
			return this.pool == state.pool() && this.completed == state.completed();
		}

		Seen and(ExecutorState state) {
			return new Seen(this.pool, this.completed, Math.min(this.tasks, state.active()), this.time);
		}

	}

}
