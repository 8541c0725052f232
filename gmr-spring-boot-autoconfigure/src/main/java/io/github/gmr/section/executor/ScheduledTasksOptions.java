package io.github.gmr.section.executor;

import java.time.Duration;

/**
 * When the section about scheduled tasks raises findings.
 *
 * @param overdue how long after its time a task that has not started is overdue
 * @param running how long a run may take
 */
public record ScheduledTasksOptions(Duration overdue, Duration running) {

}
