package io.github.gmr.section.memory;

import java.lang.management.GarbageCollectorMXBean;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Follows how many errors were thrown. The JVM is asked once in a minute at most, and
 * only if it has collected garbage since: it does so before it throws one. With many
 * threads its answer is long. Used by one thread at a time.
 */
final class FollowedErrors {

	private final SlowCommand information;

	private final List<GarbageCollectorMXBean> collectors;

	private long collections = -1;

	private @Nullable Long count;

	/**
	 * Follow the errors.
	 * @param information what the JVM says about itself, not too often
	 * @param collectors the garbage collectors
	 */
	FollowedErrors(SlowCommand information, List<GarbageCollectorMXBean> collectors) {
		this.information = information;
		this.collectors = collectors;
	}

	/**
	 * Count the errors.
	 * @return their number since the start, {@code null} if it is not known anew
	 */
	@Nullable Long next() {
		if (!this.information.isDue()) {
			return null;
		}
		long collections = collections();
		if (collections != this.collections || this.count == null) {
			this.count = ThrownErrors.of(this.information.answer()).count();
			this.collections = collections;
		}
		return this.count;
	}

	private long collections() {
		long collections = 0;
		for (GarbageCollectorMXBean collector : this.collectors) {
			collections += collector.getCollectionCount();
		}
		return collections;
	}

}
