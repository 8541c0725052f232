package io.github.gmr.section.executor;

import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.Share;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.ThreadExecutors;
import io.github.gmr.section.activity.ThreadPlaces;
import io.github.gmr.section.activity.ThreadStack;
import io.github.gmr.section.scope.Progress;
import io.github.gmr.section.scope.ThreadSnapshot;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.CustomizableThreadCreator;

/**
 * What an executor is busy with at one instant.
 *
 * @param name the name of its bean
 * @param prefix how the names of its threads begin, {@code null} if it is not known
 * @param pool distinguishes its pool from another one that it had before
 * @param threads how many threads it has
 * @param active how many of them run a task
 * @param max how many threads there may be
 * @param queued how many tasks wait
 * @param due whether one of them waits for a thread, not for its time
 * @param timed whether tasks wait for their time, too
 * @param capacity how many tasks may wait
 * @param completed how many tasks have ended
 * @param rejected how many tasks the pool did not take since they are counted,
 * {@code null} if it does not let them be counted
 * @param callerRuns whether those who submit tasks that it does not take run them: its
 * queue is meant to be full at times
 */
record ExecutorState(String name, @Nullable String prefix, int pool, int threads, int active, int max, int queued,
		boolean due, boolean timed, int capacity, long completed, @Nullable Long rejected, boolean callerRuns) {

	/**
	 * It is not known for how long a thread has run its task: as long as it has not
	 * moved.
	 */
	private static final Duration LONG = Duration.ofDays(365);

	/**
	 * Look at an executor. It is asked first for the tasks that have ended and then for
	 * those that run, so that no task is both.
	 * @param name the name of its bean
	 * @param executor the executor
	 * @return its state, {@code null} if it has no pool or that is not started
	 */
	static @Nullable ExecutorState of(String name, Executor executor) {
		ThreadPoolExecutor pool = pool(executor);
		if (pool == null) {
			return null;
		}
		long completed = pool.getCompletedTaskCount();
		int active = pool.getActiveCount();
		String prefix = (executor instanceof CustomizableThreadCreator threads) ? threads.getThreadNamePrefix() : null;
		int queued = pool.getQueue().size();
		int remaining = pool.getQueue().remainingCapacity();
		int capacity = (remaining < Integer.MAX_VALUE - queued) ? queued + remaining : Integer.MAX_VALUE;
		return new ExecutorState(name, prefix, System.identityHashCode(pool), pool.getPoolSize(), active,
				pool.getMaximumPoolSize(), queued, isDue(pool.getQueue().peek()),
				pool.getQueue().peek() instanceof Delayed, capacity, completed, rejected(pool),
				RejectedTasks.areRunByTheirCallers(pool));
	}

	private static @Nullable Long rejected(ThreadPoolExecutor pool) {
		RejectedTasks tasks = RejectedTasks.of(pool);
		return (tasks != null) ? tasks.count() : null;
	}

	/**
	 * Return the pool behind an executor.
	 * @param executor the executor
	 * @return the pool, {@code null} if there is none or it is not started
	 */
	static @Nullable ThreadPoolExecutor pool(Executor executor) {
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

	private static boolean isDue(@Nullable Runnable head) {
		return head != null && !(head instanceof Delayed delayed && delayed.getDelay(TimeUnit.NANOSECONDS) > 0);
	}

	boolean isQueueFull(int percent) {
		return this.capacity != Integer.MAX_VALUE && !this.callerRuns
				&& new Share(this.queued, this.capacity).reaches(percent);
	}

	/**
	 * Return how full the queue is.
	 * @param percent how full is too full
	 * @return the level, or {@code null} if the queue has no limit
	 */
	@Nullable Level level(int percent) {
		return (this.capacity != Integer.MAX_VALUE) ? Level.of(new Share(this.queued, this.capacity), percent) : null;
	}

	/**
	 * Add the figures of the executor to a finding about it.
	 * @param finding the finding
	 * @return a new finding
	 */
	Finding describe(Finding finding) {
		return finding.subject("executor " + this.name)
			.evidence("active", this.active)
			.evidence("threads", this.threads)
			.evidence("queued", this.queued)
			.evidence("completed", this.completed);
	}

	/**
	 * Return whether any task runs.
	 * @return whether it does
	 */
	boolean isActive() {
		return this.active > 0;
	}

	/**
	 * Return whether every thread runs a task.
	 * @return whether it does
	 */
	boolean isBusy() {
		return this.threads > 0 && this.active >= this.threads;
	}

	/**
	 * Return whether every thread runs a task, and others wait for nothing but a thread.
	 * @return whether it does
	 */
	boolean hasBacklog() {
		return isOverloaded() && !this.timed;
	}

	/**
	 * Return whether every thread runs a task and another task waits.
	 * @return whether it does
	 */
	boolean isOverloaded() {
		return this.due && isBusy();
	}

	String waiting() {
		return (this.capacity != Integer.MAX_VALUE) ? this.queued + " of " + this.capacity
				: Integer.toString(this.queued);
	}

	/**
	 * Return where the threads are that run tasks.
	 * @param snapshot all threads
	 * @param made knows which executors threads were made for; of others the names count
	 * @param code knows the application's own frames
	 * @return the places
	 */
	ThreadPlaces places(ThreadSnapshot snapshot, ThreadExecutors made, ApplicationCode code) {
		return new ThreadPlaces(snapshot.threads()
			.stream()
			.filter((thread) -> isOwn(thread, made.bean(thread.getThreadId())) && runsTask(thread))
			.map(ThreadStack::of)
			.toList(), code);
	}

	private boolean isOwn(ThreadInfo thread, @Nullable String executor) {
		return (executor != null) ? executor.equals(this.name)
				: this.prefix != null && thread.getThreadName().startsWith(this.prefix);
	}

	/**
	 * Return how the tasks get on.
	 * @param snapshot all threads
	 * @param made knows for which executors threads were made
	 * @param code knows the application's own frames
	 * @return how that of each thread does
	 */
	List<Progress> progress(ThreadSnapshot snapshot, ThreadExecutors made, ApplicationCode code) {
		List<Progress> progress = new ArrayList<>();
		for (long id : places(snapshot, made, code).ids()) {
			ThreadInfo thread = snapshot.thread(id);
			progress.add((thread != null) ? snapshot.progress(thread, LONG) : Progress.UNKNOWN);
		}
		return progress;
	}

	private static boolean runsTask(ThreadInfo thread) {
		return Arrays.stream(thread.getStackTrace()).anyMatch((frame) -> frame.getMethodName().equals("runWorker"))
				&& Arrays.stream(thread.getStackTrace()).noneMatch((frame) -> frame.getMethodName().equals("getTask"));
	}

}
