package io.github.gmr.section.work;

import java.time.Duration;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.activity.ActivitySnapshots;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.activity.ThreadOwner;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.ScopedSection;
import io.github.gmr.section.scope.ThreadSnapshot;
import io.github.gmr.section.scope.ThreadSnapshots;
import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.RequestReplySenderContext;
import org.jspecify.annotations.Nullable;

/**
 * Shows what runs besides HTTP requests: calls of other processes, listeners, scheduled
 * tasks, jobs and whatever else is observed, what it is about, for how long it has been
 * running, on which thread, where that stands, and what it is a part of.
 *
 * <pre>
 * running = 13
 * work =
 *   oldest  count  kind                       about                            thread             at                                                 progress                          part of
 *   2 min   12     http.client.requests       payments:8443 POST /payments     exec-3 #42         com.acme.Payments.charge(Payments.java:41)         12 have not moved for 48 s        POST /orders
 *   40 s    1      tasks.scheduled.execution  com.acme.StockJob.syncStock      scheduling-1 #30   com.acme.StockJob.syncStock(StockJob.java:17)      busy: 98 % of a CPU
 * finding = WARNING: 12 calls to payments:8443 have no answer after more than 30 s, the oldest after 2 min,
 * at com.acme.Payments.charge(Payments.java:41)
 * </pre>
 *
 * Work of one kind that is about the same and stands at one place is shown by the oldest.
 * Of calls that have no thread it is said where event loops stand, which answers come to.
 * Tasks of executors that nothing observes, as asynchronous methods, are shown by the
 * threads of these.
 */
public final class RunningWorkSection implements ScopedSection {

	private static final int MAX_GROUPS = 50;

	private static final int MAX_POOLS = 5;

	private final RunningWork work;

	private final ThreadSnapshots threads;

	private final ActivitySnapshots activities;

	private final ApplicationCode code;

	private final RunningWorkOptions options;

	/**
	 * Create the section.
	 * @param work the work that is followed
	 * @param threads has the threads dumped
	 * @param activities knows what they do
	 * @param code knows the application's own frames
	 * @param options when it raises findings
	 */
	public RunningWorkSection(RunningWork work, ThreadSnapshots threads, ActivitySnapshots activities,
			ApplicationCode code, RunningWorkOptions options) {
		this.work = work;
		this.threads = threads;
		this.activities = activities;
		this.code = code;
		this.options = options;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(920).withChecks(SlowCalls.CHECK);
	}

	/**
	 * Returns a section that shows a call which runs for too long.
	 */
	@Override
	public ReportSection forWarmUp() {
		return () -> {
			Observation.Context call = new RequestReplySenderContext<>((carrier, key, value) -> {
			});
			RunningWork sample = new RunningWork();
			new RunningWorkHandler(sample).onStart(call);
			new RunningWorkHandler(sample).onScopeOpened(call);
			@Nullable Content content = new RunningWorkSection(sample, this.threads, this.activities, this.code,
					new RunningWorkOptions(Duration.ZERO))
				.content();
			new RunningWorkHandler(sample).onStop(call);
			return content;
		};
	}

	@Override
	public Content content(ReportScope scope) throws InterruptedException {
		ThreadSnapshot snapshot = this.threads.of(scope);
		ThreadActivities activities = this.activities.activities(scope);
		WorkSnapshot seen = this.work.of(scope, snapshot);
		return Content.fields((fields) -> {
			fields.add("running", seen.work().size());
			addGroups(fields, WorkGroup.of(seen.work(), this.code));
			addTasks(fields, UnobservedTask.of(activities, snapshot, seen.threads()));
			addEventLoops(fields, seen.callsWithoutThread(), StandingPool.of(activities, snapshot));
			if (seen.neverEnded() > 0) {
				fields.add("never ended", seen.neverEnded() + " observations were given up without an end");
			}
			if (seen.notFollowed() > 0) {
				fields.add("not followed", seen.notFollowed() + " observations, as too many had begun");
			}
			fields.add(new SlowCalls(seen.work(), snapshot, this.options.call(), this.code).check());
		});
	}

	private static void addGroups(FieldsBuilder fields, List<WorkGroup> groups) {
		List<WorkGroup> shown = groups.stream().limit(MAX_GROUPS).toList();
		if (!shown.isEmpty()) {
			fields.add("work", table(shown));
		}
		if (shown.size() < groups.size()) {
			fields.add("not shown", (groups.size() - shown.size()) + " younger kinds or places");
		}
	}

	private static void addTasks(FieldsBuilder fields, List<UnobservedTask> tasks) {
		List<UnobservedTask> shown = tasks.stream().limit(MAX_GROUPS).toList();
		if (!shown.isEmpty()) {
			fields.add("not observed", Content.table(shown, (table) -> {
				table.column("tasks", UnobservedTask::size);
				table.column("executor", UnobservedTask::executor);
				table.column("thread", UnobservedTask::threadName);
				table.column("at", (task) -> task.first().activity().place());
				table.column("still for", (task) -> task.still().isZero() ? "" : task.still());
			}));
		}
	}

	/**
	 * Answers to calls that have no thread come to event loops.
	 */
	private static void addEventLoops(FieldsBuilder fields, long calls, List<StandingPool> pools) {
		List<String> loops = pools.stream()
			.filter((pool) -> pool.pool().owner() == ThreadOwner.EVENT_LOOPS)
			.limit(MAX_POOLS)
			.map(StandingPool::words)
			.toList();
		if (calls > 0 && !loops.isEmpty()) {
			fields.add("without a thread", (where) -> where.add("calls", calls).add("pools that stand", loops));
		}
	}

	private static Content table(List<WorkGroup> groups) {
		return Content.table(groups, (table) -> {
			table.column("oldest", (group) -> group.oldest().age());
			table.column("count", WorkGroup::size);
			table.column("kind", (group) -> group.oldest().kind());
			table.column("about", (group) -> group.oldest().words());
			table.column("thread", (group) -> group.oldest().where().threadName());
			table.column("at", WorkGroup::place);
			table.optionalColumn("progress", WorkGroup::progress);
			table.optionalColumn("part of", (group) -> group.oldest().parent());
		});
	}

}
