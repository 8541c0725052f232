package io.github.gmr.section.work;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Something that has begun and not ended, such as a request or a call. Set by the threads
 * that do it, read by those of reports. For built-in sections.
 */
public abstract class Work {

	private final LongSupplier nanoTime;

	private final long start;

	private volatile @Nullable Turn turn;

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
	 * Note which thread does it now.
	 * @param thread the thread, or {@code null} if none does
	 */
	public final void runOn(@Nullable Thread thread) {
		this.turn = (thread != null) ? new Turn(thread, this.nanoTime.getAsLong()) : null;
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
		Turn turn = this.turn;
		return (turn != null) ? turn.thread() : null;
	}

	@Nullable Turn turn() {
		return this.turn;
	}

	/**
	 * A thread that does the work.
	 *
	 * @param thread the thread
	 * @param since the time from when on it does, on the clock of the work
	 */
	record Turn(Thread thread, long since) {

	}

}
