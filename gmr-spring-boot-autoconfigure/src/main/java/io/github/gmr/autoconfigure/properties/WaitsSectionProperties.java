package io.github.gmr.autoconfigure.properties;

import java.time.Duration;

/**
 * Properties of the section about what running work waits for.
 */
public class WaitsSectionProperties {

	/**
	 * Time after which work that waits, in the end, for what does not change raises a
	 * finding.
	 */
	private Duration workThreshold = Duration.ofSeconds(10);

	public Duration getWorkThreshold() {
		return this.workThreshold;
	}

	public void setWorkThreshold(Duration workThreshold) {
		this.workThreshold = Ranges.positive("gmr.section.waits.work-threshold", workThreshold);
	}

}
