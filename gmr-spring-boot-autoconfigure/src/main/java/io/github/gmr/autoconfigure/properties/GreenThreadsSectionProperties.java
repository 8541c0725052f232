package io.github.gmr.autoconfigure.properties;

import java.time.Duration;

/**
 * Properties of the section about virtual threads.
 */
public class GreenThreadsSectionProperties {

	/**
	 * Time after which the dump of virtual threads is cut.
	 */
	private Duration timeout = Duration.ofSeconds(2);

	/**
	 * Number of groups of virtual threads to show, the largest first.
	 */
	private int maxGroups = 100;

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		this.timeout = Ranges.positive("gmr.section.green-threads.timeout", timeout);
	}

	public int getMaxGroups() {
		return this.maxGroups;
	}

	public void setMaxGroups(int maxGroups) {
		this.maxGroups = Ranges.positive("gmr.section.green-threads.max-groups", maxGroups);
	}

}
