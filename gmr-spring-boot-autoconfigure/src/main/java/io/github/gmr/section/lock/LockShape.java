package io.github.gmr.section.lock;

import java.util.ArrayList;
import java.util.List;

import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.content.thread.ThreadLock.Relation;

/**
 * What must be the same about the locks of threads in one group: all but the identity,
 * and the identity, too, if another thread holds what they wait for.
 *
 * @param relation what the thread has to do with the lock
 * @param depth the index of the frame
 * @param className the class of the lock
 * @param identity the identity of a lock that is held by another thread, otherwise 0
 */
public record LockShape(Relation relation, int depth, String className, int identity) {

	/**
	 * Return the shapes of the locks of a thread.
	 * @param locks the locks
	 * @return the shapes in the same order
	 */
	public static List<LockShape> of(List<ThreadLock> locks) {
		List<LockShape> shapes = new ArrayList<>(locks.size());
		locks.forEach((lock) -> shapes.add(of(lock)));
		return shapes;
	}

	private static LockShape of(ThreadLock lock) {
		return new LockShape(lock.relation(), lock.depth(), lock.className(),
				(lock.owner() != null) ? lock.identity() : 0);
	}

}
