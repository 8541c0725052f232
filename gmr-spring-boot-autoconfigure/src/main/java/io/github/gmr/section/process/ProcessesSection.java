package io.github.gmr.section.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Text;
import io.github.gmr.content.text.Share;
import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.pulse.FigureSource;
import io.github.gmr.section.pulse.Trends;
import org.jspecify.annotations.Nullable;

/**
 * Shows this process and the processes it has started. What the system does not report is
 * {@code unknown}.
 *
 * <pre>
 * processes =
 *   Process 7 (under 1) [ run by: app (1000), state: sleeping ]
 *     Process 93 (under 7) [ run by: app (1000), state: zombie ]
 * user = app
 * uid = 1000
 * umask = 0022
 * memory = 411 MB
 * peak of memory = 498 MB
 * swapped out = 0 B
 * cpu = 21 min, 12.4 % of one CPU since the start
 * started = 2026-11-23T03:00:00Z
 * uptime = 3 h 12 min
 * directory = /app
 * command =
 *   java
 *   -jar
 *   app.jar
 * open files = 57
 * open files limit = 1048576
 * open files by kind =
 *   kind       open  most
 *   files      38    31 in /app/lib
 *   sockets    14
 *   eventpoll  3
 *   pipes      2
 * limits =
 *   resource        soft   hard       unit
 *   core file size  0      unlimited  bytes
 * </pre>
 *
 * Limits that are unlimited are left out.
 */
public final class ProcessesSection implements BuiltInSection, FigureSource {

	/**
	 * Stands for a fact that is not known.
	 */
	public static final String UNKNOWN = "unknown";

	/**
	 * The percentage of open files that raises a finding unless configured otherwise.
	 */
	public static final int OPEN_FILES = 90;

	private final int openFilesThreshold;

	private final ProcessHandle process;

	private final ProcFiles files;

	private final Path passwd;

	private final GrowingProcess growing;

	private final ProcessFigures figures;

	/**
	 * Create the section for this process.
	 * @param openFilesThreshold the percentage of the file descriptors there may be that
	 * raises a finding
	 */
	public ProcessesSection(int openFilesThreshold) {
		this(openFilesThreshold, Trends.NONE);
	}

	/**
	 * Create the section for this process.
	 * @param openFilesThreshold the percentage of the file descriptors there may be that
	 * raises a finding
	 * @param trends knows how figures have grown
	 */
	public ProcessesSection(int openFilesThreshold, Trends trends) {
		this(openFilesThreshold, trends, ProcessHandle.current(), Path.of("/"));
	}

	/**
	 * Create the section for a process that stands for the running one.
	 * @param openFilesThreshold the percentage of the file descriptors there may be that
	 * raises a finding
	 * @param trends knows how figures have grown
	 * @param process the process
	 * @param root the directory that holds {@code proc} and {@code etc}
	 */
	ProcessesSection(int openFilesThreshold, Trends trends, ProcessHandle process, Path root) {
		this.growing = new GrowingProcess(trends);
		this.openFilesThreshold = openFilesThreshold;
		this.process = process;
		this.files = new ProcFiles(root.resolve("proc"));
		this.passwd = root.resolve("etc/passwd");
		this.figures = new ProcessFigures(this.files);
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(400)
			.withAboutJvm()
			.withChecks(OpenFiles.CHECK, ZombieProcesses.CHECK, NativeMemory.CHECK, GrowingProcess.FILES,
					GrowingProcess.MEMORY);
	}

	@Override
	public void read(Figures figures) {
		this.figures.read(figures);
	}

	@Override
	public Content content() {
		ProcessOwners owners = ProcessOwners.read(this.passwd);
		ProcessStatus status = this.files.status(ProcFiles.SELF);
		return Content.fields((fields) -> {
			ProcessTree tree = new ProcessTree(this.process, this.files, owners);
			fields.attempt("processes", tree::asText);
			addZombies(fields, status, tree);
			fields.attempt("user", () -> owners.name(this.process, status));
			fields.add("uid", orUnknown(status.uid()));
			fields.add("umask", orUnknown(status.umask()));
			ProcessMemory memory = ProcessMemory.read(this.files.numbers());
			memory.addTo(fields);
			fields.check(GrowingProcess.MEMORY, () -> this.growing.memory(memory));
			fields.check(NativeMemory.CHECK, () -> NativeMemory.ofThisJvm().check(memory));
			fields.attempt("cpu", this::cpu);
			addTimes(fields, ManagementFactory.getRuntimeMXBean());
			fields.attempt("directory", () -> orUnknown(this.files.workingDirectory()));
			fields.attempt("command", () -> orUnknown(command()));
			addOpenFiles(fields);
			fields.attempt("limits", this::limits);
		});
	}

	private void addZombies(FieldsBuilder fields, ProcessStatus status, ProcessTree tree) {
		if (status.state() == null) {
			fields.add(ZombieProcesses.CHECK.notPossible("the system does not tell the state of processes"));
			return;
		}
		fields.check(ZombieProcesses.CHECK, () -> new ZombieProcesses(this.files).check(tree.ended()));
	}

	/**
	 * Adds the start of the JVM, not that of the process: a shell may have lived in it
	 * before.
	 */
	private static void addTimes(FieldsBuilder fields, RuntimeMXBean runtime) {
		fields.add("started", Instant.ofEpochMilli(runtime.getStartTime()));
		fields.add("uptime", Duration.ofMillis(runtime.getUptime()));
	}

	private Object cpu() {
		Duration used = this.process.info().totalCpuDuration().orElse(null);
		Duration lived = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
		return (used != null) ? "%s, %s of one CPU since the start".formatted(TimeSpan.words(used),
				new Share(used.toMillis(), lived.toMillis())) : UNKNOWN;
	}

	private @Nullable List<Text> command() {
		List<String> command = this.files.commandLine();
		if (command.isEmpty()) {
			ProcessHandle.Info info = this.process.info();
			command = Stream.concat(info.command().stream(), info.arguments().stream().flatMap(Stream::of)).toList();
		}
		return (!command.isEmpty()) ? CommandLine.of(command, System.getProperty("sun.java.command")) : null;
	}

	private void addOpenFiles(FieldsBuilder fields) {
		try {
			OpenFiles openFiles = this.files.openFiles();
			fields.add("open files", orUnknown(openFiles.count()));
			fields.add("open files limit", orUnknown(openFiles.limit()));
			if (!openFiles.kinds().isEmpty()) {
				fields.add("open files by kind", openFiles.table());
			}
			fields.add(openFiles.check(this.openFilesThreshold));
			fields.add(this.growing.files(openFiles));
		}
		catch (IOException ex) {
			fields.add("open files", ex);
			fields.add(OpenFiles.CHECK
				.of(Content.critical("The open files of this process cannot be read: %s", ex.getMessage())));
		}
	}

	private Object limits() throws IOException {
		List<ResourceLimit> limits = this.files.limits();
		List<ResourceLimit> limited = limits.stream().filter((limit) -> !limit.isUnlimited()).toList();
		return limits.isEmpty() ? UNKNOWN : Content.table(limited, (table) -> {
			table.column("resource", ResourceLimit::name);
			table.column("soft", ResourceLimit::soft);
			table.column("hard", ResourceLimit::hard);
			table.column("unit", ResourceLimit::unit);
		});
	}

	/**
	 * Return a fact, or a word that says that it is not known.
	 * @param fact the fact, or {@code null}
	 * @return the fact or {@link #UNKNOWN}
	 */
	public static Object orUnknown(@Nullable Object fact) {
		return (fact != null) ? fact : UNKNOWN;
	}

}
