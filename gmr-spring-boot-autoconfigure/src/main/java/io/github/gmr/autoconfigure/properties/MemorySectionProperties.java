package io.github.gmr.autoconfigure.properties;

import java.time.Duration;

/**
 * Properties of the section about memory.
 */
public class MemorySectionProperties {

	/**
	 * Percentage of the heap in use after the last collection that raises a finding.
	 */
	private int heapThreshold = 90;

	/**
	 * Percentage of the metaspace in use that raises a finding.
	 */
	private int metaspaceThreshold = 90;

	/**
	 * Percentage of the memory for direct buffers in use that raises a finding.
	 */
	private int directMemoryThreshold = 90;

	/**
	 * Percentage of time in garbage collections that raises a finding.
	 */
	private int collectionTimeThreshold = 10;

	/**
	 * Time for which the application stands still for a garbage collection that raises a
	 * finding.
	 */
	private Duration pauseThreshold = Duration.ofSeconds(2);

	public int getHeapThreshold() {
		return this.heapThreshold;
	}

	public void setHeapThreshold(int heapThreshold) {
		this.heapThreshold = Ranges.percent("gmr.section.memory.heap-threshold", heapThreshold);
	}

	public int getMetaspaceThreshold() {
		return this.metaspaceThreshold;
	}

	public void setMetaspaceThreshold(int metaspaceThreshold) {
		this.metaspaceThreshold = Ranges.percent("gmr.section.memory.metaspace-threshold", metaspaceThreshold);
	}

	public int getDirectMemoryThreshold() {
		return this.directMemoryThreshold;
	}

	public void setDirectMemoryThreshold(int directMemoryThreshold) {
		this.directMemoryThreshold = Ranges.percent("gmr.section.memory.direct-memory-threshold",
				directMemoryThreshold);
	}

	public int getCollectionTimeThreshold() {
		return this.collectionTimeThreshold;
	}

	public void setCollectionTimeThreshold(int collectionTimeThreshold) {
		this.collectionTimeThreshold = Ranges.percent("gmr.section.memory.collection-time-threshold",
				collectionTimeThreshold);
	}

	public Duration getPauseThreshold() {
		return this.pauseThreshold;
	}

	public void setPauseThreshold(Duration pauseThreshold) {
		this.pauseThreshold = Ranges.positive("gmr.section.memory.pause-threshold", pauseThreshold);
	}

}
