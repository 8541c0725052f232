package io.github.gmr.section.activity;

import java.util.List;

/**
 * Knows from stacks whether threads that wait at a socket have a limit for that: with one
 * the JDK waits in methods of their own, which have been the same from JDK 13 on.
 */
public final class SocketLimits {

	private static final String SOCKET = "sun.nio.ch.NioSocketImpl.";

	private SocketLimits() {
	}

	/**
	 * Say what limit is missing.
	 * @param frames the frames of a stack, topmost first
	 * @return words such as {@code " (no read time-out)"}, empty if there is a limit, if
	 * it is not known, or the thread does not wait at a socket
	 */
	public static String words(List<String> frames) {
		if (has(frames, "implRead")) {
			return has(frames, "timedRead") ? "" : " (no read time-out)";
		}
		return (has(frames, "connect") && !has(frames, "timedFinishConnect")) ? " (no connect time-out)" : "";
	}

	/**
	 * Say what limit is missing.
	 * @param stack the stack, topmost frame first
	 * @return the words, as of {@link #words(List)}
	 */
	public static String words(StackTraceElement[] stack) {
		return words(ApplicationCode.words(stack));
	}

	private static boolean has(List<String> frames, String method) {
		return frames.stream().anyMatch((frame) -> frame.startsWith(SOCKET + method + "("));
	}

}
