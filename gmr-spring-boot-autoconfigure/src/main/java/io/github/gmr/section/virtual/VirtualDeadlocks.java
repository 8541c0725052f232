package io.github.gmr.section.virtual;

import java.util.ArrayList;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.section.lock.LockCycle;
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

	List<Finding> findings(Whereabouts whereabouts) {
		List<Finding> findings = new ArrayList<>();
		this.certain.forEach((cycle) -> findings.add(Content.critical("Deadlock of %s", cycle.words(whereabouts))));
		this.possible
			.forEach((cycle) -> findings.add(Content.warning("Possible deadlock of %s", cycle.words(whereabouts))));
		return findings.stream().map((finding) -> finding.next(GreenThreadsSection.TITLE)).toList();
	}

}
