package io.github.gmr.section.lock;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;

/**
 * Findings about deadlocks.
 *
 * @param waits which thread waits for which, those that wait for a thread in a deadlock
 * included
 * @param whereabouts where the threads stand
 */
public record Deadlocks(Collection<LockWait> waits, Whereabouts whereabouts) {

	/**
	 * The check for deadlocks of monitors and locks that have an owner.
	 */
	public static final Check CHECK = new Check("threads-deadlocked");

	/**
	 * Return a finding about a deadlock.
	 * @param cycle the threads
	 * @return the finding
	 */
	public Finding certain(LockCycle cycle) {
		return detailed(Content.critical("Deadlock of %d threads", cycle.waits().size()), cycle);
	}

	/**
	 * Return a finding about what may be a deadlock.
	 * @param cycle the threads
	 * @return the finding
	 */
	public Finding possible(LockCycle cycle) {
		return detailed(Content.warning("Possible deadlock of %d threads", cycle.waits().size()), cycle);
	}

	private Finding detailed(Finding finding, LockCycle cycle) {
		List<Long> threads = cycle.waits().stream().map((wait) -> wait.waiter().id()).toList();
		Set<Long> suffering = suffering(threads);
		return finding.evidence("deadlocked", threads.size())
			.evidence("waiting behind them", suffering.size() - threads.size())
			.threads(suffering)
			.holders(threads)
			.chain(cycle.waits().stream().map((wait) -> wait.words(this.whereabouts)).toList());
	}

	/**
	 * Returns the threads of a deadlock, and those that wait for one of them, directly or
	 * not.
	 */
	private Set<Long> suffering(List<Long> threads) {
		Set<Long> suffering = new LinkedHashSet<>(threads);
		boolean more = true;
		while (more) {
			more = this.waits.stream()
				.filter((wait) -> suffering.contains(wait.holder().id()))
				.map((wait) -> suffering.add(wait.waiter().id()))
				.reduce(false, Boolean::logicalOr);
		}
		return suffering;
	}

}
