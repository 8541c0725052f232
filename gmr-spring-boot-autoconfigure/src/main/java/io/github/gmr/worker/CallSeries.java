package io.github.gmr.worker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import io.github.gmr.worker.LeftBehind.RunningTask;
import io.github.gmr.worker.Outcome.Busy;
import io.github.gmr.worker.Outcome.Done;
import io.github.gmr.worker.Outcome.Failed;
import io.github.gmr.worker.Outcome.NoWorker;
import io.github.gmr.worker.Outcome.TimedOut;
import org.jspecify.annotations.Nullable;

/**
 * Many calls, one after another. They share a thread up to one that does not come back:
 * that one is left behind with its thread, and the next thread goes on, unless too many
 * hang already.
 *
 * @param <R> the type of the results
 */
final class CallSeries<R extends @Nullable Object> {

	/**
	 * How many calls of a series may hang at a time: each costs a thread.
	 */
	static final int MAX_HANGING = 6;

	private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);

	private final Executor threads;

	private final BooleanSupplier scarce;

	private final LeftBehind leftBehind;

	private final List<Call<R>> calls;

	private final Deadline end;

	private final AtomicReferenceArray<@Nullable Outcome<R>> outcomes;

	private final AtomicInteger hanging = new AtomicInteger();

	private final @Nullable ClassLoader classLoader = Thread.currentThread().getContextClassLoader();

	/**
	 * Create a series.
	 * @param threads have threads for it
	 * @param scarce whether the threads that are left are for others
	 * @param leftBehind knows what hangs
	 * @param calls the calls
	 * @param end until when all of them together may take
	 */
	CallSeries(Executor threads, BooleanSupplier scarce, LeftBehind leftBehind, List<Call<R>> calls, Deadline end) {
		this.threads = threads;
		this.scarce = scarce;
		this.leftBehind = leftBehind;
		this.calls = calls;
		this.end = end;
		this.outcomes = new AtomicReferenceArray<>(calls.size());
	}

	/**
	 * Make all calls. One that does not come back keeps the caller waiting for a third of
	 * the time that is left for such, but leaves a third of all time to the others.
	 * @param limit how long those that do not come back may keep the caller waiting
	 * altogether
	 * @return the outcomes, in the order of the calls
	 */
	List<Outcome<R>> run(Duration limit) {
		Leg leg = new Leg(0, limit);
		leg.startOrRunHere();
		while (!leg.isOverInTime()) {
			Duration left = leg.leave();
			leg = new Leg(leg.next + 1, left);
			if (left.isNegative() || left.isZero() || !leg.isStarted()) {
				break;
			}
		}
		return IntStream.range(0, this.calls.size()).mapToObj(this::outcome).toList();
	}

	private Outcome<R> outcome(int index) {
		Outcome<R> outcome = this.outcomes.get(index);
		return (outcome != null) ? outcome
				: new NoWorker<>(this.end.isOver() ? "no time left" : "others do not answer");
	}

	private boolean isLast(int index) {
		return index >= this.calls.size() || this.end.isOver() || this.hanging.get() >= MAX_HANGING;
	}

	private void call(int index) {
		Call<R> call = this.calls.get(index);
		RunningTask earlier = this.leftBehind.get(call.subject());
		if (earlier != null) {
			this.hanging.incrementAndGet();
		}
		this.outcomes.compareAndSet(index, null, (earlier != null) ? new Busy<>(earlier.stack()) : call.attempt());
	}

	/**
	 * One of the calls.
	 *
	 * @param <R> the type of the result
	 * @param subject what it is about, told from others by identity
	 * @param task the task
	 */
	record Call<R extends @Nullable Object>(Object subject, Callable<? extends R> task) {

		private Outcome<R> attempt() {
			try {
				return new Done<>(this.task.call());
			}
			catch (Throwable ex) {
				return new Failed<>(ex, Failed.describe(ex));
			}
		}

	}

	/**
	 * The calls that one thread makes, up to the last one or to one that does not come
	 * back.
	 */
	private final class Leg implements Runnable, RunningTask {

		private final CountDownLatch over = new CountDownLatch(1);

		private final Duration left;

		private final Duration patience;

		private volatile int next;

		private volatile Deadline call;

		private volatile boolean leaving;

		private @Nullable Thread thread;

		/**
		 * Create a leg.
		 * @param first the first call
		 * @param left how long those that do not come back may keep the caller waiting
		 */
		private Leg(int first, Duration left) {
			this.next = first;
			this.left = left;
			Duration most = CallSeries.this.end.left().multipliedBy(2).dividedBy(3);
			Duration third = Deadline.min(left.dividedBy(3), most);
			this.patience = (third.compareTo(SHORTEST_WAIT) > 0) ? third : SHORTEST_WAIT;
			this.call = Deadline.in(this.patience);
		}

		/**
		 * Start the leg. Where there is no thread to be had, rather take the risk of a
		 * call that does not come back.
		 */
		private void startOrRunHere() {
			try {
				CallSeries.this.threads.execute(this);
			}
			catch (RejectedExecutionException | OutOfMemoryError ex) {
				run();
			}
		}

		/**
		 * Start the leg after another one was left behind, which gives reason to take no
		 * risk.
		 * @return whether it runs
		 */
		private boolean isStarted() {
			try {
				if (isLast(this.next) || CallSeries.this.scarce.getAsBoolean()) {
					return false;
				}
				CallSeries.this.threads.execute(this);
				return true;
			}
			catch (RejectedExecutionException | OutOfMemoryError ex) {
				return false;
			}
		}

		@Override
		public void run() {
			Deadline outer = begin();
			try {
				while (!this.leaving && !isLast(this.next)) {
					call(this.next);
					advance();
				}
			}
			finally {
				end(outer);
			}
		}

		/**
		 * Wait until the leg is over.
		 * @return whether it is, or else a call takes too long
		 */
		private boolean isOverInTime() {
			try {
				Duration wait = CallSeries.this.end.within(this.call.left());
				while (!isOver() && !wait.isNegative() && !wait.isZero()) {
					this.over.await(wait.toNanos(), TimeUnit.NANOSECONDS);
					wait = CallSeries.this.end.within(this.call.left());
				}
				return isOver();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		}

		/**
		 * Leave the leg behind, with the call that takes too long.
		 * @return how long further calls may keep the caller waiting
		 */
		private synchronized Duration leave() {
			this.leaving = true;
			Duration waited = this.call.elapsed();
			Duration limit = (waited.compareTo(this.patience) < 0) ? waited : this.patience;
			CallSeries.this.hanging.incrementAndGet();
			CallSeries.this.leftBehind.add(subject(), this);
			if (waited.compareTo(SHORTEST_WAIT) >= 0) {
				CallSeries.this.outcomes.compareAndSet(this.next, null, new TimedOut<>(limit, stack()));
			}
			if (this.thread != null) {
				this.thread.interrupt();
			}
			return Thread.currentThread().isInterrupted() ? Duration.ZERO : this.left.minus(waited);
		}

		private Object subject() {
			return CallSeries.this.calls.get(this.next).subject();
		}

		@Override
		public boolean isOver() {
			return this.over.getCount() == 0;
		}

		@Override
		public synchronized List<StackTraceElement> stack() {
			return (this.thread != null) ? List.of(this.thread.getStackTrace()) : List.of();
		}

		private synchronized @Nullable Deadline begin() {
			this.thread = Thread.currentThread();
			this.thread.setContextClassLoader(CallSeries.this.classLoader);
			this.call = Deadline.in(this.patience);
			return CallSeries.this.end.begin();
		}

		private synchronized void advance() {
			if (!this.leaving) {
				this.next++;
				this.call = Deadline.in(this.patience);
			}
		}

		/**
		 * From now on the thread does something else, nothing may interrupt it.
		 */
		private synchronized void end(@Nullable Deadline outer) {
			Deadline.end(outer);
			this.thread = null;
			this.over.countDown();
			if (this.leaving) {
				CallSeries.this.hanging.decrementAndGet();
				CallSeries.this.leftBehind.remove(subject(), this);
			}
		}

	}

}
