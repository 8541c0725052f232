package io.github.gmr.section.health;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * A health check that is made on a thread of its own choice, and left alone if it does
 * not come back in time. Until it does it is not made again.
 */
final class TimedCheck {

	private static final StackTraceElement[] NOWHERE = {};

	private final AtomicReference<@Nullable Thread> runner = new AtomicReference<>();

	/**
	 * Make the check.
	 * @param check the check
	 * @param executor runs it
	 * @param limit how long to wait for it
	 * @return what came out
	 * @throws TimeoutException if it takes longer; it is interrupted
	 * @throws ExecutionException if it fails
	 * @throws InterruptedException if the caller is interrupted
	 */
	HealthOutcome make(HealthCheck check, Executor executor, Duration limit)
			throws TimeoutException, ExecutionException, InterruptedException {
		ClassLoader classLoader = Thread.currentThread().getContextClassLoader();
		FutureTask<HealthOutcome> task = new FutureTask<>(() -> run(check, classLoader));
		executor.execute(task);
		try {
			return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException | InterruptedException ex) {
			task.cancel(true);
			throw ex;
		}
	}

	private HealthOutcome run(HealthCheck check, @Nullable ClassLoader classLoader) throws Exception {
		this.runner.set(Thread.currentThread());
		try {
			Thread.currentThread().setContextClassLoader(classLoader);
			return check.check();
		}
		finally {
			this.runner.set(null);
		}
	}

	boolean isRunning() {
		return this.runner.get() != null;
	}

	/**
	 * Return where the check is.
	 * @return the stack of its thread, empty if it is not running
	 */
	StackTraceElement[] stack() {
		Thread thread = this.runner.get();
		return (thread != null) ? thread.getStackTrace() : NOWHERE;
	}

}
