package io.github.gmr.worker;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * A task whose caller waits for its outcome without allocating anything: there may be no
 * memory left to wait with. It is either begun or withdrawn, which a cancelled future
 * cannot tell.
 *
 * @param <T> the type of the result
 */
final class AwaitedCall<T extends @Nullable Object> extends FutureTask<@Nullable Void> {

	private final Thread caller = Thread.currentThread();

	private final Attempt<T> attempt;

	private AwaitedCall(Attempt<T> attempt) {
		super(attempt, null);
		this.attempt = attempt;
	}

	static <T extends @Nullable Object> AwaitedCall<T> of(Callable<T> task) {
		return new AwaitedCall<>(new Attempt<>(task));
	}

	/**
	 * Wait until the task is done.
	 * @param limit how long to wait
	 * @return whether it is, or else time is up or the caller was interrupted
	 */
	boolean await(Duration limit) {
		long end = System.nanoTime() + limit.toNanos();
		while (!isDone()) {
			long left = end - System.nanoTime();
			if (left <= 0 || Thread.currentThread().isInterrupted()) {
				return false;
			}
			LockSupport.parkNanos(this, left);
		}
		return true;
	}

	@Override
	protected void done() {
		LockSupport.unpark(this.caller);
	}

	/**
	 * Keep the task from being run.
	 * @return whether it never will be, or else it has begun
	 */
	boolean withdraw() {
		return this.attempt.decide();
	}

	/**
	 * Return what the task that is done has returned.
	 * @return the result
	 * @throws ExecutionException if the task has failed
	 */
	T outcome() throws ExecutionException {
		return this.attempt.outcome();
	}

	/**
	 * Runs the task and keeps its outcome, because a future asks a failure for its
	 * message, and the message may fail, too.
	 */
	private static final class Attempt<T extends @Nullable Object> implements Runnable {

		private final Callable<T> task;

		private final AtomicBoolean decided = new AtomicBoolean();

		private @Nullable T result;

		private @Nullable Throwable failure;

		private Attempt(Callable<T> task) {
			this.task = task;
		}

		@Override
		public void run() {
			if (decide()) {
				try {
					this.result = this.task.call();
				}
				catch (Throwable ex) {
					this.failure = ex;
				}
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

		@SuppressWarnings("NullAway")
		private T outcome() throws ExecutionException {
			if (this.failure != null) {
				throw new ExecutionException("the task failed", this.failure);
			}
			return this.result;
		}

	}

}
