package io.github.gmr.section.scope;

import java.util.Collection;
import java.util.Set;

/**
 * What some threads of a snapshot have done since it was taken.
 *
 * @param seen the threads that were looked at again
 * @param moved those of them that have waited or blocked anew meanwhile, have gone on, or
 * have ended
 */
public record SecondLook(Set<Long> seen, Set<Long> moved) {

	/**
	 * No thread was looked at again.
	 */
	static final SecondLook NONE = new SecondLook(Set.of(), Set.of());

	/**
	 * Create a look.
	 * @param seen the threads
	 * @param moved those that have moved
	 */
	public SecondLook {
		seen = Set.copyOf(seen);
		moved = Set.copyOf(moved);
	}

	/**
	 * Return whether one of some threads has moved.
	 * @param threads their identifiers
	 * @return {@code false} if none was looked at
	 */
	public boolean isMovedAny(Collection<Long> threads) {
		return threads.stream().anyMatch(this.moved::contains);
	}

	/**
	 * Return whether more than half of some threads have moved.
	 * @param threads their identifiers
	 * @return {@code false} if none was looked at
	 */
	public boolean areMovedMost(Collection<Long> threads) {
		long seen = threads.stream().filter(this.seen::contains).count();
		return 2 * threads.stream().filter(this.moved::contains).count() > seen;
	}

}
