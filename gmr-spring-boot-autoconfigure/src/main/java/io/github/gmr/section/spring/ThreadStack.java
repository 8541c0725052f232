package io.github.gmr.section.spring;

import java.lang.management.ThreadInfo;
import java.util.List;
import java.util.function.Predicate;

import io.github.gmr.content.StackGroup;

/**
 * A stack and how many threads have it.
 *
 * @param frames the frames, such as {@code "com.acme.Orders.find(Orders.java:41)"}, the
 * topmost first
 * @param threads how many platform or virtual threads stand there
 */
record ThreadStack(List<String> frames, long threads) {

	static ThreadStack of(ThreadInfo thread) {
		return new ThreadStack(ApplicationCode.words(thread.getStackTrace()), 1);
	}

	static ThreadStack of(StackGroup group) {
		return new ThreadStack(group.frames(), group.size());
	}

	boolean has(Predicate<String> frame) {
		return this.frames.stream().anyMatch(frame);
	}

}
