package io.github.gmr.section.lock;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.thread.LockId;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many threads wait for each lock.
 */
public final class ContendedLocks {

	private static final int MAX = 10_000;

	private final Map<LockId, Long> waiters = new HashMap<>();

	/**
	 * Count a thread that waits for a lock. Beyond 10,000 locks only those seen before
	 * are counted.
	 * @param lock the lock
	 */
	public void add(LockId lock) {
		if (this.waiters.size() < MAX || this.waiters.containsKey(lock)) {
			this.waiters.merge(lock, 1L, Long::sum);
		}
	}

	/**
	 * Return the lock that most threads wait for.
	 * @return the lock, or {@code null} if there is none
	 */
	public @Nullable LockId most() {
		return this.waiters.entrySet()
			.stream()
			.max(Map.Entry.<LockId, Long>comparingByValue()
				.thenComparing(Map.Entry::getKey, Comparator.comparing(LockId::toString)))
			.map(Map.Entry::getKey)
			.orElse(null);
	}

	/**
	 * Return a finding about a lock that many threads wait for.
	 * @param lock the lock
	 * @param waiters how many threads wait for it
	 * @param holder words for the thread that holds it
	 * @return the finding
	 */
	public static Finding finding(LockId lock, long waiters, String holder) {
		return Content.warning("%d threads wait for one lock, %s, held by %s", waiters, lock, holder);
	}

	/**
	 * Return how many threads wait for a lock.
	 * @param lock the lock
	 * @return the number of threads
	 */
	public long waiters(LockId lock) {
		return this.waiters.getOrDefault(lock, 0L);
	}

}
