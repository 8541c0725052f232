package io.github.gmr.section.executor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Content;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.bean.BeansByName;
import io.github.gmr.section.bean.Readings;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.ScopedSection;
import io.github.gmr.section.scope.ThreadSnapshots;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/**
 * Shows when each scheduled task runs next, when it ran last and how that ended.
 *
 * <pre>
 * tasks =
 *   task                   schedule         next                  last                  outcome
 *   com.acme.Cleanup.run   every 1 min     2026-11-23T03:01:00Z  2026-11-23T03:00:00Z  success
 *   com.acme.Billing.send  cron 0 0 4 * *   2026-11-23T04:00:00Z                        none
 *   com.acme.Stock.sync    every 5 s                              2026-11-23T02:51:10Z  started, has not moved for 8 min, at com.acme.Stock.sync(Stock.java:17)
 * </pre>
 *
 * A task that is due and has not started has no next time. One that fails or hangs when
 * it is asked has a line of its own.
 */
public final class ScheduledTasksSection implements ScopedSection, SmartInitializingSingleton {

	static final String TITLE = "Scheduled Tasks";

	private final BeansByName<ScheduledTaskHolder> holders;

	private final ScheduledTasksOptions options;

	private final ThreadSnapshots threads;

	private final ApplicationCode code;

	private final Workers workers;

	private final Clock clock;

	/**
	 * Create the section.
	 * @param holders know the tasks
	 * @param options when it raises findings
	 * @param threads has the threads dumped
	 * @param code knows the application's own frames
	 * @param workers ask them and their tasks
	 */
	public ScheduledTasksSection(BeansByName<ScheduledTaskHolder> holders, ScheduledTasksOptions options,
			ThreadSnapshots threads, ApplicationCode code, Workers workers) {
		this(holders, options, threads, code, workers, Clock.systemUTC());
	}

	ScheduledTasksSection(BeansByName<ScheduledTaskHolder> holders, ScheduledTasksOptions options,
			ThreadSnapshots threads, ApplicationCode code, Workers workers, Clock clock) {
		this.threads = threads;
		this.code = code;
		this.holders = holders;
		this.options = options;
		this.workers = workers;
		this.clock = clock;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(1200).withChecks(TaskState.checks());
	}

	@Override
	public String title() {
		return TITLE;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.holders.resolve();
	}

	@Override
	public @Nullable Content content(ReportScope scope) throws InterruptedException {
		Readings<List<HeldTask>> holders = this.holders.read(this.workers, (bean) -> HeldTask.of(bean));
		Readings<TaskState> tasks = states(holders.answers().stream().flatMap(List::stream).toList());
		List<KnownTask> known = withRuns(tasks.answers(), scope);
		return isEmpty(holders, tasks) ? null : Content.fields((fields) -> {
			holders.addSilent(fields, "holders of tasks", TITLE);
			tasks.addSilent(fields, "tasks", TITLE);
			known.forEach((task) -> task.state().check(this.options, task.run()).forEach(fields::add));
			fields.add("tasks", Content.table(known, (table) -> {
				table.column("task", (task) -> task.state().name());
				table.column("schedule", (task) -> task.state().schedule());
				table.column("next", (task) -> orBlank(task.state().next()));
				table.column("last", (task) -> orBlank(task.state().last()));
				table.column("outcome", (task) -> task.state().outcome(task.run()));
			}));
		});
	}

	private Readings<TaskState> states(List<HeldTask> tasks) {
		return Readings.of(this.workers, tasks, HeldTask::name, HeldTask::task,
				(task) -> TaskState.of(task.task(), this.clock.instant()));
	}

	/**
	 * Returns the tasks with their runs. The threads are looked at only if a task runs.
	 */
	private List<KnownTask> withRuns(List<TaskState> tasks, ReportScope scope) throws InterruptedException {
		List<KnownTask> known = new ArrayList<>();
		for (TaskState task : tasks) {
			known.add(new KnownTask(task,
					task.isRunning() ? task.run(this.threads.of(scope), this.code) : TaskRun.UNKNOWN));
		}
		return known;
	}

	private static boolean isEmpty(Readings<?> holders, Readings<?> tasks) {
		return tasks.all().isEmpty() && holders.all().stream().allMatch((holder) -> holder.silence() == null);
	}

	private static Object orBlank(@Nullable Object value) {
		return (value != null) ? value : "";
	}

	/**
	 * What is known of a task.
	 */
	private record KnownTask(TaskState state, TaskRun run) {

	}

	/**
	 * A task, and what to call it if it cannot be asked for its name.
	 */
	private record HeldTask(String name, ScheduledTask task) {

		static List<HeldTask> of(Map.Entry<String, ScheduledTaskHolder> holder) {
			List<HeldTask> tasks = new ArrayList<>();
			for (ScheduledTask task : holder.getValue().getScheduledTasks()) {
				tasks.add(new HeldTask("task %d of %s".formatted(tasks.size() + 1, holder.getKey()), task));
			}
			return tasks;
		}

	}

}
