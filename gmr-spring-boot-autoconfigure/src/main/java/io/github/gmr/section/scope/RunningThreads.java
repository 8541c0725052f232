package io.github.gmr.section.scope;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Knows threads that do work now. For built-in sections. Implementations are thread-safe.
 */
@FunctionalInterface
public interface RunningThreads {

	/**
	 * Knows no threads.
	 */
	RunningThreads NONE = List::of;

	/**
	 * Return the threads that do work now, virtual or not.
	 * @return the threads
	 */
	Collection<Thread> threads();

	/**
	 * Return all that several know.
	 * @param all know some
	 * @return knows them all
	 */
	static RunningThreads of(Collection<? extends RunningThreads> all) {
		return () -> all.stream().<Thread>flatMap(RunningThreads::stream).distinct().toList();
	}

	private static Stream<Thread> stream(RunningThreads some) {
		return some.threads().stream();
	}

}
