package io.github.gmr.section.memory;

import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.text.ByteSize;

/**
 * Finds out whether memory is nearly used up by what stays: what lives in the heap after
 * a collection, and classes.
 */
final class MemoryFindings {

	private final MemoryOptions options;

	private final GarbageCollections collections;

	private final MemoryBeans beans;

	MemoryFindings(MemoryOptions options, MemoryBeans beans, GarbageCollections collections) {
		this.options = options;
		this.beans = beans;
		this.collections = collections;
	}

	void addTo(FieldsBuilder fields) {
		if (!addHeap(fields)) {
			this.beans.pools().forEach((pool) -> addOldGeneration(fields, pool));
		}
		this.beans.pools().forEach((pool) -> addClasses(fields, pool));
	}

	private boolean addHeap(FieldsBuilder fields) {
		long max = this.beans.memory().getHeapMemoryUsage().getMax();
		long live = 0;
		for (MemoryPoolMXBean pool : this.beans.pools()) {
			MemoryUsage usage = (pool.getType() == MemoryType.HEAP) ? this.collections.after(pool) : null;
			live += (usage != null) ? usage.getUsed() : 0;
		}
		return addIfNearlyFull(fields, "The heap", " after the last collection",
				new Level(live, max, this.options.heap()));
	}

	/**
	 * Adds a finding if the old generation is full. It is the only pool of the heap that
	 * can watch a threshold; the others are full at any time.
	 */
	private void addOldGeneration(FieldsBuilder fields, MemoryPoolMXBean pool) {
		boolean old = pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported();
		MemoryUsage usage = old ? this.collections.after(pool) : null;
		if (usage != null) {
			addIfNearlyFull(fields, pool.getName(), " after the last collection",
					new Level(usage.getUsed(), usage.getMax(), this.options.heap()));
		}
	}

	private void addClasses(FieldsBuilder fields, MemoryPoolMXBean pool) {
		if (MemoryBeans.holdsClasses(pool)) {
			MemoryUsage usage = pool.getUsage();
			addIfNearlyFull(fields, pool.getName(), "",
					new Level(usage.getUsed(), usage.getMax(), this.options.metaspace()));
		}
	}

	private static boolean addIfNearlyFull(FieldsBuilder fields, String what, String when, Level level) {
		if (level.isReached()) {
			fields.add(
					Content
						.warning("%s is nearly full: %s of %s are in use%s", what, new ByteSize(level.used()),
								new ByteSize(level.max()), when)
						.next(MemorySection.TITLE));
		}
		return level.isReached();
	}

	/**
	 * How full something is.
	 *
	 * @param used how much of it is in use
	 * @param max how much there may be, not positive if there is no limit
	 * @param percent from where on it is nearly full
	 */
	private record Level(long used, long max, int percent) {

		boolean isReached() {
			return this.max > 0 && 100.0 * this.used / this.max >= this.percent;
		}

	}

}
