package io.github.gmr.section.threads;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.github.gmr.content.Failure;
import io.github.gmr.section.activity.ApplicationCode;

/**
 * A thread that an exception has ended, as text: it keeps nothing of the application.
 *
 * @param time when it ended
 * @param name the name of the thread
 * @param id its identifier
 * @param error the exception and its message
 * @param place where it was thrown, or the last of its causes, in code of the application
 * if there is any
 * @param replaced whether it belonged to a pool that has started another one
 */
record DiedThread(Instant time, String name, long id, String error, List<String> place, boolean replaced) {

	private static final ApplicationCode CODE = new ApplicationCode(List.of());

	private static final int MAX_MESSAGE = 300;

	/**
	 * There may be circles.
	 */
	private static final int MAX_CAUSES = 20;

	/**
	 * Classes that start another thread in the place of one that has ended.
	 */
	private static final Set<String> POOLS = Set.of("java.util.concurrent.ThreadPoolExecutor$Worker",
			"java.util.concurrent.ForkJoinWorkerThread");

	/**
	 * Describe a thread that ends now.
	 * @param thread the thread
	 * @param cause the exception
	 * @return the description
	 */
	@SuppressWarnings("deprecation")
	static DiedThread of(Thread thread, Throwable cause) {
		StackTraceElement[] stack = cause.getStackTrace();
		boolean replaced = Arrays.stream(stack).anyMatch((frame) -> POOLS.contains(frame.getClassName()));
		String error = Failure.of(cause).asText();
		return new DiedThread(Instant.now(), thread.getName(), thread.getId(),
				error.substring(0, Math.min(error.length(), MAX_MESSAGE)), place(innermost(cause).getStackTrace()),
				replaced);
	}

	private static Throwable innermost(Throwable error) {
		Throwable cause = error;
		for (int i = 0; i < MAX_CAUSES && cause.getCause() != null; i++) {
			cause = cause.getCause();
		}
		return cause;
	}

	private static List<String> place(StackTraceElement[] stack) {
		List<String> own = CODE.frames(stack);
		return (own.isEmpty() && stack.length > 0) ? List.of(CODE.topmost(stack)) : own;
	}

	/**
	 * Return what has happened.
	 * @return words such as
	 * {@code "\"consumer\" #31 died of java.lang.IllegalStateException: no more, at com.acme.Consumer.take(Consumer.java:41)"}
	 */
	String words() {
		return "\"%s\" #%d died of %s%s".formatted(this.name, this.id, this.error,
				this.place.isEmpty() ? "" : ", at " + String.join(" in ", this.place));
	}

}
