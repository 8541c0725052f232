package io.github.gmr.worker;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A point in time by the monotonic clock, which cannot be set back. Thread-safe.
 */
public final class Deadline {

	/**
	 * What a task leaves of its time to whoever has begun it, who has to do something
	 * with what it returns: one part of so many.
	 */
	private static final int REST = 10;

	private static final ThreadLocal<@Nullable Deadline> TASK = new ThreadLocal<>();

	private final long start = System.nanoTime();

	private final Duration limit;

	private Deadline(Duration limit) {
		this.limit = limit;
	}

	/**
	 * Return the end of a time that begins now.
	 * @param limit how long it takes
	 * @return the deadline
	 */
	public static Deadline in(Duration limit) {
		return new Deadline(limit);
	}

	/**
	 * Return the end of a task that begins now, on the current thread or for it. If that
	 * thread itself runs a task with a deadline, the new one ends before that, in time to
	 * make use of what it returns.
	 * @param limit how long it may take
	 * @return the deadline
	 */
	static Deadline ofTask(Duration limit) {
		Deadline outer = TASK.get();
		return in((outer != null) ? min(limit, outer.left().dividedBy(REST).multipliedBy(REST - 1)) : limit);
	}

	/**
	 * Begin a task on the current thread, which has this deadline until its end.
	 * @return the deadline of the task that the thread runs already, {@code null} if it
	 * runs none
	 */
	@Nullable Deadline begin() {
		Deadline outer = TASK.get();
		TASK.set(this);
		return outer;
	}

	/**
	 * End the task of the current thread.
	 * @param outer what its beginning has returned
	 */
	static void end(@Nullable Deadline outer) {
		if (outer != null) {
			TASK.set(outer);
		}
		else {
			TASK.remove();
		}
	}

	/**
	 * Return how long it was from the creation to the deadline.
	 * @return the limit
	 */
	Duration limit() {
		return this.limit;
	}

	/**
	 * Return how much time is left.
	 * @return the time until the deadline, negative once it has passed
	 */
	Duration left() {
		return this.limit.minus(elapsed());
	}

	/**
	 * Return how much time has passed.
	 * @return the time since the deadline was created
	 */
	public Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.start);
	}

	/**
	 * Return whether the time is over.
	 * @return whether the deadline has passed
	 */
	public boolean isOver() {
		return elapsed().compareTo(this.limit) >= 0;
	}

	/**
	 * Return a shorter limit that ends no later than this deadline.
	 * @param limit the limit
	 * @return the limit, or what is left until this deadline
	 */
	public Duration within(Duration limit) {
		return min(limit, left());
	}

	static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
