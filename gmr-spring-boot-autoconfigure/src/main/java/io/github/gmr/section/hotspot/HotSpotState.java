package io.github.gmr.section.hotspot;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Describes a thread's state as HotSpot does, in words such as
 * {@code "WAITING (parking)"}, from its state and its topmost frame.
 */
public final class HotSpotState {

	private static final Pattern TOP = Pattern.compile("([^(]*)\\.([^.(]*)\\(");

	private static final String SLEEP = "java.lang.VirtualThread.sleepNanos(";

	private HotSpotState() {
	}

	/**
	 * Describe the state of a thread.
	 * @param state the name of its {@link Thread.State}
	 * @param topClass the class of its topmost frame
	 * @param topMethod the method of its topmost frame
	 * @return HotSpot's words
	 */
	public static String of(String state, String topClass, String topMethod) {
		return switch (state) {
			case "BLOCKED" -> "BLOCKED (on object monitor)";
			case "WAITING", "TIMED_WAITING" -> state + waiting(topClass, topMethod);
			default -> state;
		};
	}

	/**
	 * Describe the state of a thread of which only the text of its frames is known. A
	 * virtual thread sleeps by parking.
	 * @param state the state
	 * @param frames the frames as HotSpot words them
	 * @return the words
	 */
	public static String of(String state, List<String> frames) {
		if (state.equals("TIMED_WAITING") && frames.stream().limit(5).anyMatch((frame) -> frame.contains(SLEEP))) {
			return state + " (sleeping)";
		}
		Matcher top = TOP.matcher(frames.isEmpty() ? "" : frames.get(0));
		return top.lookingAt() ? of(state, top.group(1), top.group(2)) : of(state, "", "");
	}

	private static String waiting(String topClass, String topMethod) {
		return switch (topClass) {
			case "java.lang.Object" -> " (on object monitor)";
			case "java.lang.Thread" -> topMethod.startsWith("sleep") ? " (sleeping)" : "";
			case "jdk.internal.misc.Unsafe", "java.lang.VirtualThread" -> " (parking)";
			default -> "";
		};
	}

}
