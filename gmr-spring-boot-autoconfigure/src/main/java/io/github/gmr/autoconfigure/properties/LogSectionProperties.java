package io.github.gmr.autoconfigure.properties;

/**
 * Properties of the section about the log.
 */
public class LogSectionProperties {

	private static final int MAX_EVENTS = 1000;

	/**
	 * Number of errors, and of warnings, to keep and show.
	 */
	private int maxEvents = 5;

	/**
	 * Number of errors within five minutes that raises a finding.
	 */
	private int errorThreshold = 10;

	public int getMaxEvents() {
		return this.maxEvents;
	}

	public void setMaxEvents(int maxEvents) {
		this.maxEvents = Ranges.fromOneTo(MAX_EVENTS, "gmr.section.log.max-events", maxEvents);
	}

	public int getErrorThreshold() {
		return this.errorThreshold;
	}

	public void setErrorThreshold(int errorThreshold) {
		this.errorThreshold = Ranges.fromOneTo(MAX_EVENTS, "gmr.section.log.error-threshold", errorThreshold);
	}

}
