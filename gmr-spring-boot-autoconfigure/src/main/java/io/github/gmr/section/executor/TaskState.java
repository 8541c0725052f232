package io.github.gmr.section.executor;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Value;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.scope.ThreadSnapshot;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.Task;
import org.springframework.scheduling.config.TaskExecutionOutcome;
import org.springframework.scheduling.config.TaskExecutionOutcome.Status;

/**
 * A scheduled task at one instant, with all that takes code of the task in words.
 *
 * @param name what it calls
 * @param schedule when it runs
 * @param interval the time between two runs, {@code null} if that is not fixed
 * @param next when it runs next, {@code null} if it is due, or never will
 * @param status how it ran last
 * @param start when that began, {@code null} if it has not run yet
 * @param error why that failed, {@code null} if it did not
 * @param now the instant
 */
record TaskState(String name, String schedule, @Nullable Duration interval, @Nullable Instant next, Status status,
		@Nullable Instant start, @Nullable Failure error, Instant now) {

	private static final Check FAILED = new Check("task-failed");

	private static final Check LONG_RUNNING = new Check("task-long-running");

	private static final Check OVERDUE = new Check("task-overdue");

	/**
	 * Look at a task. Asks its code, which may hang.
	 */
	static TaskState of(ScheduledTask scheduled, Instant now) {
		Task task = scheduled.getTask();
		Duration interval = (task instanceof IntervalTask recurring) ? recurring.getIntervalDuration() : null;
		TaskExecutionOutcome run = task.getLastExecutionOutcome();
		Failure error = (run.throwable() != null) ? Failure.of(run.throwable()) : null;
		return new TaskState(task.toString(), schedule(task, interval), interval, seconds(scheduled.nextExecution()),
				run.status(), run.executionTime(), error, now);
	}

	private static String schedule(Task task, @Nullable Duration interval) {
		if (task instanceof CronTask cron) {
			return "cron " + cron.getExpression();
		}
		return (interval != null) ? "every " + words(interval) : "by trigger";
	}

	@Nullable Instant last() {
		return seconds(this.start);
	}

	/**
	 * Return how the task has ended, or how it gets on.
	 * @param run where it is if it runs
	 * @return words such as {@code "error: java.io.IOException"}
	 */
	String outcome(TaskRun run) {
		String word = this.status.name().toLowerCase(Locale.ROOT);
		return (this.error != null) ? word + ": " + this.error.error() : word + run.words();
	}

	/**
	 * Find the thread that runs the task.
	 * @param snapshot all threads
	 * @param code knows the application's own frames
	 * @return the run
	 */
	TaskRun run(ThreadSnapshot snapshot, ApplicationCode code) {
		return TaskRun.of(this.name, since(), snapshot, code);
	}

	boolean isRunning() {
		return this.status == Status.STARTED;
	}

	private Duration since() {
		return (this.start != null) ? Duration.between(this.start, this.now) : Duration.ZERO;
	}

	/**
	 * Return all checks of a task.
	 */
	static Check[] checks() {
		return new Check[] { FAILED, LONG_RUNNING, OVERDUE };
	}

	/**
	 * Look what is wrong with the task.
	 * @param options from when on something is wrong
	 * @param run where it is if it runs
	 * @return the results of all checks of a task
	 */
	List<Check.Result> check(ScheduledTasksOptions options, TaskRun run) {
		Duration since = since();
		Finding failed = (this.status != Status.ERROR) ? null : Content.warning("%s failed in its last run, %s ago: %s",
				this.name, words(since), (this.error != null) ? this.error.asText() : "unknown");
		Finding running = (!isRunning() || since.compareTo(options.running()) < 0) ? null
				: run.finding("%s runs since %s".formatted(this.name, words(since))).evidence("running", since);
		Finding overdue = (!isOverdue(since, options.overdue())) ? null
				: Content
					.warning("%s is overdue: it ran last %s ago and should run %s", this.name, words(since),
							this.schedule)
					.evidence("since last run", since);
		return List.of(FAILED.of(detailed(failed)), LONG_RUNNING.of(detailed(running)), OVERDUE.of(detailed(overdue)));
	}

	private @Nullable Finding detailed(@Nullable Finding finding) {
		return (finding == null) ? null
				: finding.subject("task " + this.name).since(last()).next(ScheduledTasksSection.TITLE, this.name);
	}

	/**
	 * Returns whether a task that is due has not started for too long: no thread is free
	 * to run it. Others cannot be distinguished from those that will never run again.
	 */
	private boolean isOverdue(Duration since, Duration limit) {
		return this.interval != null && this.next == null && this.status == Status.SUCCESS
				&& since.minus(this.interval).compareTo(limit) >= 0;
	}

	private static String words(Duration time) {
		return new Value(time).asText();
	}

	private static @Nullable Instant seconds(@Nullable Instant instant) {
		return (instant != null) ? instant.truncatedTo(ChronoUnit.SECONDS) : null;
	}

}
