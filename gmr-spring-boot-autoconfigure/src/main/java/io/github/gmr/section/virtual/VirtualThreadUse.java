package io.github.gmr.section.virtual;

import java.util.Arrays;

/**
 * Knows whether this JVM can have virtual threads at this moment, without a look at them.
 */
final class VirtualThreadUse {

	/**
	 * Since this JDK a platform thread of its own wakes virtual threads. It is started
	 * with the first of them, and never ends.
	 */
	private static final int FIRST_WITH_UNBLOCKER = 24;

	private static final String UNBLOCKER = "VirtualThread-unblocker";

	private VirtualThreadUse() {
	}

	/**
	 * Return whether there can be virtual threads.
	 * @return {@code false} if none has been made so far
	 */
	static boolean isPossible() {
		return Runtime.version().feature() < FIRST_WITH_UNBLOCKER || hasUnblocker(rootGroup());
	}

	private static ThreadGroup rootGroup() {
		ThreadGroup group = Thread.currentThread().getThreadGroup();
		for (ThreadGroup parent = group.getParent(); parent != null; parent = group.getParent()) {
			group = parent;
		}
		return group;
	}

	/**
	 * The group of all threads enumerates them without stopping them. It drops what does
	 * not fit.
	 */
	private static boolean hasUnblocker(ThreadGroup group) {
		Thread[] threads = new Thread[group.activeCount() + 1];
		int count = group.enumerate(threads);
		while (count == threads.length) {
			threads = new Thread[2 * threads.length];
			count = group.enumerate(threads);
		}
		return Arrays.stream(threads, 0, count).anyMatch((thread) -> UNBLOCKER.equals(thread.getName()));
	}

}
