package io.github.gmr.section.executor;

import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/**
 * Counts the tasks that a pool rejects, which pools do not, and leaves them to the
 * handler that the pool had before. Called on the threads that submit tasks, and
 * thread-safe.
 */
final class RejectedTasks implements RejectedExecutionHandler {

	private final RejectedExecutionHandler handler;

	private final LongAdder count = new LongAdder();

	private RejectedTasks(RejectedExecutionHandler handler) {
		this.handler = handler;
	}

	/**
	 * Count the tasks that a pool rejects from now on, unless they are counted already.
	 * @param pool the pool
	 * @return the counter, {@code null} if the pool takes no other handler
	 */
	static @Nullable RejectedTasks of(ThreadPoolExecutor pool) {
		try {
			if (pool.getRejectedExecutionHandler() instanceof RejectedTasks counted) {
				return counted;
			}
			RejectedTasks tasks = new RejectedTasks(pool.getRejectedExecutionHandler());
			pool.setRejectedExecutionHandler(tasks);
			return tasks;
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	/**
	 * Give a pool the handler back that it had before.
	 * @param pool the pool
	 */
	static void release(ThreadPoolExecutor pool) {
		try {
			if (pool.getRejectedExecutionHandler() instanceof RejectedTasks counted) {
				pool.setRejectedExecutionHandler(counted.handler);
			}
		}
		catch (RuntimeException ex) {
			// The pool is the application's own, and keeps what it has
		}
	}

	@Override
	public void rejectedExecution(Runnable task, ThreadPoolExecutor pool) {
		this.count.increment();
		this.handler.rejectedExecution(task, pool);
	}

	/**
	 * Return how many tasks were rejected since they are counted.
	 * @return the number of tasks
	 */
	long count() {
		return this.count.sum();
	}

}
