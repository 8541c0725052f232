package io.github.gmr.section.jvm;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Counts how many threads wait for each lock.
 */
final class WantedLocks {

	private static final int MAX = 10_000;

	private final Map<LockId, Long> waiters = new HashMap<>();

	void add(LockId lock) {
		if (this.waiters.size() < MAX || this.waiters.containsKey(lock)) {
			this.waiters.merge(lock, 1L, Long::sum);
		}
	}

	/**
	 * Return the lock that most threads wait for.
	 * @return the lock, or {@code null} if there is none
	 */
	@Nullable LockId most() {
		return this.waiters.entrySet()
			.stream()
			.max(Map.Entry.<LockId, Long>comparingByValue()
				.thenComparing(Map.Entry::getKey, Comparator.comparing(LockId::toString)))
			.map(Map.Entry::getKey)
			.orElse(null);
	}

	long waiters(LockId lock) {
		return this.waiters.getOrDefault(lock, 0L);
	}

}
