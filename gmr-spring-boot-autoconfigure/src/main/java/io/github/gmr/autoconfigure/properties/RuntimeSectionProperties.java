package io.github.gmr.autoconfigure.properties;

/**
 * Properties of the section about the JVM and its machine.
 */
public class RuntimeSectionProperties {

	/**
	 * Percentage of the container's memory limit in use that raises a finding.
	 */
	private int containerMemoryThreshold = 90;

	/**
	 * Percentage of throttled CPU periods of the container that raises a finding.
	 */
	private int throttlingThreshold = 25;

	/**
	 * Percentage of the native threads there may be that raises a finding.
	 */
	private int threadsThreshold = 90;

	public int getContainerMemoryThreshold() {
		return this.containerMemoryThreshold;
	}

	public void setContainerMemoryThreshold(int containerMemoryThreshold) {
		this.containerMemoryThreshold = Ranges.percent("gmr.section.runtime.container-memory-threshold",
				containerMemoryThreshold);
	}

	public int getThrottlingThreshold() {
		return this.throttlingThreshold;
	}

	public void setThrottlingThreshold(int throttlingThreshold) {
		this.throttlingThreshold = Ranges.percent("gmr.section.runtime.throttling-threshold", throttlingThreshold);
	}

	public int getThreadsThreshold() {
		return this.threadsThreshold;
	}

	public void setThreadsThreshold(int threadsThreshold) {
		this.threadsThreshold = Ranges.percent("gmr.section.runtime.threads-threshold", threadsThreshold);
	}

}
