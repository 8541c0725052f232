package io.github.gmr.section.pulse;

import java.util.Arrays;

/**
 * How often each thread had waited at one time. A thread that waits for the same thing
 * ever since has not waited again. The JVM does not count reads from sockets and the
 * like: who does that anew makes some objects.
 *
 * @param time when, as of {@link System#nanoTime()}
 * @param ids the threads in ascending order
 * @param cpu their CPU time in nanoseconds
 * @param allocated what they had allocated in bytes
 * @param counts how often each had waited, negative if that is not known
 */
record WaitCounts(long time, long[] ids, long[] cpu, long[] allocated, long[] counts) {

	/**
	 * Nothing was counted.
	 */
	static final WaitCounts NONE = new WaitCounts(0, new long[0], new long[0], new long[0], new long[0]);

	/**
	 * Count anew. Not asked are threads that have used no CPU time since, as they cannot
	 * have waited again, and those that do not stand still, of which it does not matter:
	 * of many threads most are one or the other. Those that have waited again stand still
	 * anew.
	 * @param look the threads now
	 * @param ids their identifiers
	 * @param cpu their CPU time in nanoseconds
	 * @param allocated what they have allocated in bytes
	 * @param counters count
	 * @return the counts
	 */
	WaitCounts next(ThreadLook look, long[] ids, long[] cpu, long[] allocated, ThreadCounters counters) {
		long[] counts = new long[ids.length];
		long[] asked = new long[ids.length];
		int size = 0;
		for (int i = 0; i < ids.length; i++) {
			counts[i] = known(ids[i], cpu[i]);
			if (counts[i] < 0 && look.isStillOrNew(i)) {
				asked[size++] = ids[i];
			}
		}
		long[] answers = (size > 0) ? counters.waits(Arrays.copyOf(asked, size)) : asked;
		int next = 0;
		for (int i = 0; next < size; i++) {
			if (ids[i] == asked[next]) {
				counts[i] = answers[next++];
				if (haveChanged(ids[i], counts[i], allocated[i])) {
					look.restart(i);
				}
			}
		}
		return new WaitCounts(look.time(), ids, cpu, allocated, counts);
	}

	private boolean haveChanged(long id, long count, long bytes) {
		int index = Arrays.binarySearch(this.ids, id);
		return index >= 0 && this.counts[index] >= 0 && (this.counts[index] != count || this.allocated[index] != bytes);
	}

	private long known(long id, long cpu) {
		int index = Arrays.binarySearch(this.ids, id);
		return (index >= 0 && this.cpu[index] == cpu) ? this.counts[index] : -1;
	}

	/**
	 * Return whether a thread is known to have waited again.
	 * @param id its identifier
	 * @param since since when it stands still by its other counters; what was before says
	 * nothing about that
	 * @param now how often it has waited up to now
	 * @param bytes what it has allocated up to now
	 * @return whether it has
	 */
	boolean haveGrown(long id, long since, long now, long bytes) {
		return this.time - since >= 0 && haveChanged(id, now, bytes);
	}

}
