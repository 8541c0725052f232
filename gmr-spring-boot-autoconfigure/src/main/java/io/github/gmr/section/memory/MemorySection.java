package io.github.gmr.section.memory;

import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Table;
import io.github.gmr.content.text.Share;
import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.hotspot.HotSpotCommands;
import io.github.gmr.section.hotspot.HotSpotFlags;
import io.github.gmr.section.pulse.FigureSource;
import io.github.gmr.section.pulse.Trends;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Shows what the JVM uses its memory for and what collecting garbage costs.
 *
 * <pre>
 * heap =
 *   used = 81 MB
 *   committed = 128 MB
 *   max = 512 MB
 * non-heap =
 *   used = 97 MB
 *   committed = 99 MB
 *   max = None
 * pools =
 *   pool        type      used   committed  max     after collection
 *   G1 Old Gen  heap      61 MB  84 MB      512 MB  58 MB
 *   Metaspace   non-heap  71 MB  72 MB      None    None
 * buffers =
 *   pool    buffers  used    capacity
 *   direct  12       98 KB   98 KB
 * collectors =
 *   collector            collections  time    last cause             last took  since last
 *   G1 Young Generation  12           141 ms  G1 Evacuation Pause    9 ms       3412 ms
 * time in collections = 0.2 % of the last 1 min 3 s
 * classes = 14211 loaded, 12 unloaded
 * </pre>
 *
 * The time in collections is that of the last minute. Where figures are not followed it
 * is that since the last report, or since the start of the JVM for the first one; reports
 * that follow each other within a minute share their interval then, so that one
 * collection between two of them does not look like many.
 */
public final class MemorySection implements BuiltInSection, FigureSource, AutoCloseable {

	/**
	 * The title of the section.
	 */
	public static final String TITLE = "Memory";

	private static final Check COLLECTING = new Check("garbage-collections-long");

	/**
	 * Milliseconds that are enough to judge the time in collections by.
	 */
	private static final long TELLING = Duration.ofSeconds(10).toMillis();

	private final MemoryOptions options;

	private final MemoryBeans beans;

	private final GarbageCollections collections;

	private final CollectionTime time;

	private final JvmFindings findings;

	private final GrowingMemory growing;

	/**
	 * Create the section for this JVM.
	 * @param options when it raises findings
	 * @param workers run what takes the JVM some time
	 */
	public MemorySection(MemoryOptions options, Workers workers) {
		this(options, workers, Trends.NONE);
	}

	/**
	 * Create the section for this JVM.
	 * @param options when it raises findings
	 * @param workers run what takes the JVM some time
	 * @param trends knows how figures have grown
	 */
	public MemorySection(MemoryOptions options, Workers workers, Trends trends) {
		this(options, MemoryBeans.ofThisJvm(), HotSpotFlags.ofThisJvm(), HotSpotCommands.ofThisJvm(), workers, trends);
	}

	MemorySection(MemoryOptions options, MemoryBeans beans, HotSpotFlags flags, HotSpotCommands commands,
			Workers workers, Trends trends) {
		this.options = options;
		this.beans = beans;
		this.findings = new JvmFindings(beans, flags, commands, workers, trends);
		this.collections = new GarbageCollections(beans, options.pause());
		this.time = new CollectionTime(beans, trends);
		this.growing = new GrowingMemory(trends, new OldGeneration(beans.pools(), beans.collectors())::max);
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(800)
			.withAboutJvm()
			.withChecks(Stream
				.concat(Stream.of(MemoryFindings.HEAP, MemoryFindings.CLASSES, LongPause.CHECK, COLLECTING,
						ExplicitCollections.CHECK, GrowingMemory.HEAP, GrowingMemory.CLASSES),
						Stream.of(JvmFindings.CHECKS))
				.toArray(Check[]::new));
	}

	@Override
	public void read(Figures figures) {
		this.findings.read(figures);
	}

	/**
	 * The first report asks the JVM again.
	 */
	@Override
	public ReportSection forWarmUp() {
		JvmFindings findings = this.findings.anew();
		return () -> Content.fields((fields) -> fields.add(ThrownErrors.example()).add("content", content(findings)));
	}

	@Override
	public Content content() {
		return content(this.findings);
	}

	private Content content(JvmFindings findings) {
		return Content.fields((fields) -> {
			new MemoryFindings(this.options, this.beans, this.collections).addTo(fields);
			this.growing.addTo(fields);
			addTotals(fields, this.beans.memory());
			fields.attempt("pools", this::pools);
			fields.attempt("buffers", this::buffers);
			fields.attempt("collectors", this.collections::table);
			fields.add(this.collections.checkPauses());
			addCollectionTime(fields);
			fields.add(this.collections.checkExplicit());
			fields.attempt("classes", () -> String.format(Locale.ROOT, "%d loaded, %d unloaded",
					this.beans.classes().getLoadedClassCount(), this.beans.classes().getUnloadedClassCount()));
			findings.addTo(fields, this.options.direct());
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

	private static Fields total(MemoryUsage usage) {
		return Content.fields((fields) -> {
			fields.add("used", Content.bytes(usage.getUsed()));
			fields.add("committed", Content.bytes(usage.getCommitted()));
			fields.add("max", Content.bytes(usage.getMax()));
		});
	}

	private Table pools() {
		return Content.table(this.beans.pools(), (table) -> {
			table.column("pool", MemoryPoolMXBean::getName);
			table.column("type", (pool) -> (pool.getType() == MemoryType.HEAP) ? "heap" : "non-heap");
			table.column("used", (pool) -> Content.bytes(pool.getUsage().getUsed()));
			table.column("committed", (pool) -> Content.bytes(pool.getUsage().getCommitted()));
			table.column("max", (pool) -> Content.bytes(pool.getUsage().getMax()));
			table.column("after collection", this::afterCollection);
		});
	}

	private Table buffers() {
		return Content.table(this.beans.buffers(), (table) -> {
			table.column("pool", (pool) -> pool.getName());
			table.column("buffers", (pool) -> pool.getCount());
			table.column("used", (pool) -> Content.bytes(pool.getMemoryUsed()));
			table.column("capacity", (pool) -> Content.bytes(pool.getTotalCapacity()));
		});
	}

	private void addCollectionTime(FieldsBuilder fields) {
		Share share = this.time.measure();
		String words = share + " of the last " + TimeSpan.words(Duration.ofMillis(share.whole()));
		fields.add("time in collections", words);
		boolean much = share.whole() >= TELLING && share.reaches(this.options.collecting());
		fields.add(COLLECTING.of(much ? finding(words, share) : null, Level.of(share, this.options.collecting())));
	}

	private static Finding finding(String words, Share share) {
		return Content.warning("Garbage collections took %s", words)
			.evidence("collecting", Duration.ofMillis(share.part()))
			.evidence("interval", Duration.ofMillis(share.whole()))
			.next(TITLE);
	}

	private @Nullable Content afterCollection(MemoryPoolMXBean pool) {
		MemoryUsage usage = this.collections.after(pool);
		return (usage != null) ? Content.bytes(usage.getUsed()) : null;
	}

}
