package io.github.gmr.autoconfigure.properties;

import java.time.Duration;

/**
 * Properties of the section about health.
 */
public class HealthSectionProperties {

	/**
	 * Time limit of a single health check.
	 */
	private Duration timeout = Duration.ofSeconds(1);

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		this.timeout = Ranges.positive("gmr.section.health.timeout", timeout);
	}

}
