package io.github.gmr.section.web;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/**
 * How requests of one path have ended. A request has failed if it ended in an exception
 * or the server has called it its own error, by a status of 500 or above. Thread-safe.
 */
final class PathOutcomes {

	private static final int SERVER_ERROR = 500;

	/**
	 * How often a failure is looked at: its stack has a price.
	 */
	private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

	private static final int MAX_CAUSES = 10;

	private final String path;

	private final LongAdder ended = new LongAdder();

	private final LongAdder failed = new LongAdder();

	private volatile long endedBefore;

	private final AtomicLong lookedAt = new AtomicLong(System.nanoTime() - PAUSE);

	private volatile Failure last = new Failure("", new StackTraceElement[0]);

	PathOutcomes(String path) {
		this.path = path;
	}

	void end(int status, @Nullable Throwable error) {
		if (error != null || status >= SERVER_ERROR) {
			if (this.failed.sum() == 0) {
				this.endedBefore = this.ended.sum();
			}
			this.failed.increment();
			look(status, error);
		}
		this.ended.increment();
	}

	private void look(int status, @Nullable Throwable error) {
		long now = System.nanoTime();
		long before = this.lookedAt.get();
		if (now - before >= PAUSE && this.lookedAt.compareAndSet(before, now)) {
			this.last = (error != null) ? failure(error) : new Failure("status " + status, new StackTraceElement[0]);
		}
	}

	private static Failure failure(Throwable error) {
		Throwable root = error;
		for (int i = 0; i < MAX_CAUSES && root.getCause() != null; i++) {
			root = root.getCause();
		}
		return new Failure(root.getClass().getName(), root.getStackTrace());
	}

	/**
	 * Return the method and the pattern of the path.
	 */
	String path() {
		return this.path;
	}

	String endedName() {
		return this.path;
	}

	String failedName() {
		return this.path + " failed";
	}

	long ended() {
		return this.ended.sum();
	}

	/**
	 * Return how many had ended before the first one failed.
	 */
	long endedBefore() {
		return this.endedBefore;
	}

	long failed() {
		return this.failed.sum();
	}

	Failure last() {
		return this.last;
	}

	/**
	 * Why a request has failed.
	 *
	 * @param what the class of the exception at the root, or the status
	 * @param stack where it was thrown, empty if it is not known
	 */
	record Failure(String what, StackTraceElement[] stack) {

	}

}
