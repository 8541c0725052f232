package io.github.gmr.autoconfigure.properties;

import java.time.Duration;

/**
 * Properties of the section about HTTP requests.
 */
public class WebSectionProperties {

	/**
	 * Time after which a running request raises a finding.
	 */
	private Duration requestThreshold = Duration.ofSeconds(30);

	/**
	 * Percentage of the request threads there may be standing at one place that raises a
	 * finding.
	 */
	private int stuckThreshold = 75;

	/**
	 * Time after which a request that stands there counts as stuck.
	 */
	private Duration stuckAfter = Duration.ofSeconds(2);

	public Duration getRequestThreshold() {
		return this.requestThreshold;
	}

	public void setRequestThreshold(Duration requestThreshold) {
		this.requestThreshold = Ranges.positive("gmr.section.web.request-threshold", requestThreshold);
	}

	public int getStuckThreshold() {
		return this.stuckThreshold;
	}

	public void setStuckThreshold(int stuckThreshold) {
		this.stuckThreshold = Ranges.percent("gmr.section.web.stuck-threshold", stuckThreshold);
	}

	public Duration getStuckAfter() {
		return this.stuckAfter;
	}

	public void setStuckAfter(Duration stuckAfter) {
		this.stuckAfter = Ranges.notNegative("gmr.section.web.stuck-after", stuckAfter);
	}

}
