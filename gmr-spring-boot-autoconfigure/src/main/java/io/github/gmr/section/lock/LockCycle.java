package io.github.gmr.section.lock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Threads each of which waits for a lock that the next one holds, the last one for a lock
 * of the first.
 *
 * @param waits the threads and what they wait for
 */
public record LockCycle(List<LockWait> waits) {

	public LockCycle {
		waits = List.copyOf(waits);
	}

	/**
	 * Find all cycles.
	 * @param waits which thread waits for which, a thread once at most
	 * @return the cycles
	 */
	public static List<LockCycle> find(Collection<LockWait> waits) {
		Map<Long, LockWait> byWaiter = new HashMap<>();
		waits.forEach((wait) -> byWaiter.put(wait.waiter().id(), wait));
		List<LockCycle> cycles = new ArrayList<>();
		Set<Long> seen = new HashSet<>();
		for (LockWait wait : waits) {
			LockCycle cycle = follow(wait, byWaiter, seen);
			if (cycle != null) {
				cycles.add(cycle);
			}
		}
		return cycles;
	}

	private static @Nullable LockCycle follow(LockWait start, Map<Long, LockWait> waits, Set<Long> seen) {
		if (!waits.containsKey(start.holder().id())) {
			return null;
		}
		Set<LockWait> path = new LinkedHashSet<>();
		LockWait wait = start;
		while (wait != null && seen.add(wait.waiter().id())) {
			path.add(wait);
			wait = waits.get(wait.holder().id());
		}
		if (wait == null || !path.contains(wait)) {
			return null;
		}
		List<LockWait> cycle = new ArrayList<>(path);
		return new LockCycle(cycle.subList(cycle.indexOf(wait), cycle.size()));
	}

	/**
	 * Return the thread to look at first.
	 * @return its identifier, such as {@code "#31"}
	 */
	public String first() {
		return "#" + this.waits.get(0).waiter().id();
	}

	/**
	 * Return whether another cycle is made of the same threads and locks.
	 * @param other the other cycle
	 * @return whether it is
	 */
	public boolean isSameAs(LockCycle other) {
		return new HashSet<>(this.waits).equals(new HashSet<>(other.waits));
	}

}
