package io.github.gmr.section.executor;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.LongSupplier;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Value;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.ThreadPlaces;
import io.github.gmr.section.bean.BeansByName;
import io.github.gmr.section.bean.Readings;
import io.github.gmr.section.pulse.FigureSource;
import io.github.gmr.section.pulse.Trends;
import io.github.gmr.section.scope.Progress;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.ScopedSection;
import io.github.gmr.section.scope.ThreadSnapshots;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Shows what the executors and schedulers of the application are busy with.
 *
 * <pre>
 * executors =
 *   executor                 threads  active  max  queued  capacity  completed  rejected  progress
 *   applicationTaskExecutor  8        8       8    100     100       5123       12        7 have not moved for 41 s, 1 moves
 * </pre>
 *
 * An executor that starts a thread for each task, as with virtual threads, has neither a
 * pool nor a queue and no row; one that has not been used yet has none either. One that
 * fails or hangs has a line of its own. That no task ends is known from the looks of the
 * pulse, or, without it, from one report to the next. Rejected tasks are counted since
 * the executor and this section are there.
 */
public final class ExecutorsSection implements ScopedSection, FigureSource, SmartInitializingSingleton, DisposableBean {

	private static final String TITLE = "Executors";

	private static final Check OVERLOADED = new Check("executor-overloaded");

	private static final Check LONG_TASK = new Check("executor-task-long");

	private final BeansByName<Executor> executors;

	private final ExecutorsOptions options;

	private final ThreadSnapshots threads;

	private final ApplicationCode code;

	private final Workers workers;

	private final TaskProgress busy;

	private final TaskProgress active;

	private final Trends trends;

	private final PoolThreads made;

	/**
	 * Create the section.
	 * @param executors the executors
	 * @param options when it raises findings
	 * @param threads has the threads dumped
	 * @param code knows the application's own frames
	 * @param workers ask the executors
	 * @param trends knows what was before
	 * @param made remembers the threads of the executors
	 */
	public ExecutorsSection(BeansByName<Executor> executors, ExecutorsOptions options, ThreadSnapshots threads,
			ApplicationCode code, Workers workers, Trends trends, PoolThreads made) {
		this(executors, options, threads, code, workers, trends, made, System::nanoTime);
	}

	ExecutorsSection(BeansByName<Executor> executors, ExecutorsOptions options, ThreadSnapshots threads,
			ApplicationCode code, Workers workers, Trends trends, PoolThreads made, LongSupplier nanoTime) {
		this.made = made;
		this.trends = trends;
		this.executors = executors;
		this.options = options;
		this.threads = threads;
		this.code = code;
		this.workers = workers;
		this.busy = new TaskProgress(ExecutorState::isBusy, nanoTime);
		this.active = new TaskProgress(ExecutorState::isActive, nanoTime);
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.executors.resolve();
		read();
	}

	@Override
	public void destroy() {
		this.executors.read(this.workers, (bean) -> {
			ThreadPoolExecutor pool = ExecutorState.pool(bean.getValue());
			PoolThreads.release(pool);
			return RejectedTasks.release(pool);
		});
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(1100).withChecks(OVERLOADED, LONG_TASK);
	}

	@Override
	public @Nullable Content content(ReportScope scope) throws InterruptedException {
		Readings<ExecutorState> readings = read();
		Map<String, String> progress = progress(readings.answers(), scope);
		return readings.isEmpty() ? null : Content.fields((fields) -> {
			readings.addSilent(fields, "executors", TITLE);
			fields.add("executors", Content.table(readings.answers(), (table) -> {
				table.column("executor", ExecutorState::name);
				table.column("threads", ExecutorState::threads);
				table.column("active", ExecutorState::active);
				table.column("max", (state) -> limit(state.max()));
				table.column("queued", ExecutorState::queued);
				table.column("capacity", (state) -> limit(state.capacity()));
				table.column("completed", ExecutorState::completed);
				table.column("rejected", (state) -> (state.rejected() != null) ? state.rejected() : "unknown");
				table.optionalColumn("progress", (state) -> progress.get(state.name()));
			}));
			addFindings(fields, readings.answers(), scope);
		});
	}

	/**
	 * Returns how the tasks get on, by the names of their executors. The threads are
	 * looked at only if tasks run.
	 */
	private Map<String, String> progress(List<ExecutorState> states, ReportScope scope) throws InterruptedException {
		Map<String, String> progress = new HashMap<>();
		for (ExecutorState state : states) {
			if (state.isActive()) {
				progress.put(state.name(),
						Progress.words(state.progress(this.threads.of(scope), this.made, this.code)));
			}
		}
		return progress;
	}

	@Override
	public void read(Figures figures) {
		read().answers().forEach((state) -> {
			figures.level(state.name() + Backlog.ACTIVE, state::active);
			figures.count(state.name() + Backlog.COMPLETED, state::completed);
			figures.level(state.name() + Backlog.QUEUED, state::queued);
			figures.count(state.name() + Backlog.REJECTED, state::rejected);
		});
	}

	private Readings<ExecutorState> read() {
		return this.executors.read(this.workers, (bean) -> {
			this.made.follow(bean.getKey(), ExecutorState.pool(bean.getValue()));
			return ExecutorState.of(bean.getKey(), bean.getValue());
		});
	}

	private void addFindings(FieldsBuilder fields, List<ExecutorState> states, ReportScope scope) {
		try {
			for (ExecutorState state : states) {
				addFinding(fields, state, scope);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the threads were dumped", ex);
		}
	}

	private void addFinding(FieldsBuilder fields, ExecutorState state, ReportScope scope) throws InterruptedException {
		TaskProgress.Running busy = this.busy.look(state);
		TaskProgress.Running active = this.active.look(state);
		Backlog backlog = Backlog.of(state, this.trends);
		Duration quiet = longer(busy.isFor(Duration.ZERO) ? busy.time() : Duration.ZERO, backlog.quiet());
		if (state.isQueueFull(this.options.queue()) && !backlog.isBurst(this.options.task())) {
			String what = "The queue of %s is nearly full".formatted(state.name());
			fields.add(OVERLOADED.of(overload(what, state, scope), state.level(this.options.queue())));
		}
		else if (state.isOverloaded() && quiet.compareTo(this.options.task()) >= 0) {
			String what = "No task of %s has ended for %s".formatted(state.name(), words(quiet));
			fields.add(OVERLOADED.of(overload(what, state, scope), level(quiet, this.options.task())));
		}
		else if (state.hasBacklog() && backlog.isLong(this.options.task(), this.options.backlog())) {
			fields.add(OVERLOADED.of(waits(backlog, state, scope), level(backlog.drain(), this.options.backlog())));
		}
		else {
			fields.add(OVERLOADED.of(null, state.level(this.options.queue())));
			fields.add(LONG_TASK.of(active.isFor(this.options.running()) ? running(active, state, scope) : null,
					level(active.time(), this.options.running())));
		}
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? other : one;
	}

	private static Level level(Duration time, Duration limit) {
		return Level.of(time.toMillis(), limit.toMillis(), "ms");
	}

	/**
	 * Returns the finding about a backlog. One that becomes smaller may be meant so, such
	 * as a nightly batch.
	 */
	private Finding waits(Backlog backlog, ExecutorState state, ReportScope scope) throws InterruptedException {
		ThreadPlaces places = state.places(this.threads.of(scope), this.made, this.code);
		String words = backlog.words(state.name()) + words(places);
		Finding finding = backlog.isFalling() ? Content.info("%s", words) : Content.warning("%s", words);
		return backlog.describe(state.describe(finding)).place(places.frames()).holders(places.ids()).next("Threads");
	}

	private Finding overload(String what, ExecutorState state, ReportScope scope) throws InterruptedException {
		ThreadPlaces places = state.places(this.threads.of(scope), this.made, this.code);
		return state
			.describe(Content.warning("%s: %s tasks wait, %d of %d threads are active%s", what, state.waiting(),
					state.active(), state.threads(), words(places)))
			.place(places.frames())
			.holders(places.ids())
			.next("Threads");
	}

	private Finding running(TaskProgress.Running running, ExecutorState state, ReportScope scope)
			throws InterruptedException {
		ThreadPlaces places = state.places(this.threads.of(scope), this.made, this.code);
		String sentence = (running.tasks() == 1) ? "%d task of %s has been running for at least %s%s"
				: "%d tasks of %s have been running for at least %s%s";
		return state
			.describe(Content.info(sentence, running.tasks(), state.name(), words(running.time()), words(places)))
			.place(places.frames())
			.threads(places.ids())
			.next("Threads");
	}

	private static String words(ThreadPlaces places) {
		return places.isEmpty() ? "" : ", at " + places;
	}

	private static String words(Duration time) {
		return new Value(time).asText();
	}

	private static Object limit(int limit) {
		return (limit != Integer.MAX_VALUE) ? limit : "none";
	}

}
