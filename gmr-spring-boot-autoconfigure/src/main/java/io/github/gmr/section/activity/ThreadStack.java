package io.github.gmr.section.activity;

import java.lang.management.ThreadInfo;
import java.util.List;
import java.util.function.Predicate;

import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;

/**
 * A stack and how many threads have it.
 *
 * @param frames the frames, such as {@code "com.acme.Orders.find(Orders.java:41)"}, the
 * topmost first
 * @param threads how many platform or virtual threads stand there
 * @param ids the identifiers of these, or of the first of them
 */
public record ThreadStack(List<String> frames, long threads, List<Long> ids) {

	/**
	 * Create the stack of one platform thread.
	 * @param thread the thread
	 * @return the stack
	 */
	public static ThreadStack of(ThreadInfo thread) {
		return new ThreadStack(ApplicationCode.words(thread.getStackTrace()), 1, List.of(thread.getThreadId()));
	}

	/**
	 * Create the stack that the threads of a group share.
	 * @param group the group
	 * @return the stack
	 */
	public static ThreadStack of(StackGroup group) {
		return new ThreadStack(group.frames(), group.size(), group.threads().stream().map(ThreadEntry::id).toList());
	}

	/**
	 * Return whether a frame of the stack matches.
	 * @param frame what to look for
	 * @return whether one does
	 */
	public boolean has(Predicate<String> frame) {
		return this.frames.stream().anyMatch(frame);
	}

}
