package io.github.gmr.autoconfigure.properties;

import java.time.Duration;

/**
 * Properties of the section about platform threads.
 */
public class ThreadsSectionProperties {

	/**
	 * Number of frames of a stack to show.
	 */
	private int maxDepth = 256;

	/**
	 * Whether threads of the same state and stack share one entry.
	 */
	private boolean groupIdenticalStacks = true;

	/**
	 * Time between two snapshots that show the CPU time and allocation rate of threads.
	 * Zero to take one snapshot only.
	 */
	private Duration sample = Duration.ZERO;

	/**
	 * Number of threads, platform or virtual ones, waiting for one lock that raises a
	 * finding.
	 */
	private int lockThreshold = 10;

	/**
	 * Time for which threads may stand still, where that is rarely idle, or be busy,
	 * without a finding.
	 */
	private Duration unmovedThreshold = Duration.ofSeconds(30);

	public int getMaxDepth() {
		return this.maxDepth;
	}

	public void setMaxDepth(int maxDepth) {
		this.maxDepth = Ranges.positive("gmr.section.threads.max-depth", maxDepth);
	}

	public boolean isGroupIdenticalStacks() {
		return this.groupIdenticalStacks;
	}

	public void setGroupIdenticalStacks(boolean groupIdenticalStacks) {
		this.groupIdenticalStacks = groupIdenticalStacks;
	}

	public Duration getSample() {
		return this.sample;
	}

	public void setSample(Duration sample) {
		this.sample = Ranges.notNegative("gmr.section.threads.sample", sample);
	}

	public Duration getUnmovedThreshold() {
		return this.unmovedThreshold;
	}

	public void setUnmovedThreshold(Duration unmovedThreshold) {
		this.unmovedThreshold = Ranges.positive("gmr.section.threads.unmoved-threshold", unmovedThreshold);
	}

	public int getLockThreshold() {
		return this.lockThreshold;
	}

	public void setLockThreshold(int lockThreshold) {
		this.lockThreshold = Ranges.positive("gmr.section.threads.lock-threshold", lockThreshold);
	}

}
