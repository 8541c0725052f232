package io.github.gmr.worker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import io.github.gmr.content.Failure;
import io.github.gmr.worker.LeftBehind.RunningTask;
import org.jspecify.annotations.Nullable;

/**
 * A task whose caller waits for it without allocating anything: there may be no memory
 * left to wait with. It is either begun or withdrawn, which a cancelled future does not
 * distinguish. Used by two threads: the caller, and the worker that runs it.
 *
 * @param <T> the type of the result
 */
final class PendingCall<T extends @Nullable Object> extends FutureTask<@Nullable Void> {

	/**
	 * How often to look at what the task allocates.
	 */
	private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);

	private final Thread caller = Thread.currentThread();

	private final Attempt<T> attempt;

	private PendingCall(Attempt<T> attempt) {
		super(attempt, null);
		this.attempt = attempt;
	}

	/**
	 * Create a call that is not begun.
	 * @param <T> the type of the result
	 * @param task the task
	 * @param deadline until when it may take
	 * @param whenOver is notified on the thread that ran the task once it has come back
	 * @return the call
	 */
	static <T extends @Nullable Object> PendingCall<T> of(Callable<T> task, Deadline deadline,
			Consumer<RunningTask> whenOver) {
		return new PendingCall<>(new Attempt<>(task, deadline, whenOver));
	}

	/**
	 * Wait until the task is done.
	 * @param limit how long to wait
	 * @return whether it is, or else the time is over or the caller was interrupted
	 */
	boolean await(Duration limit) {
		long end = System.nanoTime() + limit.toNanos();
		while (!isDone()) {
			long left = end - System.nanoTime();
			if (left <= 0 || Thread.currentThread().isInterrupted()) {
				return false;
			}
			this.attempt.interruptIfTakingTheHeap();
			LockSupport.parkNanos(this, Math.min(left, LOOK));
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
	 * Return the task itself, which may run on after it was given up.
	 * @return the task
	 */
	RunningTask task() {
		return this.attempt;
	}

	/**
	 * Return the outcome of the task that is given up.
	 * @param limit how long it was waited for
	 * @return where it is
	 */
	Outcome<T> givenUp(Duration limit) {
		Outcome.TookHeap<T> tookHeap = this.attempt.tookHeap;
		return (tookHeap != null) ? tookHeap : new Outcome.TimedOut<>(limit, this.attempt.stack());
	}

	/**
	 * Return the outcome of the task that is done.
	 * @return what it has returned or thrown
	 */
	Outcome<T> outcome() {
		return this.attempt.outcome();
	}

	/**
	 * Runs the task and keeps its outcome, because a future asks a failure for its
	 * message, and the message may fail, too.
	 */
	private static final class Attempt<T extends @Nullable Object> implements Runnable, RunningTask {

		private final Callable<T> task;

		private final Deadline deadline;

		private final Consumer<RunningTask> whenOver;

		private final @Nullable ClassLoader classLoader = Thread.currentThread().getContextClassLoader();

		private final AtomicBoolean decided = new AtomicBoolean();

		private volatile @Nullable Thread thread;

		private volatile @Nullable HeapUse use;

		private volatile Outcome.@Nullable TookHeap<T> tookHeap;

		private volatile boolean over;

		private @Nullable T result;

		private @Nullable Throwable failure;

		private @Nullable Failure description;

		private Attempt(Callable<T> task, Deadline deadline, Consumer<RunningTask> whenOver) {
			this.task = task;
			this.deadline = deadline;
			this.whenOver = whenOver;
		}

		@Override
		public void run() {
			if (decide()) {
				thread(Thread.currentThread());
				Deadline outer = null;
				try {
					this.use = new HeapUse();
					Thread.currentThread().setContextClassLoader(this.classLoader);
					outer = this.deadline.begin();
					this.result = this.task.call();
				}
				catch (Throwable ex) {
					this.failure = ex;
					this.description = Outcome.Failed.describe(ex);
				}
				finally {
					Deadline.end(outer);
					thread(null);
					this.over = true;
					this.whenOver.accept(this);
				}
			}
		}

		/**
		 * Interrupt the task, once, if it takes so much heap that other threads may get
		 * none. It is waited for all the same: as long as it has the heap there is none
		 * to go on with.
		 */
		private void interruptIfTakingTheHeap() {
			HeapUse use = this.use;
			try {
				if (this.tookHeap == null && use != null && use.isTooMuch()) {
					this.tookHeap = new Outcome.TookHeap<>(use.taken(), HeapUse.left(), stack());
					interrupt();
				}
			}
			catch (OutOfMemoryError ex) {
				// There is none left even to look, and the task will see that itself
			}
		}

		private synchronized void interrupt() {
			if (this.thread != null) {
				this.thread.interrupt();
			}
		}

		private synchronized void thread(@Nullable Thread thread) {
			this.thread = thread;
		}

		@Override
		public boolean isOver() {
			return this.over;
		}

		@Override
		public List<StackTraceElement> stack() {
			Thread thread = this.thread;
			return (thread != null) ? List.of(thread.getStackTrace()) : List.of();
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
		private Outcome<T> outcome() {
			if (this.tookHeap != null && !(this.failure instanceof OutOfMemoryError)) {
				return this.tookHeap;
			}
			return (this.failure != null) ? new Outcome.Failed<>(this.failure, this.description)
					: new Outcome.Done<>(this.result);
		}

	}

}
