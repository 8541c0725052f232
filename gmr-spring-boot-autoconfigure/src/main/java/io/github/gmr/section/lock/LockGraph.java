package io.github.gmr.section.lock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.gmr.content.thread.LockId;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.content.thread.ThreadLock.Owner;
import io.github.gmr.content.thread.ThreadLock.Relation;
import io.github.gmr.section.dump.DumpedThread;
import io.github.gmr.section.dump.ThreadDumpReader;
import org.jspecify.annotations.Nullable;

/**
 * Knows which threads of a dump, platform and virtual ones, wait for which locks, and
 * which threads hold these, as far as the JDK reports it. Of very many threads it knows
 * the first only.
 */
public final class LockGraph implements ThreadDumpReader.Visitor {

	private static final String REENTRANT = "java.util.concurrent.locks.Reentrant";

	private static final int MAX = 50_000;

	private final Map<Owner, ThreadLock> waits = new LinkedHashMap<>();

	private final Map<LockId, Owner> holders = new HashMap<>();

	private final Set<Long> virtual = new HashSet<>();

	private boolean incomplete;

	@Override
	public void thread(DumpedThread thread) {
		List<ThreadLock> locks = thread.locks();
		if (locks.stream().noneMatch((lock) -> isWanted(lock) || isHeld(lock, locks))) {
			return;
		}
		if (this.waits.size() >= MAX || this.holders.size() >= MAX) {
			this.incomplete = true;
			return;
		}
		Owner owner = new Owner(thread.id(), thread.name());
		if (thread.virtual()) {
			this.virtual.add(thread.id());
		}
		locks.stream().filter(LockGraph::isWanted).forEach((lock) -> addWait(owner, lock));
		locks.stream().filter((lock) -> isHeld(lock, locks)).forEach((lock) -> this.holders.put(lock.id(), owner));
	}

	private void addWait(Owner thread, ThreadLock lock) {
		this.waits.put(thread, lock);
		if (lock.owner() != null) {
			this.holders.put(lock.id(), lock.owner());
		}
	}

	/**
	 * Return whether a thread that waits for a lock may do so because another thread
	 * holds it.
	 * @param lock the lock
	 * @return whether it may
	 */
	public static boolean isWanted(ThreadLock lock) {
		return switch (lock.relation()) {
			case WAITING_TO_LOCK -> true;
			case PARKING_TO_WAIT_FOR -> lock.owner() != null || lock.className().startsWith(REENTRANT);
			default -> false;
		};
	}

	/**
	 * Return whether a thread holds a monitor it has locked: it does not while it waits
	 * to be notified.
	 */
	private static boolean isHeld(ThreadLock lock, List<ThreadLock> all) {
		return lock.relation() == Relation.LOCKED && all.stream()
			.noneMatch((other) -> other.relation() != Relation.LOCKED && other.id().equals(lock.id()));
	}

	/**
	 * Learn the holders of the locks of java.util.concurrent that platform threads wait
	 * for, which are not in the dump.
	 * @param holders returns the holders, by lock, of what platform threads wait for
	 */
	public void complete(LockHolders holders) {
		List<Long> parked = new ArrayList<>();
		this.waits.forEach((thread, lock) -> {
			if (lock.relation() == Relation.PARKING_TO_WAIT_FOR && !this.virtual.contains(thread.id())) {
				parked.add(thread.id());
			}
		});
		if (!parked.isEmpty() && !this.virtual.isEmpty()) {
			this.holders.putAll(holders.of(parked));
		}
	}

	/**
	 * Add the holders of the locks a thread waits for.
	 * @param thread the thread
	 * @return the thread with all that is known
	 */
	public ThreadEntry withHolders(ThreadEntry thread) {
		return thread.locks().isEmpty() ? thread : new ThreadEntry(thread.id(), thread.name(), thread.facts(),
				thread.locks().stream().map(this::withHolder).toList());
	}

	private ThreadLock withHolder(ThreadLock lock) {
		Owner holder = isWanted(lock) ? this.holders.get(lock.id()) : null;
		return (holder != null)
				? new ThreadLock(lock.relation(), lock.depth(), lock.className(), lock.identity(), holder) : lock;
	}

	/**
	 * Return the thread that holds a lock.
	 * @param lock the lock
	 * @return the holder, or {@code null} if it is not known
	 */
	public @Nullable Owner holder(LockId lock) {
		return this.holders.get(lock);
	}

	/**
	 * Return how many threads wait for a lock whose holder is not known.
	 * @return the number of threads
	 */
	public long unknownHolders() {
		return this.waits.values().stream().filter((lock) -> !this.holders.containsKey(lock.id())).count();
	}

	/**
	 * Return whether there were more threads than it knows.
	 * @return whether some are missing
	 */
	public boolean isIncomplete() {
		return this.incomplete;
	}

	/**
	 * Return the cycles with a virtual thread in them.
	 * @return the cycles
	 */
	public List<LockCycle> cycles() {
		return LockCycle.find(waits())
			.stream()
			.filter((cycle) -> cycle.waits().stream().anyMatch((wait) -> this.virtual.contains(wait.waiter().id())))
			.toList();
	}

	/**
	 * Return the platform threads that wait for a virtual thread. The JVM's own
	 * management interface takes them for runnable if they wait for a monitor.
	 * @return which thread waits for which
	 */
	public List<LockWait> platformWaits() {
		return waits().stream()
			.filter((wait) -> !this.virtual.contains(wait.waiter().id()) && this.virtual.contains(wait.holder().id()))
			.toList();
	}

	/**
	 * Return which thread waits for which.
	 * @return the waits whose holder is known
	 */
	public List<LockWait> waits() {
		List<LockWait> waits = new ArrayList<>();
		this.waits.forEach((thread, lock) -> {
			Owner holder = this.holders.get(lock.id());
			if (holder != null) {
				waits.add(new LockWait(thread, lock.id(), holder));
			}
		});
		return waits;
	}

	/**
	 * Knows the holders of locks.
	 */
	public interface LockHolders {

		/**
		 * Return the holders of the locks that threads wait for.
		 * @param threads the identifiers of the threads
		 * @return the holders
		 */
		Map<LockId, Owner> of(List<Long> threads);

	}

}
