package io.github.gmr.section.pulse;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import io.github.gmr.section.pulse.ThreadMotion.Pace;
import org.jspecify.annotations.Nullable;

/**
 * Knows for how long threads have stood still or have been busy, from looks at what each
 * has used: equal counters mean that a thread has not run. Looks are taken by one thread;
 * any thread may ask.
 */
public final class ThreadHistory {

	/**
	 * How many threads are looked at, those with the lowest identifiers: with more the
	 * looks would cost too much.
	 */
	public static final int MAX = 5_000;

	/**
	 * What was used in less than that says little.
	 */
	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	/**
	 * The time between two looks at how often threads have waited.
	 */
	private static final long BETWEEN_COUNTS = TimeUnit.SECONDS.toNanos(30);

	private final ThreadCounters counters;

	private final ThreadAges ages = new ThreadAges();

	/**
	 * The threads in ascending order, listed after so many changes.
	 */
	private long[] ids = {};

	private long changes = -1;

	private ThreadLook last = new ThreadLook();

	private ThreadLook before = new ThreadLook();

	private ThreadLook spare = new ThreadLook();

	private OtherThreads others = OtherThreads.UNKNOWN;

	private volatile WaitCounts waits = WaitCounts.NONE;

	/**
	 * Create an empty history.
	 * @param counters read what threads have used
	 */
	public ThreadHistory(ThreadCounters counters) {
		this.counters = counters;
	}

	/**
	 * Look at the threads.
	 * @param time when, as of {@link System#nanoTime()}
	 */
	void look(long time) {
		this.ages.look(time);
		long[] ids = ids();
		long[] cpu = this.counters.cpu(ids);
		long[] allocated = this.counters.allocated(ids);
		if (cpu != null && allocated != null) {
			ThreadLook look = this.spare;
			look.set(time, this.last, ids, cpu, allocated);
			look.setProcess((ids.length < MAX) ? this.counters.processCpu() : -1, this.changes);
			countWaits(look, ids, cpu, allocated);
			add(look);
		}
	}

	private long[] ids() {
		long changes = this.counters.changes();
		if (changes < 0 || changes != this.changes) {
			this.ids = oldest(this.counters.ids());
			this.changes = changes;
		}
		return this.ids;
	}

	private void countWaits(ThreadLook look, long[] ids, long[] cpu, long[] allocated) {
		if (this.waits.ids().length == 0 || look.time() - this.waits.time() >= BETWEEN_COUNTS) {
			this.waits = this.waits.next(look, ids, cpu, allocated, this.counters);
		}
	}

	private static long[] oldest(long[] ids) {
		Arrays.sort(ids);
		return (ids.length > MAX) ? Arrays.copyOf(ids, MAX) : ids;
	}

	private synchronized void add(ThreadLook look) {
		this.others = look.others(this.last);
		this.spare = this.before;
		this.before = this.last;
		this.last = look;
	}

	/**
	 * Return for how long threads have been there.
	 * @return their ages, virtual ones, too
	 */
	public ThreadAges ages() {
		return this.ages;
	}

	/**
	 * Return what is known now, for one report.
	 * @param time the time of the report, as of {@link System#nanoTime()}
	 * @return what threads have done up to it
	 */
	public synchronized Motions motions(long time) {
		ThreadLook base = (time - this.last.time() < SECOND && this.before.size() != 0) ? this.before : this.last;
		return new Motions(this.last.copy(), base.copy(), this.waits, this.others, time);
	}

	/**
	 * What threads have done, as of one report. Immutable.
	 */
	public static final class Motions {

		private final ThreadLook last;

		private final ThreadLook base;

		private final WaitCounts waits;

		private final OtherThreads others;

		private final long time;

		private Motions(ThreadLook last, ThreadLook base, WaitCounts waits, OtherThreads others, long time) {
			this.last = last;
			this.base = base;
			this.waits = waits;
			this.others = others;
			this.time = time;
		}

		/**
		 * Return the time of the report.
		 * @return the time, as of {@link System#nanoTime()}
		 */
		public long time() {
			return this.time;
		}

		/**
		 * Return how far what threads do now is known back.
		 * @return the time of which their shares of a processor are
		 */
		public Duration span() {
			return Duration.ofNanos(this.time - this.base.time());
		}

		/**
		 * Return what threads have used between the last two looks that are not looked at
		 * one by one.
		 * @return what they have used, nothing if that is not known
		 */
		public OtherThreads others() {
			return this.others;
		}

		/**
		 * Return what a thread has done.
		 * @param id its identifier
		 * @param cpu the CPU time it has used up to now, in nanoseconds
		 * @param allocated what it has allocated up to now, in bytes
		 * @param waits how often it has waited up to now
		 * @return what it has done, or {@code null} if it was not seen before
		 */
		public @Nullable ThreadMotion of(long id, long cpu, long allocated, long waits) {
			int index = this.last.index(id);
			if (index < 0) {
				return null;
			}
			ThreadLook from = (this.base.index(id) >= 0) ? this.base : this.last;
			long usedCpu = Math.max(0, cpu - from.cpu(from.index(id)));
			long usedBytes = Math.max(0, allocated - from.allocated(from.index(id)));
			long nanos = Math.max(1, this.time - from.time());
			Pace pace = Pace.of(usedCpu, usedBytes, nanos, this.last.much());
			long since = (pace == this.last.pace(index)) ? this.last.since(index) : from.time();
			if (pace == Pace.STILL && this.waits.haveGrown(id, since, waits, allocated)) {
				pace = Pace.MOVING;
			}
			return new ThreadMotion(100.0 * usedCpu / nanos, (long) ((double) SECOND * usedBytes / nanos), pace,
					Duration.ofNanos(this.time - since));
		}

	}

}
