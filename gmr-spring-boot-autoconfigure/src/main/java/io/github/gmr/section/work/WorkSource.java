package io.github.gmr.section.work;

import java.util.Collection;
import java.util.List;

/**
 * Knows work that runs now. For built-in sections. Implementations are thread-safe.
 */
@FunctionalInterface
public interface WorkSource {

	/**
	 * Knows no work.
	 */
	WorkSource NONE = List::of;

	/**
	 * Return the work that runs now, but for the parts of other work.
	 * @return the work, which may change at any time
	 */
	Collection<? extends Work> running();

}
