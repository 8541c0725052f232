package io.github.gmr.section.lock;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.thread.LockId;
import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.content.thread.ThreadLock.Owner;
import io.github.gmr.content.thread.ThreadLock.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Knows what a platform thread holds and waits for.
 */
public final class PlatformLocks {

	private PlatformLocks() {
	}

	/**
	 * Return the lock a thread waits for, if any, and then the monitors it holds.
	 * @param thread the thread
	 * @return the locks
	 */
	public static List<ThreadLock> of(ThreadInfo thread) {
		MonitorInfo[] monitors = thread.getLockedMonitors();
		ThreadLock awaited = awaited(thread);
		if (monitors.length == 0) {
			return (awaited != null) ? List.of(awaited) : List.of();
		}
		List<ThreadLock> locks = new ArrayList<>(monitors.length + 1);
		if (awaited != null) {
			locks.add(awaited);
		}
		for (MonitorInfo monitor : monitors) {
			locks.add(new ThreadLock(Relation.LOCKED, monitor.getLockedStackDepth(), monitor.getClassName(),
					monitor.getIdentityHashCode(), null));
		}
		return locks;
	}

	private static @Nullable ThreadLock awaited(ThreadInfo thread) {
		LockInfo lock = thread.getLockInfo();
		return (lock != null)
				? new ThreadLock(relation(thread), 0, lock.getClassName(), lock.getIdentityHashCode(), owner(thread))
				: null;
	}

	/**
	 * Return which other thread a thread waits for.
	 * @param thread the thread
	 * @return the lock and its holder, or {@code null} if it waits for no other thread
	 */
	public static @Nullable LockWait waitOf(ThreadInfo thread) {
		LockInfo lock = thread.getLockInfo();
		Owner holder = owner(thread);
		return (lock != null && holder != null) ? new LockWait(new Owner(thread.getThreadId(), thread.getThreadName()),
				new LockId(lock.getClassName(), lock.getIdentityHashCode()), holder) : null;
	}

	/**
	 * Return the holders of the locks that threads wait for.
	 * @param threads the identifiers of the threads
	 * @return the holders
	 */
	public static Map<LockId, Owner> holders(List<Long> threads) {
		long[] ids = threads.stream().mapToLong(Long::longValue).toArray();
		Map<LockId, Owner> holders = new HashMap<>();
		for (ThreadInfo thread : ManagementFactory.getThreadMXBean().getThreadInfo(ids)) {
			LockWait wait = (thread != null) ? waitOf(thread) : null;
			if (wait != null) {
				holders.put(wait.lock(), wait.holder());
			}
		}
		return holders;
	}

	private static Relation relation(ThreadInfo thread) {
		if (thread.getThreadState() == Thread.State.BLOCKED) {
			return Relation.WAITING_TO_LOCK;
		}
		StackTraceElement[] stack = thread.getStackTrace();
		return (stack.length == 0 || stack[0].getClassName().equals("java.lang.Object")) ? Relation.WAITING_ON
				: Relation.PARKING_TO_WAIT_FOR;
	}

	private static @Nullable Owner owner(ThreadInfo thread) {
		return (thread.getLockOwnerId() >= 0) ? new Owner(thread.getLockOwnerId(), thread.getLockOwnerName()) : null;
	}

}
