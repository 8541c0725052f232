package io.github.gmr.worker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.gmr.worker.LeftBehind.RunningTask;
import io.github.gmr.worker.Outcome.Busy;
import io.github.gmr.worker.Outcome.Done;
import io.github.gmr.worker.Outcome.Failed;
import io.github.gmr.worker.Outcome.NoWorker;
import io.github.gmr.worker.Outcome.TimedOut;
import org.jspecify.annotations.Nullable;

/**
 * Calls of one task for many subjects, one after another. They share a thread up to one
 * that does not come back: that one is left behind with its thread, and the next thread
 * goes on.
 *
 * @param <S> the type of the subjects
 * @param <R> the type of the results
 */
final class CallSeries<S, R> {

	private static final long SHORTEST_WAIT = TimeUnit.MILLISECONDS.toNanos(100);

	private final Executor threads;

	private final LeftBehind leftBehind;

	private final List<? extends S> subjects;

	private final Function<S, R> task;

	private final AtomicReferenceArray<@Nullable Outcome<R>> outcomes;

	private final @Nullable ClassLoader classLoader = Thread.currentThread().getContextClassLoader();

	CallSeries(Executor threads, LeftBehind leftBehind, List<? extends S> subjects, Function<S, R> task) {
		this.threads = threads;
		this.leftBehind = leftBehind;
		this.subjects = subjects;
		this.task = task;
		this.outcomes = new AtomicReferenceArray<>(subjects.size());
	}

	/**
	 * Call the task for all subjects. Those that do not come back keep the caller waiting
	 * for half of the time that is left, then for a short time each, up to twice the
	 * limit altogether.
	 * @param limit how long they should keep the caller waiting
	 * @return the outcomes, in the order of the subjects
	 */
	List<Outcome<R>> run(Duration limit) {
		long left = limit.toNanos();
		int next = 0;
		while (next < this.subjects.size() && left > -limit.toNanos()) {
			long wait = Math.max(left / 2, SHORTEST_WAIT);
			Leg leg = start(next);
			next = leg.await(wait);
			if (next < this.subjects.size()) {
				leave(leg, next++, Duration.ofNanos(wait));
				left -= wait;
			}
		}
		return IntStream.range(0, this.subjects.size()).mapToObj(this::outcome).toList();
	}

	private Outcome<R> outcome(int index) {
		Outcome<R> outcome = this.outcomes.get(index);
		return (outcome != null) ? outcome : new NoWorker<>("no time left, others do not answer");
	}

	private Leg start(int first) {
		Leg leg = new Leg(first);
		try {
			this.threads.execute(leg);
		}
		catch (RejectedExecutionException | OutOfMemoryError ex) {
			// No thread to be had: rather take the risk of a call that does not come back
			leg.run();
		}
		return leg;
	}

	private void leave(Leg leg, int index, Duration waited) {
		this.leftBehind.add(this.subjects.get(index), leg);
		this.outcomes.compareAndSet(index, null, new TimedOut<>(waited, leg.stack()));
		leg.leave();
	}

	private void call(int index) {
		S subject = this.subjects.get(index);
		RunningTask earlier = this.leftBehind.get(subject);
		Outcome<R> outcome = (earlier != null) ? new Busy<>(earlier.stack()) : attempt(subject);
		this.outcomes.compareAndSet(index, null, outcome);
	}

	private Outcome<R> attempt(S subject) {
		try {
			return new Done<>(this.task.apply(subject));
		}
		catch (Throwable ex) {
			return new Failed<>(ex);
		}
	}

	/**
	 * The calls that one thread makes, up to the last one or to one that does not come
	 * back.
	 */
	private final class Leg implements Runnable, RunningTask {

		private final CountDownLatch over = new CountDownLatch(1);

		private volatile int next;

		private volatile boolean left;

		private @Nullable Thread thread;

		private Leg(int first) {
			this.next = first;
		}

		@Override
		public void run() {
			begin();
			try {
				while (this.next < CallSeries.this.subjects.size() && !this.left) {
					call(this.next);
					advance();
				}
			}
			finally {
				end();
			}
		}

		/**
		 * Wait until the leg is over, or a call takes too long.
		 * @param limit the nanoseconds to wait for a call
		 * @return the index of the call, the number of calls at the end
		 */
		private int await(long limit) {
			int before;
			do {
				before = this.next;
				if (isOverWithin(limit)) {
					return this.next;
				}
			}
			while (this.next > before);
			return before;
		}

		private boolean isOverWithin(long limit) {
			try {
				return this.over.await(limit, TimeUnit.NANOSECONDS);
			}
			catch (InterruptedException ex) {
				leave();
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrupted while waiting for call " + this.next, ex);
			}
		}

		private synchronized void leave() {
			this.left = true;
			if (this.thread != null) {
				this.thread.interrupt();
			}
		}

		@Override
		public boolean isOver() {
			return this.over.getCount() == 0;
		}

		@Override
		public synchronized List<StackTraceElement> stack() {
			return (this.thread != null) ? List.of(this.thread.getStackTrace()) : List.of();
		}

		private synchronized void begin() {
			this.thread = Thread.currentThread();
			this.thread.setContextClassLoader(CallSeries.this.classLoader);
		}

		private synchronized void advance() {
			if (!this.left) {
				this.next++;
			}
		}

		/**
		 * From now on the thread does something else, nothing may interrupt it.
		 */
		private synchronized void end() {
			this.thread = null;
			this.over.countDown();
			if (this.left) {
				CallSeries.this.leftBehind.remove(CallSeries.this.subjects.get(this.next), this);
			}
		}

	}

}
