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
import java.util.List;
import java.util.Map;

import com.sun.management.GcInfo;
import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Table;
import io.github.gmr.content.Value;
import io.github.gmr.section.bean.Named;
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

	private final MemoryBeans beans = new MemoryBeans(this.memory, this.pools, this.collectors,
			List.<BufferPoolMXBean>of(), mock(ClassLoadingMXBean.class), this.runtime);

	MemorySectionTests() {
		given(this.memory.getHeapMemoryUsage()).willReturn(usage(80, 100));
		given(this.memory.getNonHeapMemoryUsage()).willReturn(usage(40, -1));
		given(this.runtime.getUptime()).willReturn(Duration.ofHours(1).toMillis());
	}

	@Test
	void contentTellsThisJvm() {
		try (MemorySection section = new MemorySection(MemoryOptions.DEFAULT)) {
			Fields fields = (Fields) section.content();
			assertThat(fields.values()).containsKeys("heap", "non-heap", "time in collections", "classes");
			assertThat(((Table) fields.values().get("pools")).rows()).anyMatch((row) -> row.contains(text("Metaspace")))
				.anyMatch((row) -> row.contains(text("heap")));
			assertThat(((Table) fields.values().get("buffers")).rows()).anyMatch((row) -> row.contains(text("direct")));
			assertThat(findings(fields)).isEmpty();
		}
	}

	@Test
	void contentWhenGarbageWasCollectedTellsCauseAndWhatIsLeft() {
		try (MemorySection section = new MemorySection(MemoryOptions.DEFAULT)) {
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
		MemorySection section = new MemorySection(MemoryOptions.DEFAULT, this.beans);
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
		MemorySection section = new MemorySection(MemoryOptions.DEFAULT, this.beans);
		section.content();
		advance(Duration.ofMillis(100));
		given(collector.getCollectionTime()).willReturn(80L);
		assertThat(findings((Fields) section.content())).isEmpty();
	}

	@Test
	void contentWhenCollectorWorksBesideTheApplicationCountsItsPausesOnly() {
		given(collector("ZGC Cycles", 1, null).getCollectionTime()).willReturn(Duration.ofMinutes(50).toMillis());
		given(collector("ZGC Pauses", 1, null).getCollectionTime()).willReturn(36_000L);
		Fields fields = (Fields) new MemorySection(MemoryOptions.DEFAULT, this.beans).content();
		assertThat(fields.values()).containsEntry("time in collections", text("1.0 % of the last 1 h"));
	}

	@Test
	void contentWhenThresholdsAreLowerWarnsEarlier() {
		pool("G1 Old Gen", MemoryType.HEAP, usage(60, 100), usage(50, 100), true);
		pool("Metaspace", MemoryType.NON_HEAP, usage(40, 100), null, true);
		Fields fields = (Fields) new MemorySection(new MemoryOptions(50, 40, 100), this.beans).content();
		assertThat(findings(fields)).hasSize(2);
	}

	private void assertFinding(@Nullable String summary) {
		Fields fields = (Fields) new MemorySection(MemoryOptions.DEFAULT, this.beans).content();
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
