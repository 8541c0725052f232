package io.github.gmr.section.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.gmr.content.Finding;
import io.github.gmr.section.lock.Deadlocks;
import io.github.gmr.section.lock.LockCycle;
import io.github.gmr.section.lock.LockWait;
import io.github.gmr.section.lock.Whereabouts;

/**
 * Deadlocks with virtual threads in them. A dump shows every thread at an instant of its
 * own, so a cycle may be an illusion unless a second dump shows it again.
 *
 * @param certain the cycles that two dumps have shown
 * @param possible the cycles that one dump has shown, as there was no time for another
 */
record VirtualDeadlocks(List<LockCycle> certain, List<LockCycle> possible) {

	static final VirtualDeadlocks NONE = new VirtualDeadlocks(List.of(), List.of());

	/**
	 * Compare what two dumps have shown.
	 * @param first the cycles of the first
	 * @param second the cycles of the second
	 * @param complete whether the second is complete
	 * @return the deadlocks
	 */
	static VirtualDeadlocks of(List<LockCycle> first, List<LockCycle> second, boolean complete) {
		List<LockCycle> certain = new ArrayList<>(first);
		certain.removeIf((cycle) -> second.stream().noneMatch(cycle::isSameAs));
		List<LockCycle> possible = new ArrayList<>(first);
		possible.removeAll(certain);
		return new VirtualDeadlocks(certain, complete ? List.of() : possible);
	}

	/**
	 * Return what is found.
	 * @param waits which thread waits for which
	 * @param whereabouts where the threads stand
	 * @return the findings
	 */
	List<Finding> findings(List<LockWait> waits, Whereabouts whereabouts) {
		Deadlocks deadlocks = new Deadlocks(waits, whereabouts);
		Stream<Finding> certain = this.certain.stream()
			.map((cycle) -> deadlocks.certain(cycle).next(GreenThreadsSection.TITLE, cycle.first()));
		Stream<Finding> possible = this.possible.stream()
			.map((cycle) -> deadlocks.possible(cycle).next(GreenThreadsSection.TITLE, cycle.first()));
		return Stream.concat(certain, possible).toList();
	}

}
