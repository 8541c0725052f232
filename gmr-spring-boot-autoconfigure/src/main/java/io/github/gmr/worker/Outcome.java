package io.github.gmr.worker;

import java.time.Duration;
import java.util.List;

import io.github.gmr.content.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What became of a task that {@link Workers} were asked to run.
 *
 * @param <T> the type of the result
 */
public sealed interface Outcome<T extends @Nullable Object> {

	/**
	 * Return why there is no result.
	 * @return the reason, a part of a sentence such as {@code "no answer within 500 ms"}
	 */
	String reason();

	/**
	 * Return the result.
	 * @param otherwise what to return if there is none
	 * @return the result of the task that is done, or else the argument
	 */
	default T orElse(T otherwise) {
		return (this instanceof Done<T> done) ? done.value() : otherwise;
	}

	/**
	 * The task has returned.
	 *
	 * @param <T> the type of the result
	 * @param value what it has returned
	 */
	record Done<T extends @Nullable Object>(T value) implements Outcome<T> {

		@Override
		public String reason() {
			return "done";
		}

	}

	/**
	 * The task has thrown, or there was not even memory to begin it.
	 *
	 * @param <T> the type of the result
	 * @param cause what it has thrown
	 * @param description the cause in words, made by the thread that ran the task, as
	 * that takes code of the cause, too; {@code null} if there was no memory for it
	 */
	record Failed<T extends @Nullable Object>(Throwable cause, @Nullable Failure description) implements Outcome<T> {

		/**
		 * Create the outcome of a task that the current thread has run.
		 * @param cause what it has thrown
		 */
		public Failed(Throwable cause) {
			this(cause, describe(cause));
		}

		static @Nullable Failure describe(Throwable cause) {
			try {
				return (cause instanceof OutOfMemoryError) ? null : Failure.of(cause);
			}
			catch (OutOfMemoryError ex) {
				return null;
			}
		}

		/**
		 * Return the cause in words.
		 * @return the failure
		 */
		public Failure failure() {
			return (this.description != null) ? this.description : Failure.of(this.cause);
		}

		@Override
		public String reason() {
			return "failed: " + this.cause.getClass().getName();
		}

	}

	/**
	 * The task did not come back in time. It was interrupted and left to itself.
	 *
	 * @param <T> the type of the result
	 * @param limit how long it was waited for
	 * @param stack where it was then, the topmost frame first
	 */
	record TimedOut<T extends @Nullable Object>(Duration limit, List<StackTraceElement> stack) implements Outcome<T> {

		public TimedOut {
			stack = List.copyOf(stack);
		}

		@Override
		public String reason() {
			return "no answer within " + this.limit.toMillis() + " ms";
		}

	}

	/**
	 * The task has allocated much of the heap, and little was left. It was interrupted,
	 * and what it has returned or thrown then does not count, unless it did run out of
	 * memory.
	 *
	 * @param <T> the type of the result
	 * @param allocated the bytes that it had allocated
	 * @param left the bytes of the heap that the last collection had left
	 * @param stack where it was then, the topmost frame first
	 */
	record TookHeap<T extends @Nullable Object>(long allocated, long left,
			List<StackTraceElement> stack) implements Outcome<T> {

		private static final long MEGABYTE = 1024 * 1024;

		public TookHeap {
			stack = List.copyOf(stack);
		}

		@Override
		public String reason() {
			return "interrupted: it had allocated " + this.allocated / MEGABYTE + " MB, and " + this.left / MEGABYTE
					+ " MB of the heap were left";
		}

	}

	/**
	 * An earlier task of the same subject was given up and has not come back, so this one
	 * was not begun.
	 *
	 * @param <T> the type of the result
	 * @param stack where the earlier task is now, the topmost frame first
	 */
	record Busy<T extends @Nullable Object>(List<StackTraceElement> stack) implements Outcome<T> {

		public Busy {
			stack = List.copyOf(stack);
		}

		@Override
		public String reason() {
			return "no answer to an earlier call";
		}

	}

	/**
	 * There was no thread or no time to begin the task. It is never run.
	 *
	 * @param <T> the type of the result
	 * @param reason why
	 */
	record NoWorker<T extends @Nullable Object>(String reason) implements Outcome<T> {

	}

}
