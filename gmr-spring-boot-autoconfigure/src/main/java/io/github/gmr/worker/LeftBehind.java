package io.github.gmr.worker;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The tasks that were left behind and have not come back, by their subjects. Thread-safe.
 */
final class LeftBehind {

	private final Map<Object, RunningTask> tasks = Collections.synchronizedMap(new IdentityHashMap<>());

	/**
	 * Remember a task until it comes back.
	 * @param subject the subject of the task
	 * @param task the task
	 */
	void add(Object subject, RunningTask task) {
		this.tasks.put(subject, task);
		if (task.isOver()) {
			remove(subject, task);
		}
	}

	/**
	 * Forget a task, which has come back.
	 * @param subject the subject of the task
	 * @param task the task
	 */
	void remove(Object subject, RunningTask task) {
		this.tasks.remove(subject, task);
	}

	/**
	 * Return the task that has not come back.
	 * @param subject the subject of the task
	 * @return the task, or {@code null} if there is none
	 */
	@Nullable RunningTask get(Object subject) {
		return this.tasks.get(subject);
	}

	/**
	 * A task that some thread runs.
	 */
	interface RunningTask {

		/**
		 * Return whether it has come back.
		 * @return whether no thread runs it any more
		 */
		boolean isOver();

		/**
		 * Return where it is.
		 * @return the stack of its thread, the topmost frame first, empty if it is over
		 */
		List<StackTraceElement> stack();

	}

}
