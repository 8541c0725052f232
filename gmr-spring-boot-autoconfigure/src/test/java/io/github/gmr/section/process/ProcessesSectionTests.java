package io.github.gmr.section.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Items;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;
import io.github.gmr.section.host.FakeRoot;
import io.github.gmr.section.pulse.Pulses;
import io.github.gmr.section.pulse.Trends;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link ProcessesSection}.
 */
class ProcessesSectionTests {

	private static final long MB = 1024 * 1024;

	private final FakeProcess process = FakeProcess.start(42);

	@TempDir
	private Path directory;

	private FakeRoot root;

	@BeforeEach
	void createRoot() throws IOException {
		this.root = new FakeRoot(this.directory);
		this.root.status("self", 'S', 1000).file("etc/passwd", """
				root:x:0:0:root:/root:/bin/bash
				+
				broken:x:none:0::/:
				app:x:1000:1000:App,,,:/home/app:/bin/sh
				twin:x:1000:1000:App,,,:/home/app:/bin/sh
				""");
	}

	@Test
	void contentTellsProcessInOneLine() {
		assertThat(text("processes")).isEqualTo("Process 42 (under 1) [ run by: app (1000), state: sleeping ]");
		assertThat(text("user")).isEqualTo("app");
		assertThat(fact("uid")).isEqualTo(new Value(1000L));
	}

	@Test
	void contentWhenFirstInNamespaceTellsParentZero() {
		assertThat(text(FakeProcess.startFirst(), "processes")).startsWith("Process 1 (under 0) [ run by: app");
	}

	@Test
	void contentIndentsChildrenBelowTheirParent() throws IOException {
		FakeProcess shell = this.process.fork(50);
		this.process.fork(51);
		shell.fork(60);
		this.root.status(50, 'D', 0).status(51, 'Z', 1000).status(60, 'R', 4711);
		assertThat(text("processes")).isEqualTo("""
				Process 42 (under 1) [ run by: app (1000), state: sleeping ]
				  Process 50 (under 42) [ run by: root (0), state: disk-sleep ]
				    Process 60 (under 50) [ run by: unknown (4711), state: running ]
				  Process 51 (under 42) [ run by: app (1000), state: zombie ]""");
	}

	@ParameterizedTest
	@CsvSource({ "R,running", "S,sleeping", "D,disk-sleep", "T,stopped", "t,tracing-stop", "Z,zombie", "X,dead",
			"I,idle", "?,unknown" })
	void contentTellsStateInWords(char code, String state) throws IOException {
		this.root.status("self", code, 1000);
		assertThat(text("processes")).endsWith("state: " + state + " ]");
	}

	@Test
	void contentWhenChildVanishesLeavesItOut() throws IOException {
		this.process.fork(50).vanish();
		this.process.fork(51);
		this.root.status(51, 'S', 1000);
		assertThat(text("processes").lines()).hasSize(2).last().asString().startsWith("  Process 51 ");
	}

	@Test
	void contentWhenChildIsUnreadableTellsWhatTheHandleKnows() {
		this.process.fork(50);
		assertThat(text("processes")).endsWith("  Process 50 (under 42) [ run by: teller (unknown), state: unknown ]");
	}

	@Test
	void contentWhenThereAreManyDescendantsCountsTheRest() throws IOException {
		for (int i = 0; i < 1200; i++) {
			this.process.fork(100 + i);
			this.root.status(100 + i, 'I', 0);
		}
		assertThat(text("processes").lines()).hasSize(1002).last().isEqualTo("  ... 200 more");
	}

	@Test
	void contentWhenLinesAreLongStaysWithinText() {
		for (int i = 0; i < 1000; i++) {
			this.process.fork(100 + i);
		}
		assertCounted(1001);
	}

	@Test
	void contentWhenDescendantsNestDeeplyStaysWithinText() {
		FakeProcess child = this.process;
		for (int i = 0; i < 1100; i++) {
			child = child.fork(100 + i);
		}
		assertCounted(1101);
	}

	@Test
	void contentWhenThereIsNoProcTellsUnknown() {
		Fields fields = content(this.process, this.directory.resolve("missing"));
		assertThat(fields.values())
			.containsEntry("processes", new Text("Process 42 (under 1) [ run by: teller (unknown), state: unknown ]"))
			.containsEntry("user", new Text("teller"))
			.containsEntry("uid", new Text("unknown"))
			.containsEntry("directory", new Text(System.getProperty("user.dir")))
			.containsEntry("command", Content.items(List.of("/opt/java", "-jar", Text.ofSetting("", "told by handle"))))
			.containsEntry("open files", new Text("unknown"))
			.containsEntry("open files limit", new Text("unknown"))
			.containsEntry("umask", new Text("unknown"))
			.containsEntry("limits", new Text("unknown"))
			.containsEntry("memory", new Text("unknown"))
			.doesNotContainKey("finding");
	}

	@Test
	void contentWhenThereIsNoProcCannotCheck() {
		assertThat(content(this.process, this.directory.resolve("missing")).checks()).hasSize(5)
			.extracting(Check.Result::outcome)
			.containsOnly(Check.Outcome.NOT_POSSIBLE);
	}

	@Test
	void contentTellsUmask() {
		assertThat(text("umask")).isEqualTo("0022");
	}

	@Test
	void contentTellsLimitsThatThereAre() throws IOException {
		this.root.file("proc/self/limits", """
				Limit                     Soft Limit           Hard Limit           Units
				Max cpu time              unlimited            unlimited            seconds
				Max core file size        0                    unlimited            bytes
				Max open files            1024                 4096                 files\s\s\s\s\s
				Max nice priority         0                    0\s\s\s\s
				broken
				""");
		assertThat(fact("limits")).isEqualTo(new Table(List.of("resource", "soft", "hard", "unit"),
				List.of(row("core file size", "0", "unlimited", "bytes"), row("open files", "1024", "4096", "files"),
						row("nice priority", "0", "0", ""))));
	}

	@Test
	void contentTellsCommandArgumentByArgument() throws IOException {
		this.root.file("proc/self/cmdline", "java\0-Da=b c\0\0app.jar\0\0");
		assertThat(((Items) fact("command")).values()).extracting(Content::asText)
			.containsExactly("java", "-Da=b c", "", "app.jar", "");
	}

	@Test
	void contentWhenCommandIsNotUnicodeTellsIt() throws IOException {
		this.root.file("proc/self/cmdline", "");
		Files.write(this.directory.resolve("proc/self/cmdline"), new byte[] { 'j', (byte) 0xff, 0 });
		assertThat(fact("command")).isEqualTo(Content.items(List.of("j\ufffd")));
	}

	@Test
	void contentWhenCommandIsEmptyAsksTheHandle() throws IOException {
		this.root.file("proc/self/cmdline", "");
		assertThat(((Items) fact("command")).values()).extracting(Content::asText)
			.containsExactly("/opt/java", "-jar", "told by handle");
	}

	@Test
	void contentTellsWorkingDirectoryOfTheSystem() throws IOException {
		this.root.link("proc/self/cwd", "/srv/app");
		assertThat(text("directory")).isEqualTo("/srv/app");
	}

	@Test
	void contentTellsOpenFilesWithoutTheOneThatCounts() throws IOException {
		this.root.openFiles(81, "100");
		assertThat(fact("open files")).isEqualTo(new Value(80L));
		assertThat(fact("open files limit")).isEqualTo(new Value(100L));
		assertThat(content().values()).doesNotContainKey("finding");
	}

	@Test
	void contentWhenOpenFilesNearTheLimitWarns() throws IOException {
		this.root.openFiles(91, "100");
		assertThat(fact("finding")).asInstanceOf(InstanceOfAssertFactories.type(Finding.class))
			.extracting(Finding::severity, Finding::summary)
			.containsExactly(Finding.Severity.WARNING, "90 of 100 file descriptors are open");
	}

	@Test
	void contentWhenLimitIsNoNumberTellsUnknown() throws IOException {
		this.root.openFiles(3, "unlimited");
		assertThat(fact("open files")).isEqualTo(new Value(2L));
		assertThat(text("open files limit")).isEqualTo("unknown");
	}

	@Test
	void contentWhenOpenFilesCannotBeReadTellsWhy() throws IOException {
		this.root.link("proc/self/fd", "fd");
		assertThat(((Failure) fact("open files")).error()).isEqualTo("java.nio.file.FileSystemException");
		assertThat(((Finding) fact("finding")).severity()).isEqualTo(Finding.Severity.CRITICAL);
		assertThat(((Finding) fact("finding")).summary()).startsWith("The open files of this process cannot be read: ")
			.contains("Too many");
		assertThat(text("user")).isEqualTo("app");
	}

	@Test
	void contentTellsOpenFilesByKind() throws IOException {
		openLinks("socket:[1]", "socket:[2]", "socket:[3]", "anon_inode:[eventpoll]", "anon_inode:inotify", "pipe:[4]",
				"/app/lib/a.jar", "/app/lib/b.jar", "/app.jar", "/dev/null", "/tmp/upload (deleted)", "net:[5]", "?!");
		assertThat(fact("open files by kind")).isEqualTo(new Table(List.of("kind", "open", "most"),
				List.of(kind("files", 3, "2 in /app/lib"), kind("sockets", 3, null),
						kind("deleted files", 1, "1 in /tmp"), kind("devices", 1, null), kind("eventpoll", 1, null),
						kind("inotify", 1, null), kind("net", 1, null), kind("pipes", 1, null),
						kind("unknown", 1, null))));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			socket:[%d]        | 95 of 100 file descriptors are open, 95 of them sockets
			/data/%d           | 95 of 100 file descriptors are open, 95 of them files, 95 in /data
			/data/%d/orders    | 95 of 100 file descriptors are open, 95 of them files
			/tmp/%d (deleted)  | 95 of 100 file descriptors are open, 95 of them deleted files, 95 in /tmp
			""")
	void contentWhenOpenFilesNearTheLimitTellsOfWhatKindMostAre(String target, String summary) throws IOException {
		openLinks(IntStream.range(0, 95).mapToObj(target::formatted).toArray(String[]::new));
		assertThat(((Finding) fact("finding")).summary()).isEqualTo(summary);
	}

	private void openLinks(String... targets) throws IOException {
		for (int i = 0; i < targets.length; i++) {
			this.root.link("proc/self/fd/" + i, targets[i]);
		}
		this.root.openFiles(0, "100").file("proc/self/fd/listing", "");
	}

	private static List<Content> kind(String name, long count, @Nullable String place) {
		return List.of(new Text(name), new Value(count), Content.of(place));
	}

	@Test
	void contentTellsMemoryAndCpu() throws IOException {
		this.root.file("proc/self/status", "VmHWM:\t  509952 kB\nVmRSS:\t  411648 kB\nVmSwap:\t       0 kB\n");
		assertThat(text("memory")).isEqualTo("402 MB");
		assertThat(text("peak of memory")).isEqualTo("498 MB");
		assertThat(text("swapped out")).isEqualTo("0 B");
		assertThat(text("cpu")).matches("7000 ms, \\d+\\.\\d % of one CPU since the start");
	}

	/**
	 * Beside a heap of 400 MB, 100 MB of other memory and 50 MB of direct buffers: 256 MB
	 * for the JVM, 100 MB for the heap, 30 MB for threads and 128 MB for arenas.
	 */
	@ParameterizedTest
	@CsvSource({ "1064, 0, false", "1065, 0, true", "600, 465, true", "100, 0, false" })
	void checkWhenMuchMemoryIsBesideWhatTheJvmHasSaysSo(long anonymous, long swapped, boolean found) {
		NativeMemory jvm = new NativeMemory(400 * MB, 100 * MB, 50 * MB, 30, 2);
		assertThat(jvm.check(new ProcessMemory(1L, 1L, anonymous * MB, swapped * MB)).findings())
			.extracting(Finding::summary)
			.isEqualTo(found ? List
				.of("515 MB of the 1065 MB of memory of this process are neither heap, classes, code nor direct buffers")
					: List.of());
	}

	@Test
	void contentWhenEndedProcessesPileUpWarns() throws IOException {
		endedProcesses(30);
		assertThat(((Finding) fact("finding")).severity()).isEqualTo(Finding.Severity.WARNING);
		assertThat(((Finding) fact("finding")).summary())
			.isEqualTo("30 child processes are zombies: they have ended and are not waited for, 30 of them 'Uid:'");
	}

	@Test
	void contentWhenFewProcessesHaveEndedDoesNotWarn() throws IOException {
		endedProcesses(29);
		assertThat(content().values()).doesNotContainKey("finding");
	}

	@Test
	void checkWhenEndedProcessesAreWaitedForSoonFindsNothing() throws Exception {
		Map<Long, String> ended = LongStream.range(100, 140)
			.boxed()
			.collect(Collectors.toMap(Function.identity(), (pid) -> "sh"));
		endedProcesses(29);
		Check.Result result = new ZombieProcesses(new ProcFiles(this.directory.resolve("proc"))).check(ended);
		assertThat(result.findings()).isEmpty();
	}

	private void endedProcesses(int count) throws IOException {
		for (int i = 0; i < count; i++) {
			this.process.fork(100 + i);
			this.root.status(100 + i, 'Z', 1000);
		}
	}

	@Test
	void contentWhenDescendantsCannotBeReadTellsWhy() {
		this.process.failWith(new RuntimeException("Too many open files"));
		assertThat(text("processes")).isEqualTo("""
				Process 42 (under 1) [ run by: app (1000), state: sleeping ]
				  ... unknown: Too many open files""");
	}

	@Test
	void contentTellsTimesOfTheJvm() {
		Instant started = Instant.parse(((Value) fact("started")).asText());
		assertThat(started.toEpochMilli()).isEqualTo(ManagementFactory.getRuntimeMXBean().getStartTime());
		assertThat((Duration) ((Value) fact("uptime")).value()).isPositive();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void contentOfThisProcessTellsTheTruth() throws Exception {
		Process child = new ProcessBuilder("sleep", "60").start();
		try {
			Fields fields = (Fields) new ProcessesSection(90).content();
			assertThat(((Text) fields.values().get("processes")).text())
				.startsWith("Process " + ProcessHandle.current().pid() + " (under ")
				.containsPattern("\n  Process " + child.pid() + " \\(under " + ProcessHandle.current().pid()
						+ "\\) \\[ run by: " + System.getProperty("user.name")
						+ " \\(\\d+\\), state: (sleeping|running|disk-sleep) ]");
			assertThat(((Items) fields.values().get("command")).values()).hasSizeGreaterThan(1);
			assertThat(fields.values()).containsEntry("user", new Text(System.getProperty("user.name")));
			assertThat(openFiles(fields)).isCloseTo(openFilesOfTheVm(), within(5L));
		}
		finally {
			child.destroyForcibly();
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void readHasFiguresOfThisProcess() {
		Pulses pulses = new Pulses(new ProcessesSection(90));
		pulses.look();
		assertThat(pulses.history().get("memory").last()).isGreaterThan(20 * 1024 * 1024);
		assertThat(pulses.history().get("open files").last()).isCloseTo(openFilesOfTheVm(), within(5.0));
		assertThat(pulses.history().all()).extracting((series) -> series.figure().name())
			.contains("swapped out", "unaccounted memory");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					1000 | 1150 | -
					20   | 100  | -
					100  | 300  | INFO: Open file descriptors become more, from 133 to 283 in 10 min, 17 a minute; 3 of them sockets
					100  | 880  | WARNING: Open file descriptors become more, from 230 to 815 in 10 min, 65 a minute; 3 of them sockets; all 1024 in 3 min 12 s
					""")
	void contentWhenOpenFilesBecomeMoreHasFinding(long from, long to, @Nullable String line) throws IOException {
		openLinks("socket:[1]", "socket:[2]", "socket:[3]");
		this.root.openFiles(0, "1024");
		assertGrowth("open files", "file-descriptors-growing", from, to, line);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					100 | 160 | -
					900 | 1000 | -
					0   | 240 | INFO: Memory that is neither heap, classes, code, threads nor direct buffers grows from 40 MB to 220 MB in 10 min, 20 MB a minute
					""")
	void contentWhenMemoryGrowsHasFinding(long from, long to, @Nullable String line) throws IOException {
		this.root.file("proc/self/status", "RssAnon:\t  411648 kB\nVmSwap:\t       0 kB\n");
		assertGrowth("unaccounted memory", "memory-growing", from * 1024 * 1024, to * 1024 * 1024, line);
	}

	private void assertGrowth(String figure, String id, long from, long to, @Nullable String line) {
		Fields fields = (Fields) new ProcessesSection(90, Pulses.growing(figure, from, to), this.process,
				this.directory)
			.content();
		assertThat(fields.values().values()).filteredOn(Finding.class::isInstance)
			.map(Finding.class::cast)
			.filteredOn((finding) -> id.equals(finding.id()))
			.extracting((finding) -> finding.severity() + ": " + finding.summary())
			.isEqualTo((line != null) ? List.of(line) : List.of());
	}

	private static Long openFiles(Fields fields) {
		return (Long) ((Value) fields.values().get("open files")).value();
	}

	private static long openFilesOfTheVm() {
		return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
	}

	private static List<Content> row(String... cells) {
		return Stream.of(cells).<Content>map(Text::new).toList();
	}

	private void assertCounted(int processes) {
		List<String> lines = text("processes").lines().toList();
		String last = lines.get(lines.size() - 1);
		assertThat(last).matches("  \\.\\.\\. \\d+ more");
		assertThat(lines.size() - 1 + Integer.parseInt(last.split(" ")[3])).isEqualTo(processes);
		assertThat(lines).hasSizeLessThanOrEqualTo(1002);
	}

	private String text(String name) {
		return text(this.process, name);
	}

	private String text(FakeProcess process, String name) {
		return content(process, this.directory).values().get(name).asText();
	}

	private Content fact(String name) {
		return content().values().get(name);
	}

	private Fields content() {
		return content(this.process, this.directory);
	}

	private static Fields content(FakeProcess process, Path root) {
		return (Fields) new ProcessesSection(90, Trends.NONE, process, root).content();
	}

}
