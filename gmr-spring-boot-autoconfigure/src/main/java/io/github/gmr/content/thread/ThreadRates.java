package io.github.gmr.content.thread;

/**
 * What a thread has done between two snapshots.
 *
 * @param cpuPercent the share of one processor it has used, in percent
 * @param allocatedBytesPerSecond how fast it has allocated memory in the heap
 * @param unmoved whether it stood on the same frame in both
 */
public record ThreadRates(double cpuPercent, long allocatedBytesPerSecond, boolean unmoved) {

	public ThreadRates {
		if (!Double.isFinite(cpuPercent)) {
			throw new IllegalArgumentException("'cpuPercent' must be finite but is " + cpuPercent);
		}
	}

}
