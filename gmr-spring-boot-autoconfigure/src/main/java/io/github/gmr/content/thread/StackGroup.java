package io.github.gmr.content.thread;

import java.util.List;
import java.util.function.UnaryOperator;

import io.github.gmr.content.text.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share a state, a stack and the kinds and classes of their locks.
 *
 * @param state the state as HotSpot prints it, such as
 * {@code "BLOCKED (on object monitor)"}, or {@code null} if this JDK does not tell
 * @param size how many threads there are
 * @param threads the threads, or the first of them if there are very many
 * @param frames the stack, topmost frame first, as HotSpot prints it
 * @param deeper whether there are deeper frames that are not told
 */
public record StackGroup(@Nullable String state, long size, List<ThreadEntry> threads, List<String> frames,
		boolean deeper) {

	public StackGroup {
		if (threads.isEmpty() || size < threads.size()) {
			throw new IllegalArgumentException(
					"'threads' must have 1 to %d elements but has %d".formatted(size, threads.size()));
		}
		threads = List.copyOf(threads);
		frames = frames.stream().map(WellFormed::name).toList();
	}

	/**
	 * Return this group with the first of its threads.
	 * @param count how many threads are kept, at least one
	 * @return a new group of the same size
	 */
	public StackGroup cutTo(int count) {
		return new StackGroup(this.state, this.size, this.threads.subList(0, count), this.frames, this.deeper);
	}

	public StackGroup mapNames(UnaryOperator<String> names) {
		return new StackGroup(this.state, this.size,
				this.threads.stream().map((thread) -> thread.mapNames(names)).toList(), this.frames, this.deeper);
	}

}
