package io.github.gmr.section.memory;

import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.ByteSize;
import io.github.gmr.content.text.Share;

/**
 * Finds out whether memory is nearly used up by what stays: what lives in the heap after
 * a collection, and classes.
 */
final class MemoryFindings {

	static final Check HEAP = new Check("heap-full");

	static final Check CLASSES = new Check("metaspace-full");

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
		return addIfNearlyFull(fields, HEAP, "The heap", " after the last collection", new Share(live, max),
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
			addIfNearlyFull(fields, HEAP, pool.getName(), " after the last collection",
					new Share(usage.getUsed(), usage.getMax()), this.options.heap());
		}
	}

	private void addClasses(FieldsBuilder fields, MemoryPoolMXBean pool) {
		if (MemoryBeans.holdsClasses(pool)) {
			MemoryUsage usage = pool.getUsage();
			addIfNearlyFull(fields, CLASSES, pool.getName(), "", new Share(usage.getUsed(), usage.getMax()),
					this.options.metaspace());
		}
	}

	private static boolean addIfNearlyFull(FieldsBuilder fields, Check check, String what, String when, Share used,
			int percent) {
		boolean full = used.reaches(percent);
		fields.add(check.of(full ? finding(what, when, used) : null, Level.of(used, percent)));
		return full;
	}

	private static Finding finding(String what, String when, Share share) {
		ByteSize used = new ByteSize(share.part());
		ByteSize max = new ByteSize(share.whole());
		return Content.warning("%s is nearly full: %s of %s are in use%s", what, used, max, when)
			.subject(what)
			.evidence("used", used)
			.evidence("max", max)
			.next(MemorySection.TITLE);
	}

}
