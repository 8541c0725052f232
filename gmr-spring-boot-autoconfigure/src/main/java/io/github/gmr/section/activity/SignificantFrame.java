package io.github.gmr.section.activity;

import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the frame of a stack that says most: the first one of the application and its
 * libraries, or else the first one of the JDK that does more than wait. For built-in
 * sections.
 */
public final class SignificantFrame {

	private static final List<String> WAITING = List.of("jdk.internal.", "java.lang.Object.", "java.lang.Thread.",
			"java.lang.VirtualThread.", "java.lang.System$", "java.util.concurrent.locks.",
			"java.util.concurrent.ForkJoinPool.managedBlock", "java.util.concurrent.ForkJoinPool.unmanagedBlock");

	private SignificantFrame() {
	}

	/**
	 * Find the frame.
	 * @param frames the frames as HotSpot words them, the topmost first
	 * @return the frame, or words that say that there is none
	 */
	public static String of(List<String> frames) {
		return frames.stream()
			.filter(((Predicate<String>) LibraryCode::isOfJdk).or(GeneratedCode::has).negate())
			.findFirst()
			.or(() -> frames.stream().filter(startsWith(WAITING).negate()).findFirst())
			.or(() -> frames.stream().findFirst())
			.orElse("(no Java frame)");
	}

	private static Predicate<String> startsWith(List<String> prefixes) {
		return (frame) -> prefixes.stream().anyMatch(frame::startsWith);
	}

}
