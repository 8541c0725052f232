package io.github.gmr.section.jvm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Threads each of which waits for a lock that the next one holds, the last one for a lock
 * of the first.
 *
 * @param waits the threads and what they wait for
 */
record LockCycle(List<LockWait> waits) {

	LockCycle {
		waits = List.copyOf(waits);
	}

	/**
	 * Find all cycles.
	 * @param waits who waits for whom
	 * @return the cycles
	 */
	static List<LockCycle> find(Iterable<LockWait> waits) {
		Map<Long, LockWait> byThread = new HashMap<>();
		waits.forEach((wait) -> byThread.put(wait.id(), wait));
		List<LockCycle> cycles = new ArrayList<>();
		Set<LockWait> seen = new HashSet<>();
		for (LockWait wait : waits) {
			LockCycle cycle = follow(wait, byThread, seen);
			if (cycle != null) {
				cycles.add(cycle);
			}
		}
		return cycles;
	}

	private static @Nullable LockCycle follow(LockWait start, Map<Long, LockWait> waits, Set<LockWait> seen) {
		Set<LockWait> path = new LinkedHashSet<>();
		LockWait wait = start;
		while (wait != null && seen.add(wait)) {
			path.add(wait);
			wait = waits.get(wait.holder());
		}
		if (wait == null || !path.contains(wait)) {
			return null;
		}
		List<LockWait> cycle = new ArrayList<>(path);
		return new LockCycle(cycle.subList(cycle.indexOf(wait), cycle.size()));
	}

	Finding finding(String section) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < this.waits.size(); i++) {
			LockWait holder = this.waits.get((i + 1) % this.waits.size());
			text.append((i > 0) ? ", " : "").append(this.waits.get(i)).append(" held by ").append(holder.thread());
		}
		return Content.critical("Deadlock of %d threads: %s", this.waits.size(), text).next(section);
	}

}
