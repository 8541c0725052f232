package io.github.gmr.benchmarks.threads;

import java.util.ArrayList;
import java.util.List;
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
		park(threads, count, stacks, LockSupport::park);
	}

	/**
	 * Start threads and wait until they wait.
	 * @param threads creates the threads
	 * @param count how many
	 * @param stacks how many different stacks they have
	 * @param wait lets each of them wait
	 * @return the threads
	 * @throws InterruptedException if the thread is interrupted
	 */
	static List<Thread> park(ThreadFactory threads, int count, int stacks, Runnable wait) throws InterruptedException {
		CountDownLatch reached = new CountDownLatch(count);
		Runnable end = () -> {
			reached.countDown();
			wait.run();
		};
		List<Thread> all = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			int path = i % stacks;
			Thread thread = threads.newThread(() -> even(path, DEPTH - 5, end));
			all.add(thread);
			thread.start();
		}
		reached.await();
		for (Thread thread : all) {
			while (thread.getState() != Thread.State.WAITING) {
				Thread.onSpinWait();
			}
		}
		return all;
	}

	/**
	 * Go down on a way that differs by its number.
	 */
	private static void even(int path, int depth, Runnable end) {
		if (depth == 0) {
			end.run();
		}
		else if ((path & 1) == 0) {
			even(path >> 1, depth - 1, end);
		}
		else {
			odd(path >> 1, depth - 1, end);
		}
	}

	private static void odd(int path, int depth, Runnable end) {
		if (depth == 0) {
			end.run();
		}
		else if ((path & 1) == 0) {
			even(path >> 1, depth - 1, end);
		}
		else {
			odd(path >> 1, depth - 1, end);
		}
	}

}
