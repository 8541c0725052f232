package io.github.gmr.section.activity;

import org.jspecify.annotations.Nullable;

/**
 * Knows which executors threads belong to. Implementations are thread-safe, and ask no
 * code of the application.
 */
@FunctionalInterface
public interface ThreadExecutors {

	/**
	 * Knows none.
	 */
	ThreadExecutors NONE = (thread) -> null;

	/**
	 * Return the executor that a thread was made for.
	 * @param thread the identifier of the thread
	 * @return the name of its bean, {@code null} if it is not known
	 */
	@Nullable String bean(long thread);

}
