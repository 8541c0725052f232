package io.github.gmr.content.thread;

import java.time.Duration;

/**
 * What a thread has done lately.
 *
 * @param cpuPercent the share of one processor it has used, in percent
 * @param allocatedBytesPerSecond how fast it has allocated memory in the heap
 * @param unmoved for how long at least it has stood still, zero if it has moved
 */
public record ThreadRates(double cpuPercent, long allocatedBytesPerSecond, Duration unmoved) {

	public ThreadRates {
		if (!Double.isFinite(cpuPercent)) {
			throw new IllegalArgumentException("'cpuPercent' must be finite but is " + cpuPercent);
		}
	}

	/**
	 * Return whether it has stood still.
	 * @return whether it has not moved
	 */
	public boolean isUnmoved() {
		return !this.unmoved.isZero();
	}

}
