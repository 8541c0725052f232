package io.github.gmr.benchmarks.threads;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;

/**
 * Parks threads on stacks of a depth, as many different ones as wanted.
 */
final class DeepStack {

	private static final int DEPTH = 40;

	private DeepStack() {
	}

	/**
	 * Start threads and wait until they are parked.
	 * @param threads creates the threads
	 * @param count how many
	 * @param stacks how many different stacks they have
	 * @throws InterruptedException if the thread is interrupted
	 */
	static void park(ThreadFactory threads, int count, int stacks) throws InterruptedException {
		CountDownLatch parked = new CountDownLatch(count);
		Thread last = null;
		for (int i = 0; i < count; i++) {
			int path = i % stacks;
			last = threads.newThread(() -> even(path, DEPTH - 5, parked));
			last.start();
		}
		parked.await();
		while (last != null && last.getState() != Thread.State.WAITING) {
			Thread.onSpinWait();
		}
	}

	/**
	 * Go down on a way that differs by its number.
	 */
	private static void even(int path, int depth, CountDownLatch parked) {
		if (depth == 0) {
			parked.countDown();
			LockSupport.park();
		}
		else if ((path & 1) == 0) {
			even(path >> 1, depth - 1, parked);
		}
		else {
			odd(path >> 1, depth - 1, parked);
		}
	}

	private static void odd(int path, int depth, CountDownLatch parked) {
		if (depth == 0) {
			parked.countDown();
			LockSupport.park();
		}
		else if ((path & 1) == 0) {
			even(path >> 1, depth - 1, parked);
		}
		else {
			odd(path >> 1, depth - 1, parked);
		}
	}

}
