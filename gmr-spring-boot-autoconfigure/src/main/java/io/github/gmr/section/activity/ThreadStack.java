package io.github.gmr.section.activity;

import java.lang.management.ThreadInfo;
import java.util.List;
import java.util.function.Predicate;

import io.github.gmr.content.thread.StackGroup;

/**
 * A stack and how many threads have it.
 *
 * @param frames the frames, such as {@code "com.acme.Orders.find(Orders.java:41)"}, the
 * topmost first
 * @param threads how many platform or virtual threads stand there
 */
public record ThreadStack(List<String> frames, long threads) {

	public static ThreadStack of(ThreadInfo thread) {
		return new ThreadStack(ApplicationCode.words(thread.getStackTrace()), 1);
	}

	public static ThreadStack of(StackGroup group) {
		return new ThreadStack(group.frames(), group.size());
	}

	public boolean has(Predicate<String> frame) {
		return this.frames.stream().anyMatch(frame);
	}

}
