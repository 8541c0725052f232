package io.github.gmr.section.pulse;

import java.util.Arrays;

import io.github.gmr.section.pulse.ThreadMotion.Pace;
import org.jspecify.annotations.Nullable;

/**
 * What all threads had used at one time, in arrays that are used again: a look allocates
 * nothing as long as the threads do not become more. Not thread-safe.
 */
final class ThreadLook {

	private static final int SPARE = 64;

	/**
	 * Which part of all processors is as good as all.
	 */
	private static final double ALL = 0.9;

	/**
	 * Which part of a processor a thread must use to count among those that do.
	 */
	private static final double LEAST_USE = 0.05;

	private static final @Nullable Pace[] NONE = {};

	private long time;

	private int size;

	/**
	 * The CPU time of the whole process, {@code -1} if it is not known.
	 */
	private long process = -1;

	/**
	 * How often threads had started or ended, {@code -1} if it is not known.
	 */
	private long changes = -1;

	/**
	 * What these threads have used since the look before.
	 */
	private long used;

	/**
	 * How many of them have used a processor since then, and not just now and then.
	 */
	private int users;

	/**
	 * Which part of a processor is much for one of them from now on.
	 */
	private double much = Pace.MUCH;

	/**
	 * How many of them have started since then.
	 */
	private int started;

	private long[] ids = {};

	private long[] cpu = {};

	private long[] allocated = {};

	/**
	 * How busy each thread was before this look, {@code null} if it is new.
	 */
	private @Nullable Pace[] paces = NONE;

	/**
	 * Since when each thread has its pace.
	 */
	private long[] since = {};

	/**
	 * Note what is known now.
	 * @param time when, as of {@link System#nanoTime()}
	 * @param before the look before this one
	 * @param ids the threads in ascending order
	 * @param cpu their CPU time in nanoseconds
	 * @param allocated what they have allocated in bytes
	 */
	void set(long time, ThreadLook before, long[] ids, long[] cpu, long[] allocated) {
		reserve(ids.length);
		this.time = time;
		this.size = ids.length;
		this.used = 0;
		this.users = 0;
		this.started = 0;
		int earlier = 0;
		for (int i = 0; i < ids.length; i++) {
			this.ids[i] = ids[i];
			this.cpu[i] = cpu[i];
			this.allocated[i] = allocated[i];
			while (earlier < before.size && before.ids[earlier] < ids[i]) {
				earlier++;
			}
			follow(i, before, (earlier < before.size && before.ids[earlier] == ids[i]) ? earlier : -1);
		}
		this.much = much(time - before.time, Runtime.getRuntime().availableProcessors());
	}

	/**
	 * Returns half of a processor, or of the part of one thread where these threads need
	 * all processors, and would use more.
	 */
	private double much(long nanos, int processors) {
		boolean all = this.used >= ALL * processors * nanos && this.users > processors;
		return all ? Math.max(LEAST_USE, Pace.MUCH * processors / this.users) : Pace.MUCH;
	}

	private void reserve(int length) {
		if (this.ids.length < length) {
			this.ids = new long[length + SPARE];
			this.cpu = new long[length + SPARE];
			this.allocated = new long[length + SPARE];
			this.paces = new Pace[length + SPARE];
			this.since = new long[length + SPARE];
		}
	}

	private void follow(int index, ThreadLook before, int earlier) {
		Pace pace = null;
		long since = this.time;
		if (earlier >= 0) {
			long cpu = this.cpu[index] - before.cpu[earlier];
			long nanos = this.time - before.time;
			pace = Pace.of(cpu, this.allocated[index] - before.allocated[earlier], nanos, before.much);
			this.users += (cpu > LEAST_USE * nanos) ? 1 : 0;
			since = (pace == before.paces[earlier]) ? before.since[earlier] : before.time;
		}
		this.started += (earlier < 0) ? 1 : 0;
		this.used += Math.max(0, this.cpu[index] - ((earlier >= 0) ? before.cpu[earlier] : 0));
		this.paces[index] = pace;
		this.since[index] = since;
	}

	/**
	 * Note what is known about the process now.
	 * @param cpu its CPU time in nanoseconds, {@code -1} if it is not known
	 * @param changes how often threads have started or ended, {@code -1} if it is not
	 * known
	 */
	void setProcess(long cpu, long changes) {
		this.process = cpu;
		this.changes = changes;
	}

	/**
	 * Return what threads have used since the look before that are none of these.
	 * @param before the look before this one, at all threads, as this one is
	 * @return what they have used, {@link OtherThreads#UNKNOWN} if that is not known
	 */
	OtherThreads others(ThreadLook before) {
		if (this.process < 0 || before.process < 0 || this.time - before.time <= 0) {
			return OtherThreads.UNKNOWN;
		}
		long others = Math.max(0, this.process - before.process - this.used);
		boolean ended = this.changes < 0 || this.changes - before.changes > this.started;
		return new OtherThreads(100.0 * others / (this.time - before.time), ended);
	}

	/**
	 * Return a copy that nothing changes any more.
	 */
	ThreadLook copy() {
		ThreadLook copy = new ThreadLook();
		copy.time = this.time;
		copy.size = this.size;
		copy.much = this.much;
		copy.ids = Arrays.copyOf(this.ids, this.size);
		copy.cpu = Arrays.copyOf(this.cpu, this.size);
		copy.allocated = Arrays.copyOf(this.allocated, this.size);
		copy.paces = Arrays.copyOf(this.paces, this.size);
		copy.since = Arrays.copyOf(this.since, this.size);
		return copy;
	}

	long time() {
		return this.time;
	}

	int size() {
		return this.size;
	}

	/**
	 * Return where a thread stands in this look.
	 * @return its index, negative if it is not there
	 */
	int index(long id) {
		return Arrays.binarySearch(this.ids, 0, this.size, id);
	}

	long cpu(int index) {
		return this.cpu[index];
	}

	long allocated(int index) {
		return this.allocated[index];
	}

	/**
	 * Return which part of a processor is much for one thread after this look.
	 */
	double much() {
		return this.much;
	}

	@Nullable Pace pace(int index) {
		return this.paces[index];
	}

	/**
	 * Return whether a thread may have stood still.
	 * @return whether it has, or was not seen before
	 */
	boolean isStillOrNew(int index) {
		return this.paces[index] == null || this.paces[index] == Pace.STILL;
	}

	/**
	 * Note that a thread has waited again: nothing is known of how long it has stood
	 * still before.
	 */
	void restart(int index) {
		this.since[index] = this.time;
	}

	long since(int index) {
		return this.since[index];
	}

}
