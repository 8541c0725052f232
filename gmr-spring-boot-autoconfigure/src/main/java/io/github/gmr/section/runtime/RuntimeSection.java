package io.github.gmr.section.runtime;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Table;
import io.github.gmr.content.text.ByteSize;
import io.github.gmr.content.text.Share;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.host.ControlGroup;
import io.github.gmr.section.host.MachineFiles;
import io.github.gmr.section.host.Pressure;
import io.github.gmr.section.hotspot.HotSpotFlags;
import io.github.gmr.section.hotspot.VmName;
import io.github.gmr.section.memory.MemorySection;
import io.github.gmr.section.process.CommandLine;
import io.github.gmr.section.process.ProcessesSection;
import io.github.gmr.section.threads.ThreadsSection;
import org.jspecify.annotations.Nullable;

/**
 * Shows how this JVM was started and what the machine, or the container, lets it have.
 *
 * <pre>
 * vm = OpenJDK 64-Bit Server VM (25.0.3+9-LTS mixed mode, sharing)
 * uptime = 3 h 12 min
 * class path =
 *   /app/orders.jar
 * arguments =
 *   -Xmx512m
 * flags =
 *   -XX:+UseG1GC
 * garbage collectors =
 *   G1 Young Generation
 *   G1 Old Generation
 * code cache =
 *   pool                            used   max
 *   CodeHeap 'profiled nmethods'    12 MB  117 MB
 * cpus = 2
 * load of the last minute = 0.31
 * threads = 43
 * threads limit = 96365
 * container =
 *   version = 2
 *   memory = 310 MB
 *   memory limit = 1024 MB
 *   killed for lack of memory = 0
 *   cpus limit = 1.50
 *   throttled = 0.0 % of the last 19211 periods
 *   threads = 51
 *   threads limit = 1024
 * pressure =
 *   cpu some = avg10=0.00 avg60=0.00 avg300=0.00 total=1244
 * libraries =
 *   orders.jar
 *   spring-boot-4.1.2.jar
 *   ...
 * </pre>
 *
 * {@code container} and {@code pressure} are left out where the system does not report
 * them. An application of modules has them, too.
 */
public final class RuntimeSection implements BuiltInSection {

	static final String TITLE = "Runtime";

	private static final Check SIGNALS = new Check("signals-reduced");

	private static final Check THREADS = new Check("native-threads-scarce");

	private static final Check MEMORY = new Check("container-memory-full");

	private static final String NO_LIMIT = "none";

	private final RuntimeOptions options;

	private final HotSpotFlags flags;

	private final MachineFiles files;

	private final Supplier<LoadPath> reading;

	private volatile @Nullable LoadPath path;

	private final Throttling throttling;

	/**
	 * Create the section for this process.
	 * @param options when it raises findings
	 */
	public RuntimeSection(RuntimeOptions options) {
		this(options, Path.of("/"), HotSpotFlags.ofThisJvm(), LoadPath::ofThisJvm);
	}

	/**
	 * Create the section for a process that stands for the running one.
	 * @param options when it raises findings
	 * @param root the directory that holds {@code proc} and {@code sys}
	 * @param flags the flags of the JVM
	 * @param reading reads what the application is loaded from
	 */
	RuntimeSection(RuntimeOptions options, Path root, HotSpotFlags flags, Supplier<LoadPath> reading) {
		this.options = options;
		this.throttling = new Throttling(options.throttling());
		this.flags = flags;
		this.files = new MachineFiles(root);
		this.reading = reading;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(700).withAboutJvm().withChecks(SIGNALS, THREADS, MEMORY, Throttling.CHECK);
	}

	@Override
	public Content content() {
		LoadPath path = path();
		return Content.fields((fields) -> {
			addJvm(fields, path);
			addMachine(fields);
			addThreads(fields);
			ControlGroup group = ControlGroup.read(this.files);
			if (group != null) {
				fields.add("container", (container) -> addContainer(container, group));
			}
			new Pressure(this.files).addTo(fields);
			path.addLibrariesTo(fields);
		});
	}

	/**
	 * Reads the path the first time, which is when the application has started: a file
	 * may be another one later than what has been loaded from it.
	 */
	private LoadPath path() {
		LoadPath path = this.path;
		if (path == null) {
			path = this.reading.get();
			this.path = path;
		}
		return path;
	}

	private void addJvm(FieldsBuilder fields, LoadPath path) {
		fields.add("vm", VmName.get());
		fields.add("uptime", Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()));
		path.addTo(fields);
		fields.attempt("arguments", () -> CommandLine.ofJvm(ManagementFactory.getRuntimeMXBean().getInputArguments()));
		fields.attempt("flags", this.flags::all);
		fields.add(SIGNALS.of(this.flags.isOn("ReduceSignalUsage")
				? Content.warning("This JVM was started with -Xrs: it does not hear signals, nor SIGTERM") : null));
		fields.attempt("garbage collectors",
				() -> ManagementFactory.getGarbageCollectorMXBeans().stream().map((bean) -> bean.getName()).toList());
		fields.attempt("code cache", RuntimeSection::codeCache);
	}

	private static Table codeCache() {
		return Content.table(ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getName().startsWith("Code"))
			.toList(), (table) -> {
				table.column("pool", MemoryPoolMXBean::getName);
				table.column("used", (pool) -> Content.bytes(pool.getUsage().getUsed()));
				table.column("max", (pool) -> Content.bytes(pool.getUsage().getMax()));
			});
	}

	private static void addMachine(FieldsBuilder fields) {
		fields.add("cpus", Runtime.getRuntime().availableProcessors());
		double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
		fields.add("load of the last minute", (load >= 0) ? decimal(load) : ProcessesSection.UNKNOWN);
	}

	private void addThreads(FieldsBuilder fields) {
		Long count = this.files.threads();
		Long limit = this.files.threadLimit();
		fields.add("threads", ProcessesSection.orUnknown(count));
		fields.add("threads limit", ProcessesSection.orUnknown(limit));
		addThreadsFinding(fields, count, limit, "this process");
	}

	private void addThreadsFinding(FieldsBuilder fields, @Nullable Long count, @Nullable Long limit, String where) {
		if (count == null) {
			fields.add(THREADS.notPossible("the system does not tell how many threads " + where + " has"));
			return;
		}
		Share share = new Share(count, (limit != null) ? limit : 0);
		Finding finding = (!share.reaches(this.options.threads())) ? null
				: Content.warning("%d of %d native threads that %s may have are started", count, limit, where)
					.evidence("threads", count)
					.evidence("limit", limit)
					.next(ThreadsSection.TITLE);
		fields.add(THREADS.of(finding, Level.of(share, this.options.threads())));
	}

	private void addContainer(FieldsBuilder fields, ControlGroup group) {
		fields.add("version", group.version());
		addMemory(fields, group);
		Double cpus = group.cpus();
		fields.add("cpus limit", (cpus != null) ? decimal(cpus) : NO_LIMIT);
		if (cpus != null) {
			this.throttling.addTo(fields, group);
		}
		if (group.threads() != null) {
			fields.add("threads", group.threads());
			fields.add("threads limit", (group.threadLimit() != null) ? group.threadLimit() : NO_LIMIT);
			addThreadsFinding(fields, group.threads(), group.threadLimit(), "the container");
		}
	}

	private void addMemory(FieldsBuilder fields, ControlGroup group) {
		Long used = group.workingSet();
		if (used == null) {
			return;
		}
		Long limit = group.memoryLimit();
		fields.add("memory", Content.bytes(used));
		fields.add("memory limit", (limit != null) ? new ByteSize(limit) : NO_LIMIT);
		addIfKnown(fields, "killed for lack of memory", group.memoryKills());
		addMemoryFinding(fields, new Share(used, (limit != null) ? limit : 0));
	}

	private void addMemoryFinding(FieldsBuilder fields, Share share) {
		ByteSize used = new ByteSize(share.part());
		ByteSize limit = new ByteSize(share.whole());
		Finding finding = (!share.reaches(this.options.memory())) ? null
				: Content.warning("The container uses %s of %s of memory, at the limit it is killed", used, limit)
					.evidence("used", used)
					.evidence("limit", limit)
					.next(MemorySection.TITLE);
		fields.add(MEMORY.of(finding, Level.of(share, this.options.memory())));
	}

	private static void addIfKnown(FieldsBuilder fields, String name, @Nullable Object fact) {
		if (fact != null) {
			fields.add(name, fact);
		}
	}

	private static BigDecimal decimal(double value) {
		return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
	}

}
