package io.github.gmr.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * The threads that run sections, started before they are needed. A worker whose task does
 * not come back is abandoned and another one takes its place, up to a limit; once the
 * task does come back the worker is free again.
 */
public final class Workers implements Executor {

	private static final int PARKED = 2;

	private static final int MAX = PARKED + 3;

	private final List<ParkedThread> threads = new ArrayList<>();

	private int started;

	/**
	 * Start the workers.
	 */
	public Workers() {
		for (int i = 0; i < PARKED; i++) {
			start();
		}
	}

	/**
	 * Run a task on a free worker and wait for its result.
	 * @param <T> the type of the result
	 * @param task the task
	 * @param limit how long to wait
	 * @return the result
	 * @throws StuckException if the task does not come back in time; it is interrupted
	 * @throws ExecutionException if the task fails
	 * @throws RejectedExecutionException if no worker is free
	 */
	public <T extends @Nullable Object> T call(Callable<T> task, Duration limit)
			throws StuckException, ExecutionException {
		FutureTask<T> future = new FutureTask<>(task);
		ParkedThread worker = submit(future);
		try {
			return future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			StuckException stuck = new StuckException(limit, worker.stack());
			future.cancel(true);
			throw stuck;
		}
		catch (InterruptedException ex) {
			future.cancel(true);
			Thread.currentThread().interrupt();
			throw new StuckException(limit, worker.stack());
		}
	}

	/**
	 * Run a task on a free worker without waiting for it.
	 * @param task the task
	 * @throws RejectedExecutionException if no worker is free
	 */
	@Override
	public void execute(Runnable task) {
		submit(task);
	}

	/**
	 * Return whether the caller itself runs on a worker.
	 * @return whether the current thread is a worker
	 */
	public synchronized boolean isWorker() {
		return this.threads.stream().anyMatch(ParkedThread::isCurrent);
	}

	private synchronized ParkedThread submit(Runnable task) {
		endSurplus();
		for (ParkedThread thread : this.threads) {
			if (thread.offer(task)) {
				return thread;
			}
		}
		if (this.threads.size() < MAX) {
			ParkedThread thread = start();
			thread.offer(task);
			return thread;
		}
		throw new RejectedExecutionException("all " + MAX + " workers are stuck");
	}

	private void endSurplus() {
		for (int i = this.threads.size() - 1; i >= 0 && this.threads.size() > PARKED; i--) {
			if (this.threads.get(i).isFree()) {
				this.threads.remove(i).end();
			}
		}
	}

	private ParkedThread start() {
		ParkedThread thread = new ParkedThread("gmr-worker-" + (this.started + 1));
		this.started++;
		this.threads.add(thread);
		return thread;
	}

	/**
	 * Says that a task did not come back in time, and where it is.
	 */
	public static final class StuckException extends Exception {

		private final transient StackTraceElement[] stack;

		StuckException(Duration limit, StackTraceElement[] stack) {
			super("no answer within " + limit.toMillis() + " ms");
			this.stack = stack;
		}

		/**
		 * Return where the worker is.
		 * @return the stack of the worker, topmost frame first
		 */
		public StackTraceElement[] workerStack() {
			return this.stack.clone();
		}

	}

}
