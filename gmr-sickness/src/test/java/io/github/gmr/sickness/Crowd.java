package io.github.gmr.sickness;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that belong to a condition and end with it.
 */
public final class Crowd {

	private final List<Thread> threads = new CopyOnWriteArrayList<>();

	/**
	 * Add threads.
	 * @param count how many
	 * @param name how their names begin
	 * @param work what each does until it is interrupted
	 */
	public void add(int count, String name, Work work) {
		for (int i = 1; i <= count; i++) {
			Thread thread = new Thread(() -> runUntilInterrupted(work), (count > 1) ? name + "-" + i : name);
			thread.setDaemon(true);
			this.threads.add(thread);
			thread.start();
		}
	}

	private static void runUntilInterrupted(Work work) {
		try {
			work.run();
		}
		catch (InterruptedException ex) {
			// That is how it ends
		}
		catch (Exception ex) {
			if (!Thread.currentThread().isInterrupted()) {
				throw new IllegalStateException(ex);
			}
		}
	}

	/**
	 * Interrupt all threads and wait for their end.
	 * @throws InterruptedException if interrupted
	 */
	public void end() throws InterruptedException {
		this.threads.forEach(Thread::interrupt);
		for (Thread thread : this.threads) {
			thread.join();
		}
		this.threads.clear();
	}

	/**
	 * Wait until something is so.
	 * @param state whether it is
	 * @throws Exception if that cannot be found out
	 */
	public static void await(Callable<Boolean> state) throws Exception {
		while (!state.call()) {
			LockSupport.parkNanos(5_000_000);
		}
	}

	/**
	 * Wait until something is older than a limit.
	 * @param nanoTime when it began
	 * @param limit the limit
	 * @throws Exception never
	 */
	static void awaitAge(long nanoTime, Duration limit) throws Exception {
		await(() -> System.nanoTime() - nanoTime > limit.toNanos());
	}

	/**
	 * What a thread does.
	 */
	@FunctionalInterface
	public interface Work {

		void run() throws Exception;

	}

}
