package io.github.gmr.section.lock;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.thread.LockId;
import io.github.gmr.content.thread.ThreadLock.Owner;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many threads wait for each lock.
 */
public final class ContendedLocks {

	/**
	 * The check for a lock that many threads wait for.
	 */
	public static final Check CHECK = new Check("lock-contended");

	private static final int MAX = 10_000;

	private static final int MAX_SHOWN = 10;

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
		return sorted().findFirst().orElse(null);
	}

	/**
	 * Return the locks that many threads wait for.
	 * @param limit how many are many
	 * @return the locks that most threads wait for first, ten at most
	 */
	public List<LockId> above(int limit) {
		return sorted().filter((lock) -> waiters(lock) >= limit).limit(MAX_SHOWN).toList();
	}

	private Stream<LockId> sorted() {
		return this.waiters.entrySet()
			.stream()
			.sorted(Map.Entry.<LockId, Long>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry::getKey, Comparator.comparing(LockId::toString)))
			.map(Map.Entry::getKey);
	}

	/**
	 * Return that many threads wait for a lock.
	 * @param lock the lock
	 * @param holder the thread that holds it, {@code null} if it is not known
	 * @param words words for that thread
	 * @param threads those that wait, as far as they are known
	 * @param title the title of the section about these threads
	 * @return the finding
	 */
	public Finding finding(LockId lock, @Nullable Owner holder, String words, Collection<Long> threads, String title) {
		long waiters = waiters(lock);
		return Content.warning("%d threads wait for one lock, %s, held by %s", waiters, lock, words)
			.subject("lock " + lock)
			.evidence("waiting", waiters)
			.threads(threads)
			.holders((holder != null) ? List.of(holder.id()) : List.of())
			.next(title, (holder != null) ? "#" + holder.id() : null);
	}

	/**
	 * Return what was found. A lock that many want and that is not in the way has no
	 * level.
	 * @param findings the locks that are in the way
	 * @param limit how many threads that wait are many
	 * @return the result
	 */
	public Check.Result check(List<Finding> findings, int limit) {
		LockId most = most();
		long waiters = (most != null) ? waiters(most) : 0;
		return CHECK.ofAll(findings,
				(findings.isEmpty() && waiters >= limit) ? null : Level.of(waiters, limit, "threads"));
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
