package io.github.gmr.section.spring;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.gmr.section.TellingFrame;

/**
 * Knows the application's own code by its packages, and finds it in stacks.
 *
 * @param packages the base packages of the application, none if nobody knows
 */
public record ApplicationCode(List<String> packages) {

	public ApplicationCode {
		packages = List.copyOf(packages);
	}

	/**
	 * Tell where a stack stands, and who of the application has called that.
	 * @param stack the stack, topmost frame first
	 * @return words such as
	 * {@code "com.zaxxer.hikari.pool.HikariPool.getConnection(HikariPool.java:181), called at com.acme.Orders.find(Orders.java:41)"}
	 */
	String place(StackTraceElement[] stack) {
		String standing = standing(stack);
		return frame(stack).filter((frame) -> !frame.equals(standing))
			.map((frame) -> standing + ", called at " + frame)
			.orElse(standing);
	}

	/**
	 * Return the topmost frame of the application, or else the one that tells most.
	 * @param stack the stack, topmost frame first
	 * @return the frame
	 */
	String topmost(StackTraceElement[] stack) {
		return frame(stack).orElseGet(() -> standing(stack));
	}

	/**
	 * Return the topmost method of the application.
	 * @param stack the stack, topmost frame first
	 * @return the method, empty if the stack has none
	 */
	Optional<String> method(StackTraceElement[] stack) {
		return Arrays.stream(stack).filter(this::isOwn).findFirst().map(ApplicationCode::method);
	}

	private Optional<String> frame(StackTraceElement[] stack) {
		return Arrays.stream(stack).filter(this::isOwn).findFirst().map(ApplicationCode::word);
	}

	private boolean isOwn(StackTraceElement frame) {
		return this.packages.stream().anyMatch((name) -> frame.getClassName().startsWith(name + "."));
	}

	/**
	 * Return where a stack stands, in whosever code outside of the JDK.
	 * @param stack the stack, topmost frame first
	 * @return the frame
	 */
	static String standing(StackTraceElement[] stack) {
		return TellingFrame.of(Arrays.stream(stack).map(ApplicationCode::word).toList());
	}

	static String method(StackTraceElement frame) {
		return frame.getClassName() + "." + frame.getMethodName();
	}

	private static String word(StackTraceElement frame) {
		String line = (frame.getLineNumber() >= 0) ? ":" + frame.getLineNumber() : "";
		String file = (frame.getFileName() != null) ? frame.getFileName() + line : "Unknown Source";
		return "%s(%s)".formatted(method(frame), frame.isNativeMethod() ? "Native Method" : file);
	}

}
