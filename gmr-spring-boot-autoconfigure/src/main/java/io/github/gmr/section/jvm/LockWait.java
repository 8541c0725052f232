package io.github.gmr.section.jvm;

import io.github.gmr.content.ThreadLock;

/**
 * A thread and the lock it waits for, which another thread holds.
 *
 * @param id the identifier of the thread
 * @param name its name
 * @param lock the lock
 * @param holder the identifier of the thread that holds it
 */
record LockWait(long id, String name, ThreadLock lock, long holder) {

	String thread() {
		return "\"" + this.name + "\" #" + this.id;
	}

	@Override
	public String toString() {
		return "%s waits for <0x%016x> (a %s)".formatted(thread(), this.lock.identity(), this.lock.className());
	}

}
