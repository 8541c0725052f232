package io.github.gmr.autoconfigure.properties;

import java.time.Duration;

/**
 * Properties of the section about scheduled tasks.
 */
public class ScheduledTasksSectionProperties {

	/**
	 * Time after which a scheduled task that is due and has not started raises a finding.
	 */
	private Duration overdueThreshold = Duration.ofMinutes(1);

	/**
	 * Time after which a run of a scheduled task raises a finding.
	 */
	private Duration runningThreshold = Duration.ofHours(1);

	public Duration getOverdueThreshold() {
		return this.overdueThreshold;
	}

	public void setOverdueThreshold(Duration overdueThreshold) {
		this.overdueThreshold = Ranges.positive("gmr.section.scheduled-tasks.overdue-threshold", overdueThreshold);
	}

	public Duration getRunningThreshold() {
		return this.runningThreshold;
	}

	public void setRunningThreshold(Duration runningThreshold) {
		this.runningThreshold = Ranges.positive("gmr.section.scheduled-tasks.running-threshold", runningThreshold);
	}

}
