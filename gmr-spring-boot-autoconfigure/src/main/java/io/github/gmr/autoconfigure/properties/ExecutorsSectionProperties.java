package io.github.gmr.autoconfigure.properties;

import java.time.Duration;

/**
 * Properties of the section about executors.
 */
public class ExecutorsSectionProperties {

	/**
	 * Percentage of the queue of an executor in use that raises a finding.
	 */
	private int queueThreshold = 90;

	/**
	 * Time without any task that ends, while others wait, that raises a finding.
	 */
	private Duration taskThreshold = Duration.ofSeconds(30);

	/**
	 * Time that the tasks of a queue take from which on it is a finding that they wait.
	 */
	private Duration backlogThreshold = Duration.ofMinutes(1);

	/**
	 * Time for which tasks run, while none ends, that raises a finding for information.
	 */
	private Duration runningThreshold = Duration.ofHours(1);

	public int getQueueThreshold() {
		return this.queueThreshold;
	}

	public void setQueueThreshold(int queueThreshold) {
		this.queueThreshold = Ranges.percent("gmr.section.executors.queue-threshold", queueThreshold);
	}

	public Duration getTaskThreshold() {
		return this.taskThreshold;
	}

	public void setTaskThreshold(Duration taskThreshold) {
		this.taskThreshold = Ranges.positive("gmr.section.executors.task-threshold", taskThreshold);
	}

	public Duration getBacklogThreshold() {
		return this.backlogThreshold;
	}

	public void setBacklogThreshold(Duration backlogThreshold) {
		this.backlogThreshold = Ranges.positive("gmr.section.executors.backlog-threshold", backlogThreshold);
	}

	public Duration getRunningThreshold() {
		return this.runningThreshold;
	}

	public void setRunningThreshold(Duration runningThreshold) {
		this.runningThreshold = Ranges.positive("gmr.section.executors.running-threshold", runningThreshold);
	}

}
