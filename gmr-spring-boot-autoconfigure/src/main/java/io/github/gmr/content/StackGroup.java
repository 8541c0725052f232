package io.github.gmr.content;

import java.util.List;

/**
 * Threads that share a state and a stack.
 *
 * @param state the state as HotSpot prints it, such as
 * {@code "BLOCKED (on object monitor)"}
 * @param size how many threads there are
 * @param frames the stack, topmost frame first
 */
public record StackGroup(String state, long size, List<String> frames) {

	public StackGroup {
		frames = List.copyOf(frames);
	}

}
