package io.github.gmr.section.jvm;

import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Locale;

import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Table;
import io.github.gmr.section.ReportSection;

/**
 * Tells what the JVM uses its memory for and what collecting garbage costs.
 *
 * <pre>
 * heap = 81 MB of 512 MB, 128 MB committed
 * non-heap = 97 MB, 99 MB committed
 * pools =
 *   pool        type      used   committed  max     after collection
 *   G1 Old Gen  heap      61 MB  84 MB      512 MB  58 MB
 *   Metaspace   non-heap  71 MB  72 MB
 * buffers =
 *   pool    buffers  used    capacity
 *   direct  12       98 KB   98 KB
 * collectors =
 *   collector            collections  time    last cause             last took  last ended
 *   G1 Young Generation  12           141 ms  G1 Evacuation Pause    9 ms       3412 ms ago
 * time in collections = 0.2 % of the last PT3H12M
 * classes = 14211 loaded, 12 unloaded
 * </pre>
 *
 * The time in collections is that since the last report, or since the start of the JVM
 * for the first one. Reports that follow each other within a minute share their interval,
 * so that one collection between two of them does not look like many.
 */
public final class MemorySection implements ReportSection, AutoCloseable {

	static final String TITLE = "Memory";

	private final MemoryOptions options;

	private final MemoryBeans beans;

	private final GarbageCollections collections;

	private final CollectionTime time;

	/**
	 * Create the section for this JVM.
	 * @param options when it raises findings
	 */
	public MemorySection(MemoryOptions options) {
		this(options, MemoryBeans.ofThisJvm());
	}

	MemorySection(MemoryOptions options, MemoryBeans beans) {
		this.options = options;
		this.beans = beans;
		this.collections = new GarbageCollections(beans);
		this.time = new CollectionTime(beans);
	}

	@Override
	public Content content() {
		return Content.fields((fields) -> {
			new MemoryFindings(this.options, this.beans, this.collections).addTo(fields);
			addTotals(fields, this.beans.memory());
			fields.attempt("pools", this::pools);
			fields.attempt("buffers", this::buffers);
			fields.attempt("collectors", this.collections::table);
			addCollectionTime(fields);
			fields.attempt("classes", () -> String.format(Locale.ROOT, "%d loaded, %d unloaded",
					this.beans.classes().getLoadedClassCount(), this.beans.classes().getUnloadedClassCount()));
		});
	}

	/**
	 * Stop listening to collections.
	 */
	@Override
	public void close() {
		this.collections.close();
	}

	private static void addTotals(FieldsBuilder fields, MemoryMXBean memory) {
		fields.attempt("heap", () -> total(memory.getHeapMemoryUsage()));
		fields.attempt("non-heap", () -> total(memory.getNonHeapMemoryUsage()));
	}

	private static String total(MemoryUsage usage) {
		String limit = (usage.getMax() > 0) ? " of " + ByteSize.of(usage.getMax()) : "";
		return "%s%s, %s committed".formatted(ByteSize.of(usage.getUsed()), limit, ByteSize.of(usage.getCommitted()));
	}

	private Table pools() {
		return Content.table(this.beans.pools(), (table) -> {
			table.column("pool", MemoryPoolMXBean::getName);
			table.column("type", (pool) -> (pool.getType() == MemoryType.HEAP) ? "heap" : "non-heap");
			table.column("used", (pool) -> ByteSize.of(pool.getUsage().getUsed()));
			table.column("committed", (pool) -> ByteSize.of(pool.getUsage().getCommitted()));
			table.column("max", (pool) -> ByteSize.of(pool.getUsage().getMax()));
			table.column("after collection", this::afterCollection);
		});
	}

	private Table buffers() {
		return Content.table(this.beans.buffers(), (table) -> {
			table.column("pool", (pool) -> pool.getName());
			table.column("buffers", (pool) -> pool.getCount());
			table.column("used", (pool) -> ByteSize.of(pool.getMemoryUsed()));
			table.column("capacity", (pool) -> ByteSize.of(pool.getTotalCapacity()));
		});
	}

	private void addCollectionTime(FieldsBuilder fields) {
		CollectionTime.Share share = this.time.measure();
		fields.add("time in collections", share.toString());
		if (share.isTelling() && share.percent() >= this.options.collecting()) {
			fields.add(Content.warning("Garbage collections took %s", share).next(TITLE));
		}
	}

	private String afterCollection(MemoryPoolMXBean pool) {
		MemoryUsage usage = this.collections.after(pool);
		return (usage != null) ? ByteSize.of(usage.getUsed()) : "";
	}

}
