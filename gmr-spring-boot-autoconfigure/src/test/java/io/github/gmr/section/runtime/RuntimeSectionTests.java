package io.github.gmr.section.runtime;

import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Items;
import io.github.gmr.content.Table;
import io.github.gmr.content.Value;
import io.github.gmr.section.bean.Named;
import io.github.gmr.section.host.FakeRoot;
import io.github.gmr.section.hotspot.HotSpotFlags;
import io.github.gmr.section.pulse.Pulses;
import io.github.gmr.section.pulse.Trends;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RuntimeSection}.
 */
class RuntimeSectionTests {

	private static final long MB = 1024 * 1024;

	@TempDir
	private Path directory;

	private long kills;

	private FakeRoot root;

	private HotSpotFlags flags = () -> "-XX:+UseG1GC -XX:OnOutOfMemoryError=kill it -XX:MaxHeapSize=1 \n";

	private LoadPath path = new LoadPath(List.of(), List.of(), null, List.of(), List.of());

	private Trends trends = Trends.NONE;

	private @Nullable RuntimeSection section;

	@BeforeEach
	void createRoot() {
		this.root = new FakeRoot(this.directory);
	}

	@Test
	void contentTellsThisJvm() {
		Fields fields = (Fields) new RuntimeSection(RuntimeOptions.DEFAULT).content();
		assertThat(fields.values()).containsKeys("vm", "uptime", "arguments", "garbage collectors", "cpus",
				"load of the last minute", "threads");
		assertThat(fields.values().get("flags")).isNotInstanceOf(Failure.class);
		assertThat(((Table) fields.values().get("code cache")).rows()).isNotEmpty();
		assertThat(findings(fields)).isEmpty();
	}

	@Test
	void contentTellsFlagsOneByOne() {
		assertThat(content().values().get("flags"))
			.isEqualTo(Content.items(List.of("-XX:+UseG1GC", "-XX:OnOutOfMemoryError=kill it", "-XX:MaxHeapSize=1")));
	}

	@Test
	void contentWhenFlagsAreNotToldKeepsTheRest() {
		this.flags = () -> {
			throw new javax.management.InstanceNotFoundException("no such command");
		};
		assertThat(content().values().get("flags")).isInstanceOf(Failure.class);
		assertThat(content().values()).containsKeys("arguments", "cpus");
		assertThat(findings(content())).isEmpty();
	}

	@Test
	void contentWhenSignalsAreReducedWarns() {
		this.flags = () -> "-XX:+ReduceSignalUsage -XX:+UseSerialGC";
		assertThat(findings(content()))
			.containsExactly(Content.warning("This JVM was started with -Xrs: it does not hear signals, nor SIGTERM")
				.id("signals-reduced"));
	}

	@Test
	void contentWhenSystemTellsNothingSaysSo() {
		Fields fields = content();
		assertThat(fields.values()).containsEntry("threads", Content.text("unknown"))
			.doesNotContainKeys("container", "pressure");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			1000, 500, 100, 89, -
			1000, 500, 100, 90, '90 of 100 native threads that this process may have are started'
			1000, 80,  100, 90, '90 of 80 native threads that this process may have are started'
			0,    500, 10,  90, -
			0,    100, 10,  90, '90 of 100 native threads that this process may have are started'
			""")
	void contentWhenThreadsAreNearTheirLimitWarns(long uid, long system, long user, long threads,
			@Nullable String finding) throws IOException {
		this.root.file("proc/self/status", "Uid:\t%d\t1\t1\t1\nThreads:\t%d\n".formatted(uid, threads))
			.file("proc/self/limits", "Max processes             %d                96365   ".formatted(user))
			.file("proc/sys/kernel/threads-max", system + "\n");
		assertFindings(finding, "native-threads-scarce", "Threads");
	}

	@Test
	void contentWhenInControlGroupsOfVersionTwoTellsThem() throws IOException {
		this.kills = 3;
		versionTwo(10 * MB, 4 * MB, "20971520", 0, 0);
		assertThat(container(content())).containsEntry("version", new Value(2L))
			.containsEntry("memory", Content.bytes(6 * MB))
			.containsEntry("memory limit", Content.bytes(20 * MB))
			.containsEntry("killed for lack of memory", new Value(3L))
			.containsEntry("cpus limit", new Value(new BigDecimal("1.50")))
			.containsEntry("throttled", Content.text("0.0 % of the last 0 periods"))
			.containsEntry("threads", new Value(10L))
			.containsEntry("threads limit", new Value(100L));
		assertThat(findings(content()))
			.containsExactly(Content.info("The system has killed 3 processes of this container for lack of memory")
				.id("oom-kill-seen")
				.next("Runtime"));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			100, 11, 104857600, -
			100, 10, 104857600, 'The container uses 90 MB of 100 MB of memory, at the limit it is killed'
			100, 10, max,       -
			""")
	void contentWhenMemoryIsNearTheLimitWarns(long used, long files, String limit, @Nullable String finding)
			throws IOException {
		versionTwo(used * MB, files * MB, limit, 0, 0);
		assertFindings(finding, "container-memory-full", "Memory");
	}

	@Test
	void contentWhenLimitIsThatOfSurroundingGroupWarns() throws IOException {
		versionTwo(95 * MB, 0, "max", 0, 0);
		this.root.file("sys/fs/cgroup/pod/memory.max", Long.toString(100 * MB));
		assertFindings("The container uses 95 MB of 100 MB of memory, at the limit it is killed",
				"container-memory-full", "Memory");
	}

	@Test
	void contentWhenPathIsThatOfTheHostReadsTheMount() throws IOException {
		this.root.file("proc/self/cgroup", "0::/kubepods/../../elsewhere\n")
			.file("sys/fs/cgroup/cgroup.controllers", "cpu memory")
			.file("sys/fs/cgroup/memory.max", Long.toString(100 * MB))
			.file("sys/fs/cgroup/memory.current", Long.toString(95 * MB));
		assertFindings("The container uses 95 MB of 100 MB of memory, at the limit it is killed",
				"container-memory-full", "Memory");
	}

	@Test
	void contentWhenCpuIsThrottledSinceLastReportWarns() throws IOException {
		versionTwo(0, 0, "max", 10_000, 2_000);
		RuntimeSection section = section();
		assertThat(findings((Fields) section.content())).isEmpty();
		versionTwo(0, 0, "max", 11_000, 2_250);
		assertThat(findings((Fields) section.content())).containsExactly(
				Content.warning("%s", "The CPU of the container was throttled in 25.0 % of the last 1000 periods")
					.id("cpu-throttled")
					.next("Runtime"));
		versionTwo(0, 0, "max", 12_000, 2_250);
		assertThat(findings((Fields) section.content())).isEmpty();
	}

	@Test
	void contentWhenFiguresAreFollowedWarnsOfTheLastMinutes() throws IOException {
		versionTwo(0, 0, "max", 10_000, 9_000);
		Pulses pulses = follow();
		look(pulses, 12);
		assertThat(findings((Fields) section().content())).isEmpty();
		versionTwo(0, 0, "max", 10_600, 9_300);
		look(pulses, 12);
		assertThat(findings((Fields) section().content())).extracting(Finding::summary)
			.containsExactly("The CPU of the container was throttled in 50.0 % of the last 600 periods");
		versionTwo(0, 0, "max", 12_600, 9_300);
		look(pulses, 30);
		assertThat(findings((Fields) section().content())).isEmpty();
	}

	@Test
	void contentWhenProcessIsKilledKnowsWhen() throws IOException {
		this.kills = 2;
		versionTwo(0, 0, "max", 0, 0);
		Pulses pulses = follow();
		look(pulses, 3);
		assertThat(findings((Fields) section().content())).extracting(Finding::summary)
			.containsExactly("The system has killed 2 processes of this container for lack of memory");
		this.kills = 3;
		versionTwo(0, 0, "max", 0, 0);
		look(pulses, 12);
		assertThat(findings((Fields) section().content())).singleElement()
			.asString()
			.containsPattern("killed 3 processes .*, the last time between 20\\d\\d-.*Z and 20\\d\\d-.*Z");
	}

	private Pulses follow() {
		Pulses pulses = new Pulses((figures) -> section().read(figures));
		this.trends = new Trends(pulses.history(), () -> true, Trends.LEAST);
		return pulses;
	}

	private static void look(Pulses pulses, int count) {
		for (int i = 0; i < count; i++) {
			pulses.look();
		}
	}

	@Test
	void contentWhenFewPeriodsHavePassedDoesNotJudge() throws IOException {
		versionTwo(0, 0, "max", 99, 99);
		assertFindings(null, "cpu-throttled", "Runtime");
	}

	@Test
	void contentWhenInControlGroupsOfVersionOneTellsThemAndWarns() throws IOException {
		this.root.file("proc/self/cgroup", "5:memory:/app\n4:cpu,cpuacct:/app\n3:pids:/app\n")
			.file("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n")
			.file("sys/fs/cgroup/memory/app/memory.limit_in_bytes", Long.toString(100 * MB))
			.file("sys/fs/cgroup/memory/app/memory.usage_in_bytes", Long.toString(99 * MB))
			.file("sys/fs/cgroup/memory/app/memory.stat", "cache 1\ntotal_inactive_file " + 4 * MB + "\n")
			.file("sys/fs/cgroup/cpu/app/cpu.cfs_quota_us", "50000")
			.file("sys/fs/cgroup/cpu/app/cpu.cfs_period_us", "100000")
			.file("sys/fs/cgroup/cpu/app/cpu.stat", "nr_periods 200\nnr_throttled 100\nthrottled_time 5\n")
			.file("sys/fs/cgroup/pids/pids.max", "max")
			.file("sys/fs/cgroup/pids/pids.current", "10");
		Fields fields = content();
		assertThat(container(fields)).containsEntry("version", new Value(1L))
			.containsEntry("memory", Content.bytes(95 * MB))
			.containsEntry("memory limit", Content.bytes(100 * MB))
			.containsEntry("cpus limit", new Value(new BigDecimal("0.50")))
			.containsEntry("threads", new Value(10L));
		assertThat(findings(fields)).extracting(Finding::summary)
			.containsExactly("The container uses 95 MB of 100 MB of memory, at the limit it is killed",
					"The CPU of the container was throttled in 50.0 % of the last 200 periods");
	}

	@Test
	void contentWhenVersionOneHasNoLimitTellsNone() throws IOException {
		this.root.file("proc/self/cgroup", "")
			.file("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n")
			.file("sys/fs/cgroup/memory/memory.usage_in_bytes", Long.toString(99 * MB));
		assertThat(container(content())).containsEntry("memory", Content.bytes(99 * MB))
			.containsEntry("memory limit", Content.text("none"))
			.containsEntry("cpus limit", Content.text("none"))
			.doesNotContainKey("throttled");
	}

	@Test
	void contentWhenVersionTwoHasNoLimitsTellsNone() throws IOException {
		versionTwo(10 * MB, 0, "max", 0, 0);
		this.root.file("sys/fs/cgroup/pod/app/pids.max", "max\n");
		assertThat(container(content())).containsEntry("memory limit", Content.text("none"))
			.containsEntry("threads limit", Content.text("none"));
	}

	@Test
	void contentTellsWhatThisJvmWasStartedFrom() {
		Fields fields = (Fields) new RuntimeSection(RuntimeOptions.DEFAULT).content();
		assertThat(fields.values()).containsKeys("class path", "libraries").doesNotContainKeys("module path");
		assertThat(fields.values().get("libraries").toString()).contains("assertj-core-", "spring-core-");
	}

	@Test
	void contentWhenClassPathIsLongTellsItsBeginning() {
		List<String> jars = IntStream.rangeClosed(1, 310).mapToObj((i) -> "/app/lib/library-" + i + ".jar").toList();
		this.path = LoadPath.of(properties(Map.of("java.class.path", String.join(File.pathSeparator, jars))),
				ModuleLayer.boot());
		assertThat(content().values())
			.containsEntry("class path",
					Content.items(List.of("/app/lib/library-1.jar", "/app/lib/library-2.jar", "/app/lib/library-3.jar",
							"/app/lib/library-4.jar", "/app/lib/library-5.jar", "... and 305 more")))
			.hasEntrySatisfying("libraries",
					(libraries) -> assertThat(((Items) libraries).values()).hasSize(301)
						.startsWith(Content.text("library-1.jar"))
						.endsWith(Content.text("library-300.jar"), Content.text("... and 10 more")));
	}

	@Test
	void contentWhenApplicationIsOneJarTellsThoseInsideAndInItsManifest() throws IOException {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "lib/named-1.0.jar conf/ file:/lib/other-2.0.jar");
		Path jar = this.directory.resolve("shop.jar");
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
			out.putNextEntry(new JarEntry("BOOT-INF/lib/inner-3.1.jar"));
			out.putNextEntry(new JarEntry("BOOT-INF/classes/Shop.class"));
		}
		assertThat(libraries(jar.toString()))
			.isEqualTo(Content.items(List.of("shop.jar", "named-1.0.jar", "other-2.0.jar", "inner-3.1.jar")));
	}

	@Test
	void contentWhenJarIsReplacedTellsWhatWasStarted() throws IOException {
		this.root.file("shop/BOOT-INF/lib/inner-3.1.jar", "");
		assertThat(libraries(this.directory.resolve("shop").toString()))
			.isEqualTo(Content.items(List.of("inner-3.1.jar")));
		this.path = new LoadPath(List.of(), List.of(), null, List.of(), List.of("inner-4.0.jar"));
		assertThat(((Fields) section().content()).values()).containsEntry("libraries",
				Content.items(List.of("inner-3.1.jar")));
	}

	@Test
	void contentWhenJarIsUnpackedTellsThoseInside() throws IOException {
		this.root.file("shop/BOOT-INF/lib/inner-3.1.jar", "").file("shop/BOOT-INF/classes/application.properties", "");
		assertThat(libraries(this.directory.resolve("shop").toString()))
			.isEqualTo(Content.items(List.of("inner-3.1.jar")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "broken.jar", "absent.jar", "http://libraries.example.com/remote.jar" })
	void contentWhenClassPathCannotBeReadTellsTheRest(String entry) throws IOException {
		this.root.file("broken.jar", "no archive");
		this.path = LoadPath.of(properties(
				Map.of("java.class.path", entry.contains("://") ? entry : this.directory.resolve(entry).toString())),
				ModuleLayer.boot());
		assertThat(content().values()).containsKeys("class path", "cpus", "libraries");
	}

	@Test
	void contentWhenApplicationIsModularTellsItsModules() throws IOException {
		Path jar = this.directory.resolve("shop-api-4.2.jar");
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), new Manifest())) {
			out.putNextEntry(new JarEntry("com/acme/Shop.class"));
		}
		ModuleLayer boot = ModuleLayer.boot();
		Configuration configuration = boot.configuration()
			.resolve(ModuleFinder.of(jar), ModuleFinder.of(), List.of("shop.api"));
		this.path = LoadPath.of(properties(
				Map.of("jdk.module.path", jar.toString(), "jdk.module.main", "shop.api", "java.class.path", "")),
				boot.defineModulesWithOneLoader(configuration, null));
		assertThat(content().values()).doesNotContainKey("class path")
			.containsEntry("module path", Content.items(List.of(jar.toString())))
			.containsEntry("main module", Content.text("shop.api"))
			.containsEntry("modules", Content.items(List.of("shop.api@4.2")))
			.containsEntry("libraries", Content.items(List.of("shop-api-4.2.jar")));
	}

	private Content libraries(String classPath) {
		this.path = LoadPath.of(properties(Map.of("java.class.path", classPath)), ModuleLayer.boot());
		return content().values().get("libraries");
	}

	private static UnaryOperator<@Nullable String> properties(Map<String, String> values) {
		return values::get;
	}

	@Test
	void contentWhenThreadsOfContainerAreNearTheirLimitWarns() throws IOException {
		versionTwo(0, 0, "max", 0, 0);
		this.root.file("sys/fs/cgroup/pod/app/pids.current", "95");
		assertFindings("95 of 100 native threads that the container may have are started", "native-threads-scarce",
				"Threads");
	}

	@Test
	void contentTellsPressure() throws IOException {
		this.root
			.file("proc/pressure/cpu",
					"some avg10=1.50 avg60=0.00 avg300=0.00 total=12\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0\n")
			.file("proc/pressure/io", "broken");
		assertThat(content().values().get("pressure"))
			.isEqualTo(Content.fields((fields) -> fields.add("cpu some", "avg10=1.50 avg60=0.00 avg300=0.00 total=12")
				.add("cpu full", "avg10=0.00 avg60=0.00 avg300=0.00 total=0")));
	}

	@ParameterizedTest
	@CsvSource({ "MarkSweepCompact, 4, 512, true", "MarkSweepCompact, 3, 512, false", "MarkSweepCompact, 4, 511, false",
			"G1 Old Generation, 64, 8192, false" })
	void checkWhenSerialCollectorHasManyCpusAndLargeHeapHasFinding(String collector, int cpus, long megabytes,
			boolean found) {
		assertThat(SerialCollector.check(List.of("Copy", collector), cpus, megabytes * MB).findings())
			.extracting(Finding::summary)
			.isEqualTo(found ? List.of("The serial collector uses one of 4 CPUs for a heap of up to 512 MB, "
					+ "and stops the application meanwhile") : List.of());
	}

	private void versionTwo(long used, long files, String limit, long periods, long throttled) throws IOException {
		String group = "sys/fs/cgroup/pod/app/";
		this.root.file("proc/self/cgroup", "0::/pod/app\n")
			.file("sys/fs/cgroup/cgroup.controllers", "cpu memory pids")
			.file(group + "memory.current", used + "\n")
			.file(group + "memory.stat", "anon 1\ninactive_file %d\n".formatted(files))
			.file(group + "memory.max", limit + "\n")
			.file(group + "memory.events", "low 0\noom 5\noom_kill %d\n".formatted(this.kills))
			.file(group + "cpu.max", "150000 100000\n")
			.file(group + "cpu.stat",
					"usage_usec 1\nnr_periods %d\nnr_throttled %d\nthrottled_usec 1\n".formatted(periods, throttled))
			.file(group + "pids.current", "10\n")
			.file(group + "pids.max", "100\n");
	}

	private void assertFindings(@Nullable String summary, String id, String next) {
		assertThat(findings(content())).containsExactlyElementsOf(
				(summary != null) ? List.of(Content.warning("%s", summary).id(id).next(next)) : List.of());
	}

	private RuntimeSection section() {
		if (this.section == null) {
			this.section = new RuntimeSection(RuntimeOptions.DEFAULT, this.trends, this.directory, this.flags,
					() -> this.path);
		}
		return this.section;
	}

	private Fields content() {
		this.section = null;
		return (Fields) section().content();
	}

	private static Map<String, Content> container(Fields fields) {
		return ((Fields) fields.values().get("container")).values();
	}

	private static List<Finding> findings(Fields fields) {
		return fields.values()
			.values()
			.stream()
			.flatMap((value) -> (value instanceof Fields nested) ? findings(nested).stream()
					: (value instanceof Finding finding) ? Stream.of(Named.said(finding)) : Stream.empty())
			.toList();
	}

}
