package io.github.gmr.view.text;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Threads;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.VirtualThreadFacts;
import io.github.gmr.process.TextReport;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.redact.SampleReports;
import io.github.gmr.report.ReportFinding;
import io.github.gmr.report.SectionReport;
import io.github.gmr.view.Hostile;
import io.github.gmr.view.SampleReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BriefReportView}.
 */
class BriefReportViewTests {

	private static final int MAX_SIZE = 8000;

	private final BriefReportView view = new BriefReportView();

	@Test
	void viewIsTextWithAnExtensionOfItsOwn() {
		assertThat(this.view.name()).isEqualTo("brief");
		assertThat(this.view.mediaType()).isEqualTo("text/plain;charset=UTF-8");
		assertThat(this.view.extension()).isEqualTo("brief");
	}

	@Test
	void writeWritesFindingsWithEvidence() {
		assertThat(write(SampleReport.whole())).isEqualTo(
				"""
						========================================================================
						====                        Guru Meditation                         ====
						========================================================================
						||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||
						trigger = signal USR1, touched file
						time = 2026-11-23T14:15:16.789Z
						sequence = 3
						pid = 4711
						host = shop-7c9f
						application = gmr-demo
						merged with this report = 2
						========================================================================
						====                            Findings                            ====
						========================================================================
						CRITICAL: 2 threads are deadlocked (see Threads #31) [threads-deadlocked]
						  at com.acme.Orders.save(Orders.java:41) in com.acme.Orders.handle(Orders.java:12)
						  deadlocked = 2, kind = monitors
						  since = 2026-11-23T14:14:54Z
						  "exec-1" #31 waits for "exec-2" #32
						  "exec-2" #32 waits for "exec-1" #31
						  shop.workers = 4  (config: class path resource [shop.yml] - 3:1)
						  shop.queue  (not set)
						  because of that: WARNING: 2 requests run for longer than 30 s (see Threads #31, raised by Web) [requests-slow]
						    oldest = 41 s
						WARNING: 17 orders wait, the limit is 10 (see Order Queue)
						INFO: Started 42 s ago (see Package)
						checks = 2 made, 1 raised, 1 not possible here (carriers-pinned: JDK 17 does not tell)
						========================================================================
						====                            Threads                             ====
						========================================================================
						threads = 4
						========================================================================
						====                         Green Threads                          ====
						========================================================================
						threads = 1000

						duration = 123 ms
						========================================================================
						====                     End of Guru Meditation                     ====
						========================================================================
						""");
	}

	@Test
	void writeWritesWhatThreadsDo() {
		assertThat(TextReport.of(write(whole(List.of(), threads(2)))).section("Threads"))
			.isEqualTo("threads = 5\n  40 idle\n  12 run\n  8 wait for a lock\n  3 sleep\n  2 connect a socket\n");
	}

	@Test
	void writeWhenRequestsRunWritesTheOldest() {
		SectionReport web = SampleReports.section("Web", requests(12));
		TextReport report = TextReport.of(write(whole(List.of(), web)));
		assertThat(report.section("Findings")).isEqualTo("None\n");
		assertThat(report.section("Web")).startsWith("running requests = 57\n  1 min 51 s  GET  /orders/0  exec-0 #0\n")
			.contains("\n  1 min 42 s  GET  /orders/9 ")
			.doesNotContain("/orders/10");
	}

	@Test
	void writeWhenChainIsLongCountsTheRestOfIt() {
		Finding finding = Content.critical("A deadlock")
			.chain(IntStream.range(0, 12).mapToObj((i) -> "link " + i).toList());
		assertThat(write(whole(List.of(new ReportFinding(finding, "Threads"))))).contains("  link 4\n  ... 7 more\n")
			.doesNotContain("link 5");
	}

	@Test
	void writeWhenSummaryIsLongStillSaysWhereToLook() {
		Finding finding = Content.critical("x".repeat(5000)).next("Threads", "#31").id("pool-exhausted");
		assertThat(write(whole(List.of(new ReportFinding(finding, "Data Sources"))))).containsPattern(
				"CRITICAL: x{300,400}\\.\\.\\. \\d+ more characters \\(see Threads #31, .*\\[pool-exhausted]");
	}

	@Test
	void writeWhenThereIsNoRoomLeavesThreadsAndRequestsOutFirst() {
		String text = write(whole(findings(12, 10), threads(20), SampleReports.section("Web", requests(5))));
		assertThat(text).contains("CRITICAL: finding 0 ", "CRITICAL: finding 11 ")
			.containsPattern("\nleft out = \\d+ of 132 lines about findings, 7 of 7 lines about threads, "
					+ "7 of 7 lines about requests\n\nduration = 42 ms\n")
			.contains("Findings", "End of Guru Meditation")
			.doesNotContain("running requests");
	}

	@Test
	void writeWhenThereIsNoRoomForAllFindingsKeepsTheFirst() {
		String text = write(whole(findings(500, 1)));
		TextReport report = TextReport.of(text);
		int shown = (int) report.section("Findings").lines().filter((line) -> line.startsWith("CRITICAL: ")).count();
		assertThat(shown).isBetween(20, 499);
		assertThat(text).contains("CRITICAL: finding " + (shown - 1) + " ")
			.doesNotContain("\n  figure 0")
			.contains("left out = " + (500 - shown) + " of 500 findings, 1000 of 1000 lines about findings\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "\u6ce8", "\ud83d\udc7e", "\n", "\u0000", "x\n" })
	void writeWhateverTheReportKeepsWithinItsSize(String letter) {
		String hostile = letter.repeat(70_000);
		Finding finding = Content.critical(hostile).id(hostile).next(hostile, hostile).evidence(hostile, hostile);
		List<ReportFinding> findings = Collections.nCopies(30, new ReportFinding(finding, hostile));
		RedactedReport report = SampleReports.whole(
				SampleReports.head(hostile, Long.MAX_VALUE, hostile, hostile, hostile), findings, threads(3000),
				SampleReports.section("Web", requests(200)));
		assertThat(write(report)).endsWith("End of Guru Meditation                     ====\n" + "=".repeat(72) + "\n");
	}

	@Test
	void writeWhenThreadsAreManyCountsThem() {
		assertThat(write(SampleReport.large(300))).contains("threads = 300\n");
	}

	@ParameterizedTest
	@EnumSource
	void writeWhenHostileWritesNoLineThatSeemsToBeItsOwn(Hostile hostile) {
		Finding finding = Content.critical(hostile.text()).evidence(hostile.text(), hostile.text());
		String part = write(SampleReports.alone(SampleReports.section("Findings", null),
				new ReportFinding(finding, hostile.text())));
		assertThat(part).hasLineCount(5);
		String whole = write(SampleReport.hostile(hostile.text()));
		assertThat(whole).matches(Hostile.VISIBLE);
		assertThat(whole.lines().filter((line) -> line.startsWith("===="))).allMatch((line) -> line.endsWith("===="));
	}

	@Test
	void writeWhenFindingsAreAloneWritesThem() {
		SectionReport findings = SampleReports.section("Findings", null);
		String text = write(SampleReports.alone(findings,
				new ReportFinding(Content.warning("3 orders wait").evidence("depth", 3), "Order Queue")));
		assertThat(text).isEqualTo("""
				========================================================================
				====                            Findings                            ====
				========================================================================
				WARNING: 3 orders wait (see Order Queue)
				  depth = 3
				""");
	}

	@Test
	void writeWhenSectionIsAloneWritesItsBeginning() {
		SectionReport section = SampleReports.section("Order Queue",
				Content.items(IntStream.range(0, 5000).mapToObj((i) -> "order " + i).toList()));
		assertThat(write(SampleReports.alone(section))).contains("Order Queue", "\n  order 0\n")
			.containsPattern("\n  \\.\\.\\. \\d+ more\n$|\nleft out = \\d+ of \\d+ lines\n$");
		assertThat(write(SampleReport.single()))
			.isEqualTo(SampleReport.write(new TextReportView(), SampleReport.single()));
	}

	private static List<ReportFinding> findings(int count, int settings) {
		return IntStream.range(0, count)
			.mapToObj((i) -> finding("finding " + i + " is bad in a way that takes some words to say", settings))
			.map((finding) -> new ReportFinding(finding, "Order Queue"))
			.toList();
	}

	private static Finding finding(String summary, int settings) {
		Finding finding = Content.critical(summary).evidence("figure 0", Duration.ofSeconds(3)).evidence("figure 1", 3);
		for (int i = 0; i < settings; i++) {
			finding = finding.setting("shop.some-setting-with-a-name-that-is-not-short-" + i);
		}
		return finding;
	}

	private static SectionReport threads(int groups) {
		List<StackGroup> stacks = IntStream.range(0, groups)
			.mapToObj((i) -> new StackGroup("RUNNABLE", 2 + i,
					List.of(new ThreadEntry(i, "", new VirtualThreadFacts(null, null), List.of())),
					List.of("com.acme.Orders.find(Orders.java:" + i + ")"), false))
			.toList();
		return SampleReports.section("Threads",
				new Threads(Threads.Kind.PLATFORM, "OpenJDK",
						Content.fields(Map.of("activities",
								List.of("40 idle", "12 run", "8 wait for a lock", "3 sleep", "2 connect a socket"))),
						stacks, 0));
	}

	private static Content requests(int count) {
		List<Integer> rows = IntStream.range(0, count).boxed().toList();
		return Content.fields((fields) -> fields.add("running requests", 57)
			.add("requests",
					Content.table(rows,
							(table) -> table.column("age", (row) -> Duration.ofSeconds(111 - row))
								.column("method", (row) -> "GET")
								.column("path", (row) -> "/orders/" + row)
								.column("thread", (row) -> "exec-" + row + " #" + row)
								.column("at", (row) -> ""))));
	}

	private static RedactedReport whole(List<ReportFinding> findings, SectionReport... sections) {
		return SampleReports.whole(SampleReports.head("orders", 3, "signal USR1"), findings, sections);
	}

	private String write(RedactedReport report) {
		String text = SampleReport.write(this.view, report);
		assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(MAX_SIZE);
		return text;
	}

}
