package io.github.gmr.section.executor;

import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.LongAdder;

import io.github.gmr.content.text.Attempt;
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
	 * Asks code of the pool, which may hang.
	 * @param pool the pool, {@code null} if there is none
	 * @return the counter, {@code null} if the pool takes no other handler
	 */
	static @Nullable RejectedTasks of(@Nullable ThreadPoolExecutor pool) {
		return (pool != null) ? Attempt.<@Nullable RejectedTasks>ask(() -> install(pool), (ex) -> null) : null;
	}

	private static @Nullable RejectedTasks install(ThreadPoolExecutor pool) {
		if (counting(pool) == null) {
			pool.setRejectedExecutionHandler(new RejectedTasks(pool.getRejectedExecutionHandler()));
		}
		return counting(pool);
	}

	/**
	 * Return the counter that a pool really has: it may keep its own handler and say
	 * nothing.
	 */
	private static @Nullable RejectedTasks counting(ThreadPoolExecutor pool) {
		return (pool.getRejectedExecutionHandler() instanceof RejectedTasks counted) ? counted : null;
	}

	/**
	 * Return whether a pool lets whoever submits a task that it does not take run that.
	 * @param pool the pool
	 * @return whether its handler is, or was, that of the JDK which does so
	 */
	static boolean areRunByTheirCallers(ThreadPoolExecutor pool) {
		RejectedTasks counted = counting(pool);
		RejectedExecutionHandler handler = (counted != null) ? counted.handler : pool.getRejectedExecutionHandler();
		return handler instanceof ThreadPoolExecutor.CallerRunsPolicy;
	}

	/**
	 * Give a pool the handler back that it had before.
	 * @param pool the pool, {@code null} if there is none
	 * @return whether it had another one
	 */
	static boolean release(@Nullable ThreadPoolExecutor pool) {
		RejectedTasks counted = (pool != null) ? counting(pool) : null;
		if (pool != null && counted != null) {
			pool.setRejectedExecutionHandler(counted.handler);
		}
		return counted != null;
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
