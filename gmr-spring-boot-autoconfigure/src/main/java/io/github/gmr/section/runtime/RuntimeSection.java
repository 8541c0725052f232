package io.github.gmr.section.runtime;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Table;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.host.ControlGroup;
import io.github.gmr.section.host.MachineFiles;
import io.github.gmr.section.host.Pressure;
import io.github.gmr.section.hotspot.HotSpotFlags;
import io.github.gmr.section.hotspot.VmName;
import io.github.gmr.section.process.CommandLine;
import io.github.gmr.section.process.ProcessesSection;
import io.github.gmr.section.pulse.FigureSource;
import io.github.gmr.section.pulse.Trends;
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
public final class RuntimeSection implements BuiltInSection, FigureSource {

	static final String TITLE = "Runtime";

	private static final Check SIGNALS = new Check("signals-reduced");

	private final RuntimeOptions options;

	private final HotSpotFlags flags;

	private final MachineFiles files;

	private final Supplier<LoadPath> reading;

	private volatile @Nullable LoadPath path;

	private final Container container;

	private volatile @Nullable ContainerFigures followed;

	/**
	 * Create the section for this process.
	 * @param options when it raises findings
	 */
	public RuntimeSection(RuntimeOptions options) {
		this(options, Trends.NONE);
	}

	/**
	 * Create the section for this process.
	 * @param options when it raises findings
	 * @param trends know what was before
	 */
	public RuntimeSection(RuntimeOptions options, Trends trends) {
		this(options, trends, Path.of("/"), HotSpotFlags.ofThisJvm(), LoadPath::ofThisJvm);
	}

	/**
	 * Create the section for a process that stands for the running one.
	 * @param options when it raises findings
	 * @param trends know what was before
	 * @param root the directory that holds {@code proc} and {@code sys}
	 * @param flags the flags of the JVM
	 * @param reading reads what the application is loaded from
	 */
	RuntimeSection(RuntimeOptions options, Trends trends, Path root, HotSpotFlags flags, Supplier<LoadPath> reading) {
		this.options = options;
		this.container = new Container(options, trends);
		this.flags = flags;
		this.files = new MachineFiles(root);
		this.reading = reading;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(700)
			.withAboutJvm()
			.withChecks(SIGNALS, SerialCollector.CHECK, NativeThreads.CHECK, Container.MEMORY, Container.KILLS,
					Throttling.CHECK);
	}

	@Override
	public void read(Figures figures) {
		ContainerFigures followed = this.followed;
		if (followed == null) {
			followed = ContainerFigures.of(ControlGroup.read(this.files));
			this.followed = followed;
		}
		followed.read(figures);
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
				fields.add("container", (container) -> this.container.addTo(container, group));
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
		List<String> collectors = ManagementFactory.getGarbageCollectorMXBeans()
			.stream()
			.map((bean) -> bean.getName())
			.toList();
		fields.add("garbage collectors", collectors);
		fields.add(SerialCollector.check(collectors, Runtime.getRuntime().availableProcessors(),
				Runtime.getRuntime().maxMemory()));
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
		fields.add(NativeThreads.check(count, limit, "this process", this.options.threads()));
	}

	static BigDecimal decimal(double value) {
		return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
	}

}
