package io.github.gmr.autoconfigure.properties;

import java.time.Duration;

/**
 * Properties of the section about running work.
 */
public class RunningWorkSectionProperties {

	/**
	 * Time after which calls of another process without an answer raise a finding.
	 */
	private Duration callThreshold = Duration.ofSeconds(30);

	public Duration getCallThreshold() {
		return this.callThreshold;
	}

	public void setCallThreshold(Duration callThreshold) {
		this.callThreshold = Ranges.positive("gmr.section.running-work.call-threshold", callThreshold);
	}

}
