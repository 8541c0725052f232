package io.github.gmr.content.text;

import java.util.ConcurrentModificationException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Asks code that may fail in any way. Exhausted memory alone is not dealt with here: it
 * is left to whoever runs the section.
 */
public final class Attempt {

	private Attempt() {
	}

	/**
	 * Return what the question answers, or something else in its place if it fails. An
	 * interrupt is kept, so that what is asked next does not wait either.
	 * @param <T> the type of the answer
	 * @param question the question
	 * @param otherwise what to answer if it fails
	 * @return the answer
	 */
	public static <T extends @Nullable Object> T ask(Callable<? extends T> question, Function<Throwable, T> otherwise) {
		try {
			return question.call();
		}
		catch (OutOfMemoryError ex) {
			throw ex;
		}
		catch (Throwable ex) {
			if (ex instanceof InterruptedException) {
				Thread.currentThread().interrupt();
			}
			return otherwise.apply(ex);
		}
	}

	/**
	 * Return what the question answers, asked again once if what it reads has changed.
	 * @param <T> the type of the answer
	 * @param question the question
	 * @return the answer
	 */
	public static <T> T twice(Supplier<T> question) {
		try {
			return question.get();
		}
		catch (ConcurrentModificationException ex) {
			return question.get();
		}
	}

	/**
	 * Return the {@code toString()} of a value, or how that fails.
	 * @param value the value
	 * @return the text
	 */
	public static String text(@Nullable Object value) {
		return ask(() -> Objects.requireNonNullElse(String.valueOf(value), "null"),
				(ex) -> "(" + ex.getClass().getName() + ")");
	}

}
