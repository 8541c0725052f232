package io.github.gmr.section.virtual;

import java.time.Duration;

/**
 * How the section about virtual threads works.
 *
 * @param timeout how long it reads the JDK's dump before it cuts it
 * @param maxGroups how many groups of threads it shows, the largest first
 * @param maxDepth how many frames of a stack it shows
 * @param grouped whether threads of the same state and the same stack are grouped
 * @param lockThreshold how many threads that wait for one lock raise a finding
 * @param ageThreshold for how long threads must have been there whose wait is told
 */
public record GreenThreadsOptions(Duration timeout, int maxGroups, int maxDepth, boolean grouped, int lockThreshold,
		Duration ageThreshold) {

	/**
	 * Two seconds, 100 groups, 256 frames, grouped, ten threads that wait for one lock,
	 * half a minute.
	 */
	public static final GreenThreadsOptions DEFAULT = new GreenThreadsOptions(Duration.ofSeconds(2), 100, 256, true, 10,
			Duration.ofSeconds(30));

	public GreenThreadsOptions {
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("'timeout' must be positive but is " + timeout);
		}
		if (maxGroups < 1) {
			throw new IllegalArgumentException("'maxGroups' must be at least 1 but is " + maxGroups);
		}
		if (maxDepth < 1) {
			throw new IllegalArgumentException("'maxDepth' must be at least 1 but is " + maxDepth);
		}
	}

}
