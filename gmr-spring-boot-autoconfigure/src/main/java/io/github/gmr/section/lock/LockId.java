package io.github.gmr.section.lock;

import io.github.gmr.content.thread.ThreadLock;

/**
 * Identifies a lock: two of the same class and the same identity hash code are taken for
 * one.
 *
 * @param className the class of the lock
 * @param identity its identity hash code
 */
public record LockId(String className, int identity) {

	/**
	 * Return the identifier of a lock.
	 * @param lock the lock
	 * @return its identifier
	 */
	public static LockId of(ThreadLock lock) {
		return new LockId(lock.className(), lock.identity());
	}

	@Override
	public int hashCode() {
		return this.identity;
	}

	@Override
	public String toString() {
		return "<0x%016x> (a %s)".formatted(this.identity, this.className);
	}

}
