package io.github.gmr.section.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;

import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.section.CounterSource;
import io.github.gmr.section.ReportSection;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Tells what the executors and schedulers of the application are busy with.
 *
 * <pre>
 * executors =
 *   executor                 threads  active  max  queued  capacity  completed
 *   applicationTaskExecutor  8        8       8    100     100       5123
 * </pre>
 *
 * An executor that starts a thread for each task, as with virtual threads, has neither a
 * pool nor a queue and no row; one that nobody has used yet has none either.
 */
public final class ExecutorsSection implements ReportSection, CounterSource, SmartInitializingSingleton {

	private final BeansByName<Executor> executors;

	private final int queueThreshold;

	/**
	 * Create the section.
	 * @param executors the executors
	 * @param queueThreshold the percentage of a queue in use that raises a finding
	 */
	public ExecutorsSection(BeansByName<Executor> executors, int queueThreshold) {
		this.executors = executors;
		this.queueThreshold = queueThreshold;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.executors.resolve();
	}

	@Override
	public @Nullable Content content() {
		List<ExecutorState> states = states();
		return states.isEmpty() ? null : Content.fields((fields) -> {
			states.forEach((state) -> addFinding(fields, state));
			fields.add("executors", Content.table(states, (table) -> {
				table.column("executor", ExecutorState::name);
				table.column("threads", ExecutorState::threads);
				table.column("active", ExecutorState::active);
				table.column("max", (state) -> limit(state.max()));
				table.column("queued", ExecutorState::queued);
				table.column("capacity", (state) -> limit(state.capacity()));
				table.column("completed", ExecutorState::completed);
			}));
		});
	}

	@Override
	public void count(Counters counters) {
		states().forEach((state) -> {
			counters.add(state.name() + " completed", state::completed);
			counters.add(state.name() + " queued", state::queued);
		});
	}

	private List<ExecutorState> states() {
		List<ExecutorState> states = new ArrayList<>();
		this.executors.existing().forEach((name, executor) -> {
			ThreadPoolExecutor pool = pool(executor);
			if (pool != null) {
				states.add(ExecutorState.of(name, pool));
			}
		});
		return states;
	}

	private void addFinding(FieldsBuilder fields, ExecutorState state) {
		if (state.isQueueFull(this.queueThreshold)) {
			fields
				.add(Content
					.warning("The queue of %s is nearly full: %d of %d tasks wait, %d of %d threads are active",
							state.name(), state.queued(), state.capacity(), state.active(), state.max())
					.next("Threads"));
		}
	}

	/**
	 * Returns the pool behind an executor, if it has been started.
	 */
	private static @Nullable ThreadPoolExecutor pool(Executor executor) {
		try {
			if (executor instanceof ThreadPoolTaskExecutor taskExecutor) {
				return taskExecutor.getThreadPoolExecutor();
			}
			if (executor instanceof ThreadPoolTaskScheduler scheduler) {
				return scheduler.getScheduledThreadPoolExecutor();
			}
		}
		catch (IllegalStateException ex) {
			return null;
		}
		return (executor instanceof ThreadPoolExecutor pool) ? pool : null;
	}

	private static Object limit(int limit) {
		return (limit != Integer.MAX_VALUE) ? limit : "none";
	}

	/**
	 * What an executor is busy with at one instant.
	 *
	 * @param name the name of its bean
	 * @param threads how many threads it has
	 * @param active how many of them run a task
	 * @param max how many threads there may be
	 * @param queued how many tasks wait
	 * @param capacity how many tasks may wait
	 * @param completed how many tasks have ended
	 */
	private record ExecutorState(String name, int threads, int active, int max, int queued, int capacity,
			long completed) {

		static ExecutorState of(String name, ThreadPoolExecutor pool) {
			int queued = pool.getQueue().size();
			int remaining = pool.getQueue().remainingCapacity();
			int capacity = (remaining < Integer.MAX_VALUE - queued) ? queued + remaining : Integer.MAX_VALUE;
			return new ExecutorState(name, pool.getPoolSize(), pool.getActiveCount(), pool.getMaximumPoolSize(), queued,
					capacity, pool.getCompletedTaskCount());
		}

		boolean isQueueFull(int percent) {
			return this.capacity > 0 && this.capacity != Integer.MAX_VALUE
					&& 100.0 * this.queued / this.capacity >= percent;
		}

	}

}
