package io.github.gmr.section.executor;

import java.time.Clock;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.bean.BeansByName;
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
 * A task that is due and has not started has no next time.
 */
public final class ScheduledTasksSection implements BuiltInSection, SmartInitializingSingleton {

	private static final String TITLE = "Scheduled Tasks";

	private final BeansByName<ScheduledTaskHolder> holders;

	private final ScheduledTasksOptions options;

	private final Clock clock;

	/**
	 * Create the section.
	 * @param holders know the tasks
	 * @param options when it raises findings
	 */
	public ScheduledTasksSection(BeansByName<ScheduledTaskHolder> holders, ScheduledTasksOptions options) {
		this(holders, options, Clock.systemUTC());
	}

	ScheduledTasksSection(BeansByName<ScheduledTaskHolder> holders, ScheduledTasksOptions options, Clock clock) {
		this.holders = holders;
		this.options = options;
		this.clock = clock;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(1200);
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
		List<TaskState> tasks = this.holders.existing()
			.values()
			.stream()
			.flatMap((holder) -> holder.getScheduledTasks().stream())
			.map(this::state)
			.toList();
		return tasks.isEmpty() ? null : Content.fields((fields) -> {
			tasks.forEach((task) -> addIfPresent(fields, task.finding(this.options)));
			fields.add("tasks", Content.table(tasks, (table) -> {
				table.column("task", TaskState::name);
				table.column("schedule", TaskState::schedule);
				table.column("next", (task) -> orBlank(task.next()));
				table.column("last", (task) -> orBlank(task.last()));
				table.column("outcome", TaskState::outcome);
			}));
		});
	}

	private TaskState state(ScheduledTask task) {
		return TaskState.of(task, this.clock.instant());
	}

	private static void addIfPresent(FieldsBuilder fields, @Nullable Finding finding) {
		if (finding != null) {
			fields.add(finding.next(TITLE));
		}
	}

	private static Object orBlank(@Nullable Object value) {
		return (value != null) ? value : "";
	}

}
