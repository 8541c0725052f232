package io.github.gmr.content;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import io.github.gmr.content.text.Attempt;
import io.github.gmr.content.text.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * An error in the place of what could not be told.
 *
 * @param error the class name of the exception, or what happened in a word or two
 * @param message the message, or {@code null}
 * @param stack the topmost stack frames, as of {@link StackTraceElement#toString()}, and
 * lines such as {@code "... 31 more"} for others
 * @param cause the cause, or {@code null}
 */
public record Failure(String error, @Nullable String message, List<String> stack,
		@Nullable Failure cause) implements Content {

	private static final String MORE = "... ";

	private static final int MAX_FRAMES = 20;

	private static final int MAX_CAUSES = 5;

	/**
	 * Causes beyond which no one looks for the last: they may go round in a circle.
	 */
	private static final int MAX_LOOKED_AT = 100;

	public Failure {
		error = WellFormed.name(error);
		message = (message != null) ? WellFormed.text(message) : null;
		stack = stack.stream().map(WellFormed::name).toList();
	}

	@Override
	public <R> R accept(ContentVisitor<R> visitor) {
		return visitor.visitFailure(this);
	}

	/**
	 * Return the stack as Java prints it.
	 * @return a line for each frame, such as {@code "at a.B.c(B.java:1)"}, and for those
	 * that are only counted
	 */
	public List<String> lines() {
		return this.stack.stream().map((frame) -> frame.startsWith(MORE) ? frame : "at " + frame).toList();
	}

	@Override
	public String asText() {
		return (this.message != null) ? this.error + ": " + this.message : this.error;
	}

	/**
	 * Return this failure with the first frames of its stack.
	 * @param frames how many frames are kept
	 * @param cause what became of the cause
	 * @return a failure that counts those that are left out, this one if nothing is
	 */
	public Failure cutTo(int frames, @Nullable Failure cause) {
		if (frames == this.stack.size() && cause == this.cause) {
			return this;
		}
		List<String> kept = new ArrayList<>(this.stack.subList(0, frames));
		List<String> omitted = this.stack.subList(frames, this.stack.size());
		if (!omitted.isEmpty()) {
			kept.add(Limits.more(omitted.stream().mapToLong(Limits::count).sum()));
		}
		return new Failure(this.error, this.message, kept, cause);
	}

	/**
	 * Describe a throwable: its class, its message, its first {@value #MAX_FRAMES} frames
	 * and its causes, of many the first {@value #MAX_CAUSES} and the last. Frames of a
	 * cause that its effect has, too, are only counted. What the throwable itself fails
	 * to say is left out.
	 * @param throwable the throwable
	 * @return the failure
	 */
	public static Failure of(Throwable throwable) {
		return of(throwable, new StackTraceElement[0], MAX_CAUSES);
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

	private static Failure of(Throwable throwable, StackTraceElement[] effect, int causes) {
		StackTraceElement[] stack = stack(throwable);
		List<String> lines = lines(stack, effect);
		Throwable cause = ask(throwable::getCause);
		if (cause == null) {
			return failure(throwable, lines, null);
		}
		if (causes > 0) {
			return failure(throwable, lines, of(cause, stack, causes - 1));
		}
		List<Throwable> rest = chain(cause);
		if (rest.size() > 1) {
			lines.add(MORE + (rest.size() - 1) + " more causes, the last is");
		}
		Throwable last = rest.get(rest.size() - 1);
		return failure(throwable, lines, failure(last, lines(stack(last), stack), null));
	}

	private static Failure failure(Throwable throwable, List<String> lines, @Nullable Failure cause) {
		return new Failure(throwable.getClass().getName(), ask(throwable::getMessage), lines, cause);
	}

	private static List<Throwable> chain(Throwable first) {
		List<Throwable> chain = new ArrayList<>();
		for (Throwable next = first; next != null && chain.size() < MAX_LOOKED_AT; next = ask(next::getCause)) {
			chain.add(next);
		}
		return chain;
	}

	private static StackTraceElement[] stack(Throwable throwable) {
		StackTraceElement[] stack = ask(throwable::getStackTrace);
		return (stack != null && Arrays.stream(stack).allMatch(Objects::nonNull)) ? stack : new StackTraceElement[0];
	}

	/**
	 * Return the topmost frames, but for those at the bottom that the effect has, too,
	 * and count the others.
	 */
	private static List<String> lines(StackTraceElement[] stack, StackTraceElement[] effect) {
		int own = stack.length;
		for (int i = effect.length; own > 0 && i > 0 && stack[own - 1].equals(effect[i - 1]); i--) {
			own--;
		}
		int shown = Math.min(own, MAX_FRAMES);
		List<String> lines = new ArrayList<>();
		for (int i = 0; i < shown; i++) {
			lines.add(stack[i].toString());
		}
		if (shown < stack.length) {
			lines.add(MORE + (stack.length - shown) + " more");
		}
		return lines;
	}

	private static <T> @Nullable T ask(Callable<? extends @Nullable T> fact) {
		return Attempt.<@Nullable T>ask(fact, (ex) -> null);
	}

}
