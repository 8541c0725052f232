package io.github.gmr.section.pulse;

import java.util.Arrays;

/**
 * How often each thread had waited at one time. A thread that waits for the same thing
 * ever since has not waited again.
 *
 * @param time when, as of {@link System#nanoTime()}
 * @param ids the threads in ascending order
 * @param counts how often each had waited
 */
record WaitCounts(long time, long[] ids, long[] counts) {

	/**
	 * Return whether a thread is known to have waited again.
	 * @param id its identifier
	 * @param since since when it stands still by its other counters; what was before says
	 * nothing about that
	 * @param now how often it has waited up to now
	 * @return whether it has
	 */
	boolean haveGrown(long id, long since, long now) {
		int index = Arrays.binarySearch(this.ids, id);
		return index >= 0 && this.time - since >= 0 && now != this.counts[index];
	}

}
