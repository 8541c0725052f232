package io.github.gmr.section.log;

import java.util.List;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import io.github.gmr.content.text.Truncation;
import io.github.gmr.section.activity.ApplicationCode;
import org.jspecify.annotations.Nullable;

/**
 * An exception that was logged, and the cause behind all others.
 *
 * @param name its class name
 * @param message its message, cut, or {@code null}
 * @param root the class name of the innermost cause, {@code null} if it has no cause
 * @param stack where the innermost was thrown, topmost frame first
 */
record LoggedException(String name, @Nullable String message, @Nullable String root, List<StackTraceElement> stack) {

	private static final int MAX_MESSAGE = 200;

	private static final int MAX_CAUSES = 10;

	private static final int MAX_FRAMES = 100;

	/**
	 * Copy what is known of an exception.
	 * @param exception the exception
	 * @return what to keep
	 */
	static LoggedException of(IThrowableProxy exception) {
		IThrowableProxy root = exception;
		for (int i = 0; i < MAX_CAUSES && root.getCause() != null; i++) {
			root = root.getCause();
		}
		String message = exception.getMessage();
		return new LoggedException(exception.getClassName(),
				(message != null) ? Truncation.keepWords(message, MAX_MESSAGE) : null,
				(root != exception) ? root.getClassName() : null, stack(root.getStackTraceElementProxyArray()));
	}

	private static List<StackTraceElement> stack(StackTraceElementProxy @Nullable [] frames) {
		if (frames == null) {
			return List.of();
		}
		StackTraceElement[] kept = new StackTraceElement[Math.min(frames.length, MAX_FRAMES)];
		for (int i = 0; i < kept.length; i++) {
			kept[i] = frames[i].getStackTraceElement();
		}
		return List.of(kept);
	}

	/**
	 * Describe it.
	 * @param code knows the code of the application
	 * @return words such as {@code "java.lang.IllegalStateException: no stock, caused by
	 * java.net.ConnectException, at com.acme.Stock.of(Stock.java:41)"}
	 */
	String asText(ApplicationCode code) {
		String place = this.stack.isEmpty() ? "" : ", at " + code.topmost(this.stack.toArray(StackTraceElement[]::new));
		return this.name + ((this.message != null) ? ": " + this.message : "")
				+ ((this.root != null) ? ", caused by " + this.root : "") + place;
	}

}
