package io.github.gmr.worker;

import java.time.Duration;

/**
 * Says that a task did not come back in time, and where it is.
 */
public final class StuckException extends Exception {

	private final transient StackTraceElement[] stack;

	StuckException(Duration limit, StackTraceElement[] stack) {
		super("no answer within " + limit.toMillis() + " ms");
		this.stack = stack;
	}

	/**
	 * Return where the worker is.
	 * @return the stack of the worker, topmost frame first
	 */
	public StackTraceElement[] workerStack() {
		return this.stack.clone();
	}

}
