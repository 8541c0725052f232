package io.github.gmr.section.virtual;

import io.github.gmr.section.dump.JvmThreads;

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
		return Runtime.version().feature() < FIRST_WITH_UNBLOCKER || hasUnblocker();
	}

	private static boolean hasUnblocker() {
		return JvmThreads.all().anyMatch((thread) -> UNBLOCKER.equals(thread.getName()));
	}

}
