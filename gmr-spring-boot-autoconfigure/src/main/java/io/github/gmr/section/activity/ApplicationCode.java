package io.github.gmr.section.activity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.github.gmr.section.activity.KnownFrame.Origin;

/**
 * Knows the application's own code by its packages, and finds it in stacks. In a stack
 * without any of them, what is of no known library counts as its own.
 *
 * @param packages the base packages of the application, empty if they are not known
 */
public record ApplicationCode(List<String> packages) {

	public ApplicationCode {
		packages = List.copyOf(packages);
	}

	/**
	 * Return where a stack stands, and which code of the application has called that.
	 * @param stack the stack, topmost frame first
	 * @return words such as
	 * {@code "com.zaxxer.hikari.pool.HikariPool.getConnection(HikariPool.java:181), called at com.acme.Orders.find(Orders.java:41) in com.acme.Shop.sell(Shop.java:7)"}
	 */
	public String place(StackTraceElement[] stack) {
		List<String> frames = words(stack);
		String standing = SignificantFrame.of(frames);
		List<String> own = frames(frames);
		if (own.isEmpty()) {
			return standing;
		}
		return (own.get(0).equals(standing) ? "" : standing + ", called at ") + String.join(" in ", own);
	}

	/**
	 * Return where a stack is in code of the application.
	 * @param frames the frames of a stack, topmost first
	 * @return its topmost frame of the application and, if that is another one, its
	 * outermost; empty if it has none
	 */
	public List<String> frames(List<String> frames) {
		List<String> own = own(frames);
		return (own.size() < 2) ? own : List.of(own.get(0), own.get(own.size() - 1));
	}

	/**
	 * Return where a stack is in code of the application.
	 * @param stack the stack, topmost frame first
	 * @return its topmost frame of the application and, if that is another one, its
	 * outermost; empty if it has none
	 */
	public List<String> frames(StackTraceElement[] stack) {
		return frames(words(stack));
	}

	/**
	 * Return the topmost frame of the application, or else the one that says most.
	 * @param stack the stack, topmost frame first
	 * @return the frame
	 */
	public String topmost(StackTraceElement[] stack) {
		return topmost(words(stack));
	}

	/**
	 * Return the topmost frame of the application, or else the one that says most.
	 * @param frames the frames of a stack, topmost first
	 * @return the frame
	 */
	String topmost(List<String> frames) {
		return own(frames).stream().findFirst().orElseGet(() -> SignificantFrame.of(frames));
	}

	/**
	 * Return the topmost method of the application.
	 * @param frames the frames of a stack, topmost first
	 * @return the method, empty if the stack has none
	 */
	public Optional<String> method(List<String> frames) {
		return own(frames).stream().findFirst().map(ApplicationCode::method);
	}

	/**
	 * Return whose code a frame is.
	 * @param frame the frame
	 * @return its origin
	 */
	Origin origin(String frame) {
		if (GeneratedCode.has(frame)) {
			return Origin.GENERATED;
		}
		for (String name : this.packages) {
			if (frame.startsWith(name) && frame.startsWith(".", name.length())) {
				return Origin.OWN;
			}
		}
		if (LibraryCode.isOfJdk(frame)) {
			return Origin.JDK;
		}
		return LibraryCode.has(frame) ? Origin.LIBRARY : Origin.OTHER;
	}

	private List<String> own(List<String> frames) {
		List<String> known = frames.stream()
			.filter((frame) -> this.packages.stream().anyMatch((name) -> frame.startsWith(name + ".")))
			.filter(Predicate.not(GeneratedCode::has))
			.toList();
		return (!known.isEmpty()) ? known
				: frames.stream()
					.filter((frame) -> !LibraryCode.has(frame))
					.filter(Predicate.not(GeneratedCode::has))
					.toList();
	}

	/**
	 * Return where a stack stands outside of the JDK, in code of the application or not.
	 * @param stack the stack, topmost frame first
	 * @return the frame
	 */
	public static String standing(StackTraceElement[] stack) {
		return SignificantFrame.of(words(stack));
	}

	/**
	 * Return the method of a frame.
	 * @param frame the frame
	 * @return the method and its class, such as {@code "com.acme.Orders.find"}
	 */
	public static String method(String frame) {
		int place = frame.indexOf('(');
		return (place >= 0) ? frame.substring(0, place) : frame;
	}

	/**
	 * Return the frames of a stack in the words of the thread sections.
	 * @param stack the stack
	 * @return the frames
	 */
	static List<String> words(StackTraceElement[] stack) {
		return Arrays.stream(stack).map(ApplicationCode::word).toList();
	}

	private static String word(StackTraceElement frame) {
		String line = (frame.getLineNumber() >= 0) ? ":" + frame.getLineNumber() : "";
		String file = (frame.getFileName() != null) ? frame.getFileName() + line : "Unknown Source";
		return frame.getClassName() + "." + frame.getMethodName() + "("
				+ (frame.isNativeMethod() ? "Native Method" : file) + ")";
	}

}
