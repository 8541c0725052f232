package io.github.gmr.section.lock;

import io.github.gmr.content.thread.LockId;
import io.github.gmr.content.thread.ThreadLock.Owner;

/**
 * A thread that waits for a lock which another thread holds.
 *
 * @param waiter the thread that waits
 * @param lock what it waits for
 * @param holder the thread that holds it
 */
public record LockWait(Owner waiter, LockId lock, Owner holder) {

	/**
	 * Describe a thread as in a dump.
	 * @param thread the thread
	 * @return its name, if known, and its identifier, such as {@code "main" #1}
	 */
	static String word(Owner thread) {
		return ((thread.name() != null) ? "\"" + thread.name() + "\" " : "") + "#" + thread.id();
	}

	/**
	 * Describe what the thread waits for.
	 * @param whereabouts knows where the waiting thread stands
	 * @return the words
	 */
	public String words(Whereabouts whereabouts) {
		return "%s waits for %s held by %s".formatted(whereabouts.of(this.waiter), this.lock, word(this.holder));
	}

}
