package io.github.gmr.section.memory;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.management.RuntimeMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.sun.management.GcInfo;
import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Table;
import io.github.gmr.content.Value;
import io.github.gmr.section.bean.Named;
import io.github.gmr.section.pulse.FigureNames;
import io.github.gmr.section.pulse.Pulses;
import io.github.gmr.section.pulse.Trends;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link MemorySection}.
 */
class MemorySectionTests {

	private static final long MB = 1024 * 1024;

	private final MemoryMXBean memory = mock(MemoryMXBean.class);

	private final RuntimeMXBean runtime = mock(RuntimeMXBean.class);

	private final List<MemoryPoolMXBean> pools = new ArrayList<>();

	private final List<GarbageCollectorMXBean> collectors = new ArrayList<>();

	private final List<BufferPoolMXBean> buffers = new ArrayList<>();

	private final Map<String, String> answers = new HashMap<>();

	private String flags = "";

	private Trends trends = Trends.NONE;

	private final ClassLoadingMXBean classes = mock(ClassLoadingMXBean.class);

	private final MemoryBeans beans = new MemoryBeans(this.memory, this.pools, this.collectors, this.buffers,
			this.classes, this.runtime);

	MemorySectionTests() {
		given(this.memory.getHeapMemoryUsage()).willReturn(usage(80, 100));
		given(this.memory.getNonHeapMemoryUsage()).willReturn(usage(40, -1));
		given(this.runtime.getUptime()).willReturn(Duration.ofHours(1).toMillis());
		given(this.classes.getLoadedClassCount()).willReturn(15_000);
	}

	@Test
	void contentTellsThisJvm() {
		try (MemorySection section = new MemorySection(MemoryOptions.DEFAULT, Named.workers())) {
			Fields fields = (Fields) section.content();
			assertThat(fields.values()).containsKeys("heap", "non-heap", "time in collections", "classes");
			assertThat(((Table) fields.values().get("pools")).rows()).anyMatch((row) -> row.contains(text("Metaspace")))
				.anyMatch((row) -> row.contains(text("heap")));
			assertThat(((Table) fields.values().get("buffers")).rows()).anyMatch((row) -> row.contains(text("direct")));
			// Other tests in this JVM may have thrown errors and called System.gc()
			assertThat(findings(fields)).extracting(Finding::id).doesNotContain("heap-full", "metaspace-full");
		}
	}

	@Test
	void contentWhenGarbageWasCollectedTellsCauseAndWhatIsLeft() {
		try (MemorySection section = new MemorySection(MemoryOptions.DEFAULT, Named.workers())) {
			System.gc();
			Awaitility.await().untilAsserted(() -> {
				Table collectors = (Table) ((Fields) section.content()).values().get("collectors");
				assertThat(collectors.rows()).anySatisfy((row) -> {
					assertThat(row.get(collectors.columns().indexOf("last cause"))).isEqualTo(text("System.gc()"));
					assertThat(((Value) row.get(collectors.columns().indexOf("last took"))).value())
						.isInstanceOf(Duration.class);
					assertThat(((Value) row.get(collectors.columns().indexOf("since last"))).value())
						.isInstanceOf(Duration.class);
				});
			});
		}
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			89, -
			90, The heap is nearly full: 90 MB of 100 MB are in use after the last collection
			""")
	void contentWhenHeapIsNearlyFullAfterCollectionWarns(long left, @Nullable String finding) {
		pool("G1 Old Gen", MemoryType.HEAP, usage(95, 100), usage(left, 100), true);
		assertFinding(finding);
	}

	@Test
	void contentWhenOldGenerationOnlyIsNearlyFullWarns() {
		pool("Eden Space", MemoryType.HEAP, usage(33, 33), usage(0, 33), false);
		pool("Tenured Gen", MemoryType.HEAP, usage(62, 66), usage(61, 66), true);
		assertFinding("Tenured Gen is nearly full: 61 MB of 66 MB are in use after the last collection");
	}

	@Test
	void contentWhenHeapIsFullOfGarbageDoesNotWarn() {
		pool("Survivor Space", MemoryType.HEAP, usage(2, 2), usage(2, 2), false);
		pool("Tenured Gen", MemoryType.HEAP, usage(66, 66), usage(20, 66), true);
		pool("G1 Old Gen", MemoryType.HEAP, usage(66, 66), null, true);
		assertFinding(null);
	}

	@Test
	void contentWhenCollectorOfAllPoolsRanLaterBelievesThatOne() {
		pool("G1 Old Gen", MemoryType.HEAP, usage(95, 100), usage(10, 100), true);
		collector("G1 Young Generation", 5000, usage(93, 100));
		collector("G1 Old Generation", 4000, usage(12, 100));
		assertFinding("The heap is nearly full: 93 MB of 100 MB are in use after the last collection");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			Metaspace,              89, 100, -
			Metaspace,              90, 100, Metaspace is nearly full: 90 MB of 100 MB are in use
			Metaspace,              90,  -1, -
			Compressed Class Space, 95, 100, Compressed Class Space is nearly full: 95 MB of 100 MB are in use
			CodeCache,              95, 100, -
			""")
	void contentWhenMetaspaceIsNearlyFullWarns(String name, long used, long max, @Nullable String finding) {
		pool(name, MemoryType.NON_HEAP, usage(used, max), null, true);
		assertFinding(finding);
	}

	@Test
	void contentWhenCollectionsTakeLongSinceLastReportWarns() {
		GarbageCollectorMXBean collector = collector("Copy", 1, null);
		given(collector.getCollectionTime()).willReturn(1000L);
		MemorySection section = section(MemoryOptions.DEFAULT);
		assertThat(findings((Fields) section.content())).isEmpty();
		advance(Duration.ofSeconds(100));
		given(collector.getCollectionTime()).willReturn(31_000L);
		assertThat(findings((Fields) section.content()))
			.containsExactly(finding("Garbage collections took 30.0 % of the last 1 min 40 s"));
		advance(Duration.ofSeconds(100));
		assertThat(findings((Fields) section.content())).isEmpty();
	}

	@Test
	void contentWhenReportsFollowEachOtherJudgesNoSingleCollection() {
		GarbageCollectorMXBean collector = collector("Copy", 1, null);
		MemorySection section = section(MemoryOptions.DEFAULT);
		section.content();
		advance(Duration.ofMillis(100));
		given(collector.getCollectionTime()).willReturn(80L);
		assertThat(findings((Fields) section.content())).isEmpty();
	}

	@Test
	void contentWhenCollectorWorksBesideTheApplicationCountsItsPausesOnly() {
		given(collector("ZGC Cycles", 1, null).getCollectionTime()).willReturn(Duration.ofMinutes(50).toMillis());
		given(collector("ZGC Pauses", 1, null).getCollectionTime()).willReturn(36_000L);
		Fields fields = (Fields) section(MemoryOptions.DEFAULT).content();
		assertThat(fields.values()).containsEntry("time in collections", text("1.0 % of the last 1 h"));
	}

	@Test
	void contentWhenThresholdsAreLowerWarnsEarlier() {
		pool("G1 Old Gen", MemoryType.HEAP, usage(60, 100), usage(50, 100), true);
		pool("Metaspace", MemoryType.NON_HEAP, usage(40, 100), null, true);
		Fields fields = (Fields) section(new MemoryOptions(50, 40, 90, 100, Duration.ofSeconds(2))).content();
		assertThat(findings(fields)).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			-XX:MaxDirectMemorySize=104857600, 89, -
			-XX:MaxDirectMemorySize=104857600, 90, Direct buffers take up 90 MB of 100 MB that they may
			-XX:MaxDirectMemorySize=0,         90, -
			-XX:+UseG1GC,                      90, -
			""")
	void contentWhenDirectBuffersAreNearTheirLimitWarns(String flags, long used, @Nullable String finding) {
		this.flags = "-XX:+UseSerialGC " + flags;
		buffers("direct", used * MB);
		buffers("mapped", 500 * MB);
		assertWarning("direct-memory-full", finding);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", delimiter = '|',
			textBlock = """
					full_count=0 compilation: enabled                                               | -
					full_count=0 compilation: disabled (interpreter mode)                           | -
					full_count=1 Compilation: disabled (not enough contiguous free space left)      | WARNING: The code cache is full: nothing is compiled any more, code that is not runs slowly
					full_count=2 Compilation: enabled, stopped_count=2, restarted_count=2           | INFO: The code cache was full 2 times since the start: compiled code was given up
					""")
	void contentWhenCodeCacheIsOrWasFullHasFinding(String answer, @Nullable String finding) {
		this.answers.put("compilerCodecache", answer);
		assertLine("code-cache-full", finding);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", delimiter = '|',
			textBlock = """
					StackOverflowErrors=3;LinkageErrors=7                               | -
					OutOfMemoryError java_heap_errors=2                                 | OutOfMemoryError was thrown 2 times since the start: 2 for the java heap
					OutOfMemoryError java_heap_errors=2;OutOfMemoryError metaspace_errors=1 | OutOfMemoryError was thrown 3 times since the start: 2 for the java heap, 1 for the metaspace
					""")
	void contentWhenErrorsWereThrownWarns(String answer, @Nullable String finding) {
		this.answers.put("vmInfo", answer.replace(';', '\n'));
		assertWarning("out-of-memory-thrown", finding);
	}

	@Test
	void contentWhenJvmTellsNothingCannotCheck() {
		Fields fields = (Fields) section(MemoryOptions.DEFAULT).content();
		assertThat(fields.checks()).filteredOn((check) -> check.outcome() == Check.Outcome.NOT_POSSIBLE)
			.extracting(Check.Result::id)
			.containsExactly("heap-growing", "classes-growing", "code-cache-full", "out-of-memory-thrown",
					"class-loaders-many");
	}

	@Test
	void contentWhenAskedAgainSoonDoesNotAskTheJvm() {
		this.answers.put("vmInfo", "OutOfMemoryError java_heap_errors=2");
		MemorySection section = section(MemoryOptions.DEFAULT);
		section.content();
		this.answers.put("vmInfo", "OutOfMemoryError java_heap_errors=3");
		assertThat(findings((Fields) section.content())).extracting(Finding::summary)
			.singleElement()
			.asString()
			.contains("2 times");
	}

	@Test
	void contentAfterWarmUpAsksAnew() throws Exception {
		this.answers.put("vmInfo", "nothing");
		MemorySection section = section(MemoryOptions.DEFAULT);
		section.forWarmUp().content();
		this.answers.put("vmInfo", "OutOfMemoryError java_heap_errors=3");
		assertThat(findings((Fields) section.content())).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", delimiter = '|',
			textBlock = """
					com.acme.PluginLoader                       | 99   | -
					com.acme.PluginLoader                       | 100  | INFO: There are 100 class loaders of com.acme.PluginLoader
					com.acme.PluginLoader                       | 1000 | WARNING: There are 1000 class loaders of com.acme.PluginLoader
					jdk.internal.reflect.DelegatingClassLoader  | 5000 | -
					""")
	void contentWhenThereAreManyClassLoadersOfAClassHasFinding(String type, int count, @Nullable String finding) {
		this.answers.put("vmClassloaderStats",
				"""
						ClassLoader         Parent              CLD*               Classes   ChunkSz   BlockSz  Type
						0x0000000000000000  0x0000000000000000  0x00007f5138078890    1485    573440    363712  <boot class loader>
						                                                                36     13952      8748   + hidden classes
						"""
						+ "0x00007f50c307af08  0x00007f50c307d1e8  0x00007f51380a9300       1       768       537  %s\n"
							.formatted(type)
							.repeat(count)
						+ "Total = 4                                                     1523    588672    373426");
		assertLine("class-loaders-many", finding);
	}

	@Test
	void contentWhenFewClassesAreLoadedDoesNotStopTheWorldForTheirLoaders() {
		given(this.classes.getLoadedClassCount()).willReturn(14_999);
		Fields fields = (Fields) new MemorySection(MemoryOptions.DEFAULT, this.beans, () -> this.flags, (command) -> {
			assertThat(command).isNotEqualTo("vmClassloaderStats");
			return "";
		}, Named.workers(), Trends.NONE).content();
		assertThat(fields.checks()).filteredOn((check) -> check.id().equals("class-loaders-many"))
			.extracting(Check.Result::outcome)
			.containsExactly(Check.Outcome.FINE);
	}

	@ParameterizedTest
	@CsvSource({ "9, 60, false", "10, 600, true", "10, 601, false", "600, 3600, true" })
	void checkWhenApplicationAsksForCollectionsAgainAndAgainHasFinding(long count, long seconds, boolean found) {
		assertThat(ExplicitCollections.check(count, Duration.ofSeconds(seconds)).findings()).hasSize(found ? 1 : 0);
	}

	@Test
	void contentWhenApplicationAsksForCollectionsHasFinding() {
		try (MemorySection section = new MemorySection(MemoryOptions.DEFAULT, Named.workers())) {
			for (int i = 0; i < 10; i++) {
				System.gc();
			}
			Awaitility.await()
				.untilAsserted(() -> assertThat(findings((Fields) section.content()))
					.filteredOn((finding) -> "explicit-gc".equals(finding.id()))
					.extracting(Finding::summary)
					.singleElement()
					.asString()
					.matches("System.gc\\(\\) was called \\d\\d times in .*, each a collection of the whole heap"));
		}
	}

	@Test
	void contentWhenErrorsWereThrownLatelyKnowsWhen() {
		long[] errors = { 1 };
		this.answers.put("vmInfo", "OutOfMemoryError java_heap_errors=2");
		Pulses pulses = new Pulses((figures) -> figures.count("thrown OutOfMemoryErrors", () -> errors[0]));
		this.trends = new Trends(pulses.history(), () -> true, Trends.LEAST);
		look(pulses, Duration.ofMinutes(2));
		errors[0] = 2;
		look(pulses, Duration.ofMinutes(58));
		assertLineMatches("out-of-memory-thrown", "WARNING: OutOfMemoryError was thrown 2 times since the start, "
				+ "the last time between 20\\d\\d-.*Z and 20\\d\\d-.*Z: 2 for the java heap");
		look(pulses, Duration.ofMinutes(4));
		assertLineMatches("out-of-memory-thrown", "INFO: OutOfMemoryError was thrown 2 times .*");
		this.answers.put("vmInfo", "OutOfMemoryError java_heap_errors=3");
		assertLineMatches("out-of-memory-thrown", "WARNING: OutOfMemoryError was thrown 3 times .*");
	}

	@Test
	void contentWhenCollectionStoppedTheApplicationForLongSaysSo() {
		MemoryOptions strict = new MemoryOptions(100, 100, 100, 100, Duration.ZERO);
		try (MemorySection section = new MemorySection(strict, Named.workers());
				MemorySection usual = new MemorySection(MemoryOptions.DEFAULT, Named.workers())) {
			System.gc();
			Awaitility.await()
				.untilAsserted(() -> assertThat(findings((Fields) section.content()))
					.filteredOn((finding) -> "collection-pause-long".equals(finding.id()))
					.extracting(Finding::summary)
					.singleElement()
					.asString()
					.matches("A garbage collection stopped the application for .*s, .* ago: .*"));
			assertThat(findings((Fields) usual.content())).extracting(Finding::id)
				.doesNotContain("collection-pause-long");
		}
	}

	@ParameterizedTest
	@CsvSource({ "2000, 1000, 1500, 200000, 2000", "2000, 1000, 1500, 400000, 1500", "2000, 1000, 3000, 9000, 3000" })
	void orIsTheLongestOfTheLastMinutes(long time, long ended, long laterTime, long laterEnded, long expected) {
		LongPause pause = new LongPause(time, ended, "Full").or(new LongPause(laterTime, laterEnded, "Full"));
		assertThat(pause.time()).isEqualTo(expected);
		assertThat(pause.check(pause.ended() + 299_000).findings()).hasSize(1);
		assertThat(pause.check(pause.ended() + 301_000).findings()).isEmpty();
		assertThat(LongPause.NONE.check(100).findings()).isEmpty();
	}

	@Test
	void followedErrorsAreAskedForAfterCollectionsOnly() {
		long[] collections = { 7 };
		GarbageCollectorMXBean collector = mock(GarbageCollectorMXBean.class);
		given(collector.getCollectionCount()).willAnswer((call) -> collections[0]);
		List<String> asked = new ArrayList<>();
		FollowedErrors errors = new FollowedErrors(new SlowCommand("vmInfo", (command) -> {
			asked.add(command);
			return "OutOfMemoryError java_heap_errors=" + asked.size();
		}, Named.workers(), Duration.ofNanos(-1)), List.of(collector));
		assertThat(errors.next()).isEqualTo(1);
		assertThat(errors.next()).isEqualTo(1);
		collections[0]++;
		assertThat(errors.next()).isEqualTo(2);
		assertThat(asked).hasSize(2);
	}

	@Test
	void readAsksTheJvmOnceInAMinuteForErrors() {
		List<String> asked = new ArrayList<>();
		MemorySection section = new MemorySection(MemoryOptions.DEFAULT, this.beans, () -> this.flags, (command) -> {
			asked.add(command);
			return "OutOfMemoryError java_heap_errors=2";
		}, Named.workers(), Trends.NONE);
		Pulses pulses = new Pulses(section);
		look(pulses, Duration.ofSeconds(20));
		assertThat(asked).containsExactly("vmInfo");
		assertThat(pulses.history().get("thrown OutOfMemoryErrors").last()).isEqualTo(2);
		assertThat(pulses.history().get("thrown OutOfMemoryErrors").looks().size()).isEqualTo(1);
	}

	@Test
	void contentWhenFiguresAreFollowedJudgesTheLastMinute() {
		long[] time = { 600_000 };
		GarbageCollectorMXBean collector = collectorOfCount("Copy", 9);
		Pulses pulses = new Pulses((figures) -> figures.count(FigureNames.COLLECTING, () -> time[0]));
		this.trends = new Trends(pulses.history(), () -> true, Trends.LEAST);
		look(pulses, Duration.ofMinutes(2));
		given(collector.getCollectionTime()).willReturn(time[0]);
		assertLineMatches("garbage-collections-long", null);
		time[0] += 12_000;
		look(pulses, Duration.ofMinutes(1));
		given(collector.getCollectionTime()).willReturn(time[0]);
		assertLineMatches("garbage-collections-long", "WARNING: Garbage collections took 20.0 % of the last 1 min");
	}

	private static void look(Pulses pulses, Duration time) {
		for (long second = 0; second < time.toSeconds(); second += 5) {
			pulses.look();
		}
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", delimiter = '|',
			textBlock = """
					40 | 44 | -
					4  | 7  | -
					20 | 27 | INFO: What collections leave of the heap grows from 21 MB to 26 MB in 10 min, .* KB a minute; it fills 100 MB in 2 h .*
					20 | 60 | WARNING: What collections leave of the heap grows from 26 MB to 56 MB in 10 min, 3413 KB a minute; it fills 100 MB in 13 min
					""")
	void contentWhenHeapLeftGrowsHasFinding(long from, long to, @Nullable String finding) {
		pool("G1 Old Gen", MemoryType.HEAP, usage(60, 100), usage(to, 100), true);
		this.trends = Pulses.growing(FigureNames.HEAP_LEFT, from * MB, to * MB);
		assertLineMatches("heap-growing", finding);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", delimiter = '|', textBlock = """
			10_000 | 10_900 | -
			90_000 | 97_000 | -
			10_000 | 16_000 | INFO: Loaded classes become more, from 11,000 to 15,500 in 10 min, 500 a minute
			""")
	void contentWhenClassesBecomeMoreHasFinding(String from, String to, @Nullable String finding) {
		this.trends = Pulses.growing(FigureNames.CLASSES, Long.parseLong(from.replace("_", "")),
				Long.parseLong(to.replace("_", "")));
		assertLineMatches("classes-growing", finding);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			G1 Young Generation, 5, 9,  40, 50, 50
			G1 Young Generation, 5, 9,  40, 40, -
			ZGC Minor Cycles,    5, 9,  40, 50, -
			ZGC Major Cycles,    5, 9,  40, 50, 50
			ZGC Major Cycles,    5, 5,  40, 50, -
			PS MarkSweep,        0, 0,   0,  0, -
			""")
	void nextLeftIsWhatOwnCollectionsLeave(String name, long before, long after, long first, long second,
			@Nullable Long expected) {
		pool("Old", MemoryType.HEAP, usage(60, 100), usage(first, 100), true);
		pool("Eden", MemoryType.HEAP, usage(60, 100), usage(first, 100), false);
		GarbageCollectorMXBean collector = collectorOfCount(name, before);
		if (name.startsWith("ZGC")) {
			collectorOfCount(name.endsWith("Major Cycles") ? "ZGC Minor Cycles" : "ZGC Major Cycles", 1);
		}
		OldGeneration old = new OldGeneration(this.pools, this.collectors);
		old.nextLeft();
		given(collector.getCollectionCount()).willReturn(after);
		MemoryUsage left = usage(second, 100);
		given(this.pools.get(0).getCollectionUsage()).willReturn(left);
		assertThat(old.nextLeft()).isEqualTo((expected != null) ? Long.valueOf(expected * MB) : null);
		assertThat(old.nextLeft()).isNull();
	}

	private GarbageCollectorMXBean collectorOfCount(String name, long count) {
		GarbageCollectorMXBean collector = mock(GarbageCollectorMXBean.class);
		given(collector.getName()).willReturn(name);
		given(collector.getCollectionCount()).willReturn(count);
		this.collectors.add(collector);
		return collector;
	}

	private void assertLineMatches(String id, @Nullable String line) {
		List<String> lines = findings((Fields) section(MemoryOptions.DEFAULT).content()).stream()
			.filter((finding) -> id.equals(finding.id()))
			.map((finding) -> finding.severity() + ": " + finding.summary())
			.toList();
		if (line == null) {
			assertThat(lines).isEmpty();
		}
		else {
			assertThat(lines).singleElement().asString().matches(line);
		}
	}

	private void assertWarning(String id, @Nullable String summary) {
		assertLine(id, (summary != null) ? "WARNING: " + summary : null);
	}

	private void assertLine(String id, @Nullable String line) {
		Fields fields = (Fields) section(MemoryOptions.DEFAULT).content();
		assertThat(findings(fields)).filteredOn((finding) -> id.equals(finding.id()))
			.extracting((finding) -> finding.severity() + ": " + finding.summary())
			.isEqualTo((line != null) ? List.of(line) : List.of());
		assertThat(fields.checks()).filteredOn((check) -> check.id().equals(id))
			.extracting(Check.Result::outcome)
			.containsExactly((line != null) ? Check.Outcome.RAISED : Check.Outcome.FINE);
	}

	private void buffers(String name, long capacity) {
		BufferPoolMXBean pool = mock(BufferPoolMXBean.class);
		given(pool.getName()).willReturn(name);
		given(pool.getTotalCapacity()).willReturn(capacity);
		this.buffers.add(pool);
	}

	private MemorySection section(MemoryOptions options) {
		return new MemorySection(options, this.beans, () -> this.flags,
				(command) -> this.answers.getOrDefault(command, ""), Named.workers(), this.trends);
	}

	private void assertFinding(@Nullable String summary) {
		Fields fields = (Fields) section(MemoryOptions.DEFAULT).content();
		assertThat(findings(fields))
			.containsExactlyElementsOf((summary != null) ? List.of(finding(summary)) : List.of());
	}

	private static Finding finding(String summary) {
		String id = summary.startsWith("Garbage") ? "garbage-collections-long"
				: (summary.startsWith("Metaspace") || summary.startsWith("Compressed")) ? "metaspace-full"
						: "heap-full";
		return Content.warning("%s", summary).id(id).next("Memory");
	}

	private void advance(Duration time) {
		long uptime = this.runtime.getUptime() + time.toMillis();
		given(this.runtime.getUptime()).willReturn(uptime);
	}

	private void pool(String name, MemoryType type, MemoryUsage usage, @Nullable MemoryUsage left, boolean threshold) {
		MemoryPoolMXBean pool = mock(MemoryPoolMXBean.class);
		given(pool.getName()).willReturn(name);
		given(pool.getType()).willReturn(type);
		given(pool.getUsage()).willReturn(usage);
		given(pool.getCollectionUsage()).willReturn(left);
		given(pool.isUsageThresholdSupported()).willReturn(threshold);
		this.pools.add(pool);
	}

	private GarbageCollectorMXBean collector(String name, long ended, @Nullable MemoryUsage left) {
		com.sun.management.GarbageCollectorMXBean collector = mock(com.sun.management.GarbageCollectorMXBean.class);
		given(collector.getName()).willReturn(name);
		given(collector.getMemoryPoolNames()).willReturn(new String[] { "G1 Old Gen" });
		if (left != null) {
			GcInfo info = mock(GcInfo.class);
			given(info.getEndTime()).willReturn(ended);
			given(info.getMemoryUsageAfterGc()).willReturn(Map.of("G1 Old Gen", left));
			given(collector.getLastGcInfo()).willReturn(info);
		}
		this.collectors.add(collector);
		return collector;
	}

	private static MemoryUsage usage(long used, long max) {
		return new MemoryUsage(0, used * MB, used * MB, (max < 0) ? -1 : max * MB);
	}

	private static Content text(String text) {
		return Content.text(text);
	}

	private static List<Finding> findings(Fields fields) {
		return Named.findings(fields);
	}

}
