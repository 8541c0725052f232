package io.github.gmr.section.lock;

import io.github.gmr.content.thread.ThreadLock;

/**
 * What tells one lock from another: two of the same class and the same identity hash code
 * are taken for one.
 *
 * @param className the class of the lock
 * @param identity its identity hash code
 */
public record LockId(String className, int identity) {

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
