package io.github.gmr.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

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

	private final Set<Object> busy = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

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
	 * @throws RejectedExecutionException if no worker is free, or none began in time: the
	 * task is never run then
	 */
	public <T extends @Nullable Object> T call(Callable<T> task, Duration limit)
			throws StuckException, ExecutionException {
		Call<T> call = new Call<>(task);
		FutureTask<T> future = new FutureTask<>(call);
		ParkedThread worker = submit(future);
		try {
			T result = future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
			call.checkFailure();
			return result;
		}
		catch (TimeoutException ex) {
			throw abandon(call, future, worker, limit);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw abandon(call, future, worker, limit);
		}
	}

	/**
	 * Run a task as {@link #call(Callable, Duration)} does, unless an earlier task of the
	 * same subject has not come back: what hangs costs one worker, not one each time.
	 * @param <T> the type of the result
	 * @param subject what the task is about, told from others by identity
	 * @param task the task
	 * @param limit how long to wait
	 * @return the result
	 * @throws StuckException if the task does not come back in time; it is interrupted
	 * @throws ExecutionException if the task fails
	 * @throws RejectedExecutionException if the subject is busy or no worker is free
	 */
	public <T extends @Nullable Object> T callAlone(Object subject, Callable<T> task, Duration limit)
			throws StuckException, ExecutionException {
		if (!this.busy.add(subject)) {
			throw new RejectedExecutionException("still busy with an earlier report");
		}
		try {
			return call(() -> {
				try {
					return task.call();
				}
				finally {
					this.busy.remove(subject);
				}
			}, limit);
		}
		catch (RejectedExecutionException | OutOfMemoryError ex) {
			this.busy.remove(subject);
			throw ex;
		}
	}

	private static StuckException abandon(Call<?> call, FutureTask<?> future, ParkedThread worker, Duration limit) {
		if (call.decide()) {
			throw new RejectedExecutionException("no worker began within " + limit.toMillis() + " ms");
		}
		StuckException stuck = new StuckException(limit, worker.stack());
		future.cancel(true);
		return stuck;
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
	 * A task that is either begun or withdrawn; a cancelled future cannot tell. It keeps
	 * the failure of the task, because a future asks that for its message, and the
	 * message may fail, too.
	 */
	private static final class Call<T extends @Nullable Object> implements Callable<@Nullable T> {

		private final Callable<T> task;

		private final AtomicBoolean decided = new AtomicBoolean();

		private @Nullable Throwable failure;

		private Call(Callable<T> task) {
			this.task = task;
		}

		@Override
		public @Nullable T call() {
			if (!decide()) {
				return null;
			}
			try {
				return this.task.call();
			}
			catch (Throwable ex) {
				this.failure = ex;
				return null;
			}
		}

		/**
		 * Decide whether the task runs: the first to ask decides, the worker that begins
		 * it or the caller that withdraws it.
		 * @return whether this is the first
		 */
		private boolean decide() {
			return this.decided.compareAndSet(false, true);
		}

		private void checkFailure() throws ExecutionException {
			if (this.failure != null) {
				throw new ExecutionException("the task failed", this.failure);
			}
		}

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
