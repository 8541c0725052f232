package io.github.gmr.section.work;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Something that has begun and not ended, such as a request or a call. Set by the threads
 * that do it, read by those of reports. For built-in sections.
 */
public abstract class Work {

	private final LongSupplier nanoTime;

	private final long start;

	private final AtomicReference<@Nullable Turn> turn = new AtomicReference<>();

	/**
	 * Begin.
	 * @param nanoTime the clock, such as {@link System#nanoTime()}
	 */
	protected Work(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.start = nanoTime.getAsLong();
	}

	/**
	 * Return what it is.
	 * @return words such as {@code "GET /orders/7"}
	 */
	public abstract String words();

	/**
	 * Return whether it may well run for long.
	 * @return whether it may
	 */
	public boolean mayLast() {
		return false;
	}

	/**
	 * Note that a thread does it now. Those that did before may do so still: a library
	 * that answers on a thread of its own may take part in it for a moment.
	 * @param thread the thread
	 */
	public final void runOn(Thread thread) {
		long now = this.nanoTime.getAsLong();
		this.turn.updateAndGet((before) -> Turn.after(before, thread, now));
	}

	/**
	 * Note that a thread does it no longer. If another one did before, and has not left,
	 * that is the one again.
	 * @param thread the thread
	 */
	public final void leave(Thread thread) {
		this.turn.updateAndGet((last) -> Turn.without(last, thread));
	}

	/**
	 * Return for how long it has been running.
	 * @return the time
	 */
	public final Duration age() {
		return Duration.ofNanos(this.nanoTime.getAsLong() - this.start);
	}

	/**
	 * Return when it has begun.
	 * @return the time on its clock
	 */
	public final long start() {
		return this.start;
	}

	/**
	 * Return which thread does it now.
	 * @return the thread, or {@code null} if none does or it is not known
	 */
	public final @Nullable Thread thread() {
		Turn turn = turn();
		return (turn != null) ? turn.thread() : null;
	}

	@Nullable Turn turn() {
		return this.turn.get();
	}

	/**
	 * A thread that does the work.
	 *
	 * @param thread the thread
	 * @param since the time from when on it does, on the clock of the work
	 * @param before the one that did so before and has not left, {@code null} if there is
	 * none
	 * @param depth how many there are
	 */
	record Turn(Thread thread, long since, @Nullable Turn before, int depth) {

		/**
		 * More than that are some that never leave.
		 */
		private static final int MAX_DEPTH = 16;

		static Turn after(@Nullable Turn before, Thread thread, long since) {
			return (before != null && before.depth < MAX_DEPTH) ? new Turn(thread, since, before, before.depth + 1)
					: new Turn(thread, since, null, 1);
		}

		static @Nullable Turn without(@Nullable Turn last, Thread thread) {
			if (last == null || last.thread == thread) {
				return (last != null) ? last.before : null;
			}
			Turn before = without(last.before, thread);
			return (before == last.before) ? last : after(before, last.thread, last.since);
		}

		/**
		 * Return whether it is the same turn, whatever was before.
		 */
		boolean isSameAs(@Nullable Turn other) {
			return other != null && this.thread == other.thread && this.since == other.since;
		}

	}

}
