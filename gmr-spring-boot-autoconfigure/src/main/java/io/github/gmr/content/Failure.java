package io.github.gmr.content;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

import io.github.gmr.content.text.Attempt;
import io.github.gmr.content.text.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * An error in the place of what could not be told.
 *
 * @param error the class name of the exception, or what happened in a word or two
 * @param message the message, or {@code null}
 * @param stack the topmost stack frames, as of {@link StackTraceElement#toString()}
 * @param cause the cause, or {@code null}
 */
public record Failure(String error, @Nullable String message, List<String> stack,
		@Nullable Failure cause) implements Content {

	private static final int MAX_FRAMES = 20;

	private static final int MAX_CAUSES = 5;

	public Failure {
		error = WellFormed.name(error);
		message = (message != null) ? WellFormed.text(message) : null;
		stack = stack.stream().map(WellFormed::name).toList();
	}

	@Override
	public <R> R accept(ContentVisitor<R> visitor) {
		return visitor.visitFailure(this);
	}

	@Override
	public String asText() {
		return (this.message != null) ? this.error + ": " + this.message : this.error;
	}

	/**
	 * Describe a throwable: its class, its message, its first {@value #MAX_FRAMES} frames
	 * and its causes. What the throwable itself fails to tell is left out.
	 * @param throwable the throwable
	 * @return the failure
	 */
	public static Failure of(Throwable throwable) {
		return of(throwable, MAX_CAUSES);
	}

	/**
	 * Describe a thread that did not finish in time.
	 * @param limit the time it was given
	 * @param stack where the thread is
	 * @return the failure
	 */
	public static Failure timedOut(Duration limit, List<StackTraceElement> stack) {
		return at("timed out", "no answer within " + limit.toMillis() + " ms", stack);
	}

	/**
	 * Describe a thread that is where it should not be.
	 * @param error what is wrong with it, a few words
	 * @param message more about it
	 * @param stack where the thread is, the topmost frame first
	 * @return the failure
	 */
	public static Failure at(String error, String message, List<StackTraceElement> stack) {
		return new Failure(error, message, stack.stream().map(StackTraceElement::toString).toList(), null);
	}

	private static Failure of(Throwable throwable, int causes) {
		Throwable cause = ask(throwable::getCause);
		List<String> stack = ask(() -> frames(throwable.getStackTrace()));
		return new Failure(throwable.getClass().getName(), ask(throwable::getMessage),
				(stack != null) ? stack : List.of(), (cause != null && causes > 0) ? of(cause, causes - 1) : null);
	}

	private static List<String> frames(StackTraceElement[] stack) {
		return Arrays.stream(stack).limit(MAX_FRAMES).map(StackTraceElement::toString).toList();
	}

	private static <T> @Nullable T ask(Callable<? extends @Nullable T> fact) {
		return Attempt.<@Nullable T>ask(fact, (ex) -> null);
	}

}
