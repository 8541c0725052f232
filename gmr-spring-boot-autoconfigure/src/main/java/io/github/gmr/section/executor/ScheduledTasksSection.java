package io.github.gmr.section.executor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Content;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.bean.BeansByName;
import io.github.gmr.section.bean.Readings;
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
 * </pre>
 *
 * A task that is due and has not started has no next time. One that fails or hangs when
 * it is asked has a line of its own.
 */
public final class ScheduledTasksSection implements BuiltInSection, SmartInitializingSingleton {

	static final String TITLE = "Scheduled Tasks";

	private final BeansByName<ScheduledTaskHolder> holders;

	private final ScheduledTasksOptions options;

	private final Workers workers;

	private final Clock clock;

	/**
	 * Create the section.
	 * @param holders know the tasks
	 * @param options when it raises findings
	 * @param workers ask them and their tasks
	 */
	public ScheduledTasksSection(BeansByName<ScheduledTaskHolder> holders, ScheduledTasksOptions options,
			Workers workers) {
		this(holders, options, workers, Clock.systemUTC());
	}

	ScheduledTasksSection(BeansByName<ScheduledTaskHolder> holders, ScheduledTasksOptions options, Workers workers,
			Clock clock) {
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
	public @Nullable Content content() {
		Readings<List<HeldTask>> holders = this.holders.read(this.workers, (bean) -> HeldTask.of(bean));
		Readings<TaskState> tasks = states(holders.answers().stream().flatMap(List::stream).toList());
		return isEmpty(holders, tasks) ? null : Content.fields((fields) -> {
			holders.addSilent(fields, "holders of tasks", TITLE);
			tasks.addSilent(fields, "tasks", TITLE);
			tasks.answers().forEach((task) -> task.check(this.options).forEach(fields::add));
			fields.add("tasks", Content.table(tasks.answers(), (table) -> {
				table.column("task", TaskState::name);
				table.column("schedule", TaskState::schedule);
				table.column("next", (task) -> orBlank(task.next()));
				table.column("last", (task) -> orBlank(task.last()));
				table.column("outcome", TaskState::outcome);
			}));
		});
	}

	private Readings<TaskState> states(List<HeldTask> tasks) {
		return Readings.of(this.workers, tasks, HeldTask::name, HeldTask::task,
				(task) -> TaskState.of(task.task(), this.clock.instant()));
	}

	private static boolean isEmpty(Readings<?> holders, Readings<?> tasks) {
		return tasks.all().isEmpty() && holders.all().stream().allMatch((holder) -> holder.silence() == null);
	}

	private static Object orBlank(@Nullable Object value) {
		return (value != null) ? value : "";
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
