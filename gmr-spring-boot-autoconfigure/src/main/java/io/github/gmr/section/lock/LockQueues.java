package io.github.gmr.section.lock;

import java.lang.management.LockInfo;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.gmr.content.thread.LockId;
import io.github.gmr.content.thread.ThreadLock.Owner;

/**
 * Knows who is at the head of the queue for a read/write lock that no thread has for
 * writing: others have it for reading, maybe the one at the head, too, and all that come
 * later wait behind that one.
 */
public final class LockQueues {

	private static final String READ_WRITE = "java.util.concurrent.locks.ReentrantReadWriteLock$";

	private static final String WRITE = READ_WRITE + "WriteLock";

	private LockQueues() {
	}

	/**
	 * Return which threads wait behind which others.
	 * @param threads all threads
	 * @param unmoved returns for how long a thread has stood still
	 * @return a wait of each thread that is not at the head of its queue
	 */
	public static List<LockWait> of(List<ThreadInfo> threads, Function<ThreadInfo, Duration> unmoved) {
		Map<LockId, List<ThreadInfo>> queues = new LinkedHashMap<>();
		for (ThreadInfo thread : threads) {
			LockInfo lock = thread.getLockInfo();
			if (lock != null && thread.getLockOwnerId() < 0 && lock.getClassName().startsWith(READ_WRITE)) {
				queues
					.computeIfAbsent(new LockId(lock.getClassName(), lock.getIdentityHashCode()),
							(id) -> new ArrayList<>(1))
					.add(thread);
			}
		}
		List<LockWait> waits = new ArrayList<>();
		queues.forEach((lock, queue) -> queue.stream()
			.filter(LockQueues::writes)
			.max(Comparator.comparing(unmoved))
			.ifPresent((head) -> queue.stream()
				.filter((thread) -> thread != head)
				.forEach((thread) -> waits.add(new LockWait(owner(thread), lock, owner(head))))));
		return waits;
	}

	private static boolean writes(ThreadInfo thread) {
		return Arrays.stream(thread.getStackTrace()).anyMatch((frame) -> frame.getClassName().equals(WRITE));
	}

	private static Owner owner(ThreadInfo thread) {
		return new Owner(thread.getThreadId(), thread.getThreadName());
	}

}
