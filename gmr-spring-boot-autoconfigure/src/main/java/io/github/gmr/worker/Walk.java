package io.github.gmr.worker;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * A walk over many things of an application, each of which may hang, on a thread that can
 * be left behind: what does not answer costs only itself. For built-in sections and
 * masking.
 */
public final class Walk {

	private final Executor executor;

	private final int size;

	private final IntConsumer step;

	/**
	 * Create a walk.
	 * @param executor has a thread other than the caller's
	 * @param size how many steps there are
	 * @param step takes the step of a number from 0; must not throw, and may still come
	 * back after it was left behind
	 */
	public Walk(Executor executor, int size, IntConsumer step) {
		this.executor = executor;
		this.size = size;
		this.step = step;
	}

	/**
	 * Take all steps, waiting for each as long as it makes sense.
	 * @param patience returns the milliseconds to wait for the next step that does not
	 * come back, negative to give up the rest
	 * @param stuck is told about each step that is left behind
	 */
	public void go(LongSupplier patience, Stuck stuck) {
		int next = 0;
		while (next < this.size) {
			long limit = patience.getAsLong();
			if (limit < 0) {
				return;
			}
			Leg leg = start(next);
			next = leg.await(limit);
			if (next < this.size) {
				leg.leave();
				stuck.left(next++, limit, leg::isOver);
			}
		}
	}

	private Leg start(int first) {
		Leg leg = new Leg(first);
		try {
			this.executor.execute(leg);
		}
		catch (RejectedExecutionException | OutOfMemoryError ex) {
			// No thread to be had: rather take the risk of a step that does not come back
			leg.run();
		}
		return leg;
	}

	/**
	 * Is told about steps that are left behind.
	 */
	@FunctionalInterface
	public interface Stuck {

		/**
		 * Called when a step did not come back in time.
		 * @param step the number of the step
		 * @param waited the milliseconds that were waited for it
		 * @param over tells from then on whether it has come back at last
		 */
		void left(int step, long waited, BooleanSupplier over);

	}

	/**
	 * The steps that one thread takes, up to the end or to one that does not come back.
	 */
	private final class Leg implements Runnable {

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
			while (this.next < Walk.this.size && !this.left) {
				Walk.this.step.accept(this.next);
				advance();
			}
			end();
		}

		/**
		 * Wait until the leg is over, or a step takes too long.
		 * @return the step at which the leg is, the number of steps at the end
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
				return this.over.await(limit, TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				leave();
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrupted while waiting for step " + this.next, ex);
			}
		}

		private synchronized void leave() {
			this.left = true;
			if (this.thread != null) {
				this.thread.interrupt();
			}
		}

		private boolean isOver() {
			return this.over.getCount() == 0;
		}

		private synchronized void begin() {
			this.thread = Thread.currentThread();
		}

		private synchronized void advance() {
			if (!this.left) {
				this.next++;
			}
		}

		/**
		 * From now on the thread does something else, nobody may interrupt it.
		 */
		private synchronized void end() {
			this.thread = null;
			this.over.countDown();
		}

	}

}
