package io.github.gmr.section.threads;

import java.time.Duration;

/**
 * How the section about platform threads works.
 *
 * @param maxDepth how many frames of a stack it shows
 * @param grouped whether threads of the same state and the same stack are grouped
 * @param sample how long it waits between two snapshots to know CPU and allocation rates,
 * zero for a single snapshot
 * @param lockThreshold how many threads that wait for one lock raise a finding
 * @param unmovedThreshold for how long threads may stand still, or be busy, without a
 * finding
 */
public record ThreadsOptions(int maxDepth, boolean grouped, Duration sample, int lockThreshold,
		Duration unmovedThreshold) {

	/**
	 * 256 frames, grouped, a single snapshot, ten threads that wait for one lock, half a
	 * minute without moving.
	 */
	public static final ThreadsOptions DEFAULT = new ThreadsOptions(256, true, Duration.ZERO, 10,
			Duration.ofSeconds(30));

	public ThreadsOptions {
		if (maxDepth < 1) {
			throw new IllegalArgumentException("'maxDepth' must be at least 1 but is " + maxDepth);
		}
		if (sample.isNegative()) {
			throw new IllegalArgumentException("'sample' must not be negative but is " + sample);
		}
	}

}
