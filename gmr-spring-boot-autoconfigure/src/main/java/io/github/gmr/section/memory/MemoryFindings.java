package io.github.gmr.section.memory;

import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.text.ByteSize;
import io.github.gmr.content.text.Share;

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
		return addIfNearlyFull(fields, "The heap", " after the last collection", new Share(live, max),
				this.options.heap());
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
					new Share(usage.getUsed(), usage.getMax()), this.options.heap());
		}
	}

	private void addClasses(FieldsBuilder fields, MemoryPoolMXBean pool) {
		if (MemoryBeans.holdsClasses(pool)) {
			MemoryUsage usage = pool.getUsage();
			addIfNearlyFull(fields, pool.getName(), "", new Share(usage.getUsed(), usage.getMax()),
					this.options.metaspace());
		}
	}

	private static boolean addIfNearlyFull(FieldsBuilder fields, String what, String when, Share used, int percent) {
		if (used.reaches(percent)) {
			fields.add(
					Content
						.warning("%s is nearly full: %s of %s are in use%s", what, new ByteSize(used.part()),
								new ByteSize(used.whole()), when)
						.next(MemorySection.TITLE));
		}
		return used.reaches(percent);
	}

}
