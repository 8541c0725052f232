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

	public void add(LockId lock) {
		if (this.waiters.size() < MAX || this.waiters.containsKey(lock)) {
			this.waiters.merge(lock, 1L, Long::sum);
		}
	}

	/**
	 * Return the lock that most threads wait for.
	 * @return the lock, or {@code null} if there is none
	 */
	@Nullable public LockId most() {
		return this.waiters.entrySet()
			.stream()
			.max(Map.Entry.<LockId, Long>comparingByValue()
				.thenComparing(Map.Entry::getKey, Comparator.comparing(LockId::toString)))
			.map(Map.Entry::getKey)
			.orElse(null);
	}

	/**
	 * Return a finding about a lock that many want.
	 * @param lock the lock
	 * @param waiters how many want it
	 * @param holder who holds it, in words
	 * @return the finding
	 */
	public static Finding finding(LockId lock, long waiters, String holder) {
		return Content.warning("%d threads wait for one lock, %s, held by %s", waiters, lock, holder);
	}

	public long waiters(LockId lock) {
		return this.waiters.getOrDefault(lock, 0L);
	}

}
