package io.github.gmr.section.threads;

import java.time.Duration;
import java.util.List;

import io.github.gmr.content.Finding.Severity;
import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.section.activity.Activity;
import io.github.gmr.section.activity.ActivityKind;
import io.github.gmr.section.activity.NamedThreads;
import io.github.gmr.section.activity.ThreadActivity;
import io.github.gmr.section.activity.ThreadOwner;
import org.jspecify.annotations.Nullable;

/**
 * Threads that stand still, all of them at the same place for the same reason.
 *
 * @param threads the threads, one at least
 * @param time for how long all of them have stood still
 * @param pool the only pool they belong to, or {@code null} if there are several
 * @param overtaken whether others of the pool have been given what these wait for
 */
record StandingThreads(List<ThreadActivity> threads, Duration time, @Nullable NamedThreads pool, boolean overtaken) {

	/**
	 * How many threads are too many to be there by design.
	 */
	private static final int MANY = 4;

	Activity activity() {
		return this.threads.get(0).activity();
	}

	List<Long> ids() {
		return this.threads.stream().map(ThreadActivity::id).toList();
	}

	private @Nullable ThreadOwner owner() {
		return (this.pool != null) ? this.pool.owner() : null;
	}

	/**
	 * Return whether they may well be there: a thread that sleeps matters where others
	 * need it.
	 */
	boolean mayStand() {
		return activity().kind() == ActivityKind.SLEEP && severity() == Severity.INFO;
	}

	/**
	 * Return how bad it is: what is rarely waited for that long is a warning, and so is a
	 * pool that others need; the rest may well be as it should.
	 */
	Severity severity() {
		return (isRarelyIdle(activity().kind()) || isSharedPoolHarmed() || (isPoolStuck() && !this.overtaken))
				? Severity.WARNING : Severity.INFO;
	}

	private boolean isSharedPoolHarmed() {
		ThreadOwner owner = owner();
		return this.pool != null && owner != null && owner.isHarmed(this.threads.size(), this.pool.size());
	}

	/**
	 * Whether most threads of a pool wait for something that only others of the
	 * application can give.
	 */
	private boolean isPoolStuck() {
		return this.pool != null && this.threads.size() >= MANY && 2 * this.threads.size() > this.pool.size()
				&& isGivenByOthers(activity().kind());
	}

	private static boolean isRarelyIdle(ActivityKind kind) {
		return switch (kind) {
			case MONITOR, LOCK, READ_WRITE_LOCK, STAMPED_LOCK, FULL_QUEUE, POOL, FILE_LOCK, FILE_SYNC, STANDARD_OUTPUT,
					LOG, CLASS_LOADING, ENTROPY, NAME_LOOKUP, SOCKET_CONNECT, MAIL ->
				true;
			default -> false;
		};
	}

	private static boolean isGivenByOthers(ActivityKind kind) {
		return switch (kind) {
			case SEMAPHORE, LATCH, BARRIER, FUTURE, CONDITION, DATABASE, REMOTE -> true;
			default -> false;
		};
	}

	/**
	 * Return who stands still, where and why.
	 */
	String words() {
		Activity activity = activity();
		String time = TimeSpan.words(this.time);
		if (this.threads.size() == 1 && (this.pool == null || this.pool.size() == 1)) {
			ThreadActivity thread = this.threads.get(0);
			return "\"%s\" #%d has stood still for %s: it %s, at %s".formatted(thread.name(), thread.id(), time,
					activity.words(), activity.place());
		}
		return "%s have stood still for %s: each %s, at %s%s".formatted(who(), time, activity.words(), activity.place(),
				this.overtaken ? "; others get on there" : "");
	}

	/**
	 * Returns words such as {@code "All 10 Quartz workers (nightly_Worker-*)"} or
	 * {@code "12 threads"}.
	 */
	private String who() {
		int still = this.threads.size();
		return (this.pool != null) ? this.pool.words(still) : still + " threads";
	}

}
