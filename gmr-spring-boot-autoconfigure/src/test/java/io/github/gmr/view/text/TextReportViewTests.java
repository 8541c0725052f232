package io.github.gmr.view.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Provenance;
import io.github.gmr.content.Setting.Remark;
import io.github.gmr.content.Setting.Remark.Kind;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Text;
import io.github.gmr.content.Timeline;
import io.github.gmr.content.Value;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.redact.SampleReports;
import io.github.gmr.report.ReportFinding;
import io.github.gmr.report.ReportHead;
import io.github.gmr.report.SectionStatus;
import io.github.gmr.view.Hostile;
import io.github.gmr.view.SampleReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TextReportView}.
 */
class TextReportViewTests {

	private static final String RULE = "=".repeat(72) + "\n";

	private final TextReportView view = new TextReportView();

	@Test
	void viewIsNamedText() {
		assertThat(this.view.name()).isEqualTo("text");
		assertThat(this.view.mediaType()).isEqualTo("text/plain;charset=UTF-8");
		assertThat(this.view.extension()).isEqualTo("txt");
	}

	@Test
	void writeWhenReportIsWholeHasOpeningAndClosingHead() throws IOException {
		RedactedReport report = SampleReports.whole(SampleReports.head("orders", 3, "signal USR1", "HTTP GET"),
				List.of(new ReportFinding(Content.critical("2 threads are deadlocked"), "Threads"),
						new ReportFinding(Content.warning("3 orders wait").next("Green Threads"), "Order Queue")),
				SampleReports.section("Package", Content.fields((fields) -> fields.add("product", "orders"))),
				SampleReports.section("Order Queue", null));
		assertThat(write(report)).isEqualTo("""
				========================================================================
				====                        Guru Meditation                         ====
				========================================================================
				||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||
				trigger = signal USR1, HTTP GET
				time = 2026-11-23T14:05:09Z
				sequence = 3
				pid = 4242
				host = host-1
				application = orders


				========================================================================
				====                            Findings                            ====
				========================================================================
				CRITICAL: 2 threads are deadlocked (see Threads)
				WARNING: 3 orders wait (see Green Threads, raised by Order Queue)
				========================================================================
				====                            Package                             ====
				========================================================================
				product = orders
				========================================================================
				====                          Order Queue                           ====
				========================================================================
				None

				duration = 42 ms
				========================================================================
				====                     End of Guru Meditation                     ====
				========================================================================
				""");
	}

	@Test
	void writeWhenRequestsWereMergedCountsThem() throws IOException {
		ReportHead head = SampleReports.head("orders", 3, "signal USR1");
		ReportHead merged = new ReportHead(head.sequence(), head.time(), head.triggers(), 17, head.process());
		assertThat(write(SampleReports.whole(merged, List.of())))
			.contains("\napplication = orders\nmerged with this report = 17\n")
			.contains("Findings                            ====\n" + RULE + "None\n");
	}

	@Test
	void writeWhenSectionIsAloneHasItsHeadOnly() throws IOException {
		assertThat(write(SampleReports.alone(SampleReports.section("Order Queue", Content.text("empty")))))
			.isEqualTo("""
					========================================================================
					====                          Order Queue                           ====
					========================================================================
					  empty
					""");
	}

	@Test
	void writeWritesTimelineWithNumbersAtTheRight() throws IOException {
		assertThat(write(SampleReports.alone(SampleReports.section("Timeline", SampleReport.timeline())))).isEqualTo("""
				========================================================================
				====                            Timeline                            ====
				========================================================================
				  figure                          now         1 min  1 h  last report  last 30 s
				  CPU                   12 % of a CPU  5 % of a CPU             +61 s   -.* #
				  Shop <& Sons> queued              0            17  2.5               :# _ _
				  ... 3 more
				""");
	}

	@Test
	void writeWhenTimelineHasNoFiguresSaysNone() throws IOException {
		Timeline timeline = new Timeline(List.of("now"), Instant.EPOCH, Duration.ofSeconds(5), List.of(), 0);
		assertThat(write(SampleReports.alone(SampleReports.section("Timeline", timeline)))).endsWith("====\nNone\n");
	}

	@Test
	void writeWhenFindingsAreAloneTellsThem() throws IOException {
		assertThat(write(SampleReports.alone(SampleReports.section("Findings", null),
				new ReportFinding(Content.info("all is well"), "Package"))))
			.isEqualTo("""
					========================================================================
					====                            Findings                            ====
					========================================================================
					INFO: all is well (see Package)
					""");
	}

	@Test
	void writeWhenTitleIsLongCutsIt() throws IOException {
		assertThat(write(SampleReports.alone(SampleReports.section("x".repeat(100), null))))
			.isEqualTo(RULE + "====" + "x".repeat(64) + "====\n" + RULE + "None\n");
	}

	@Test
	void writeWhenContentIsTextIndentsEachLine() throws IOException {
		assertThat(body(Content.text("first\nsecond\n\nlast"))).isEqualTo("  first\n  second\n  \n  last\n");
	}

	@Test
	void writeWhenContentIsValueWritesIt() throws IOException {
		assertThat(body(new Value(4.5))).isEqualTo("  4.5\n");
		assertThat(body(new Value(true))).isEqualTo("  true\n");
		assertThat(body(new Value(null))).isEqualTo("None\n");
		assertThat(body(Content.of(Duration.ofMillis(1500)))).isEqualTo("  1500 ms\n");
	}

	@Test
	void writeWhenContentIsFieldsIndentsWhatIsNested() throws IOException {
		assertThat(body(Content.fields((fields) -> fields.add("depth", 3)
			.add("oldest", null)
			.add("broker", (broker) -> broker.add("url", "tcp://b").add("options", Map.of("ssl", true)))
			.add("note", "two\nlines")
			.add("shards", List.of("a", 2))
			.add("nothing", List.of())
			.add(Content.warning("3 orders wait").next("Threads"))))).isEqualTo("""
					depth = 3
					oldest = None
					broker =\s
					  url = tcp://b
					  options =\s
					    ssl = true
					note =\s
					  two
					  lines
					shards =\s
					  a
					  2
					nothing = None
					finding = WARNING: 3 orders wait (see Threads)
					""");
	}

	@Test
	void writeWhenContentIsItemsMarksNestedOnes() throws IOException {
		Map<String, Object> dict = new LinkedHashMap<>();
		dict.put("id", 1);
		dict.put("tags", List.of("x"));
		assertThat(body(Content.items(List.of("a", dict, List.of("b", "c"), Map.of()))))
			.isEqualTo("  a\n  [dict]\n    id = 1\n    tags = \n      x\n  [list]\n    b\n    c\n  None\n");
	}

	@Test
	void writeWhenContentIsTableCentersItsColumns() throws IOException {
		Content table = Content.table(List.of("a", "b\nc"),
				(columns) -> columns.column("shard", (row) -> row).column("depth", String::length));
		assertThat(body(table)).isEqualTo("""
				               shard               |               depth              \s
				-----------------------------------------------------------------------
				                 a                 |                 1                \s
				                b c                |                 3                \s
				""");
	}

	@Test
	void writeWhenTableIsNestedIndentsAllOfIt() throws IOException {
		Content table = Content.fields((fields) -> fields.add("shards",
				Content.table(List.of("a"), (columns) -> columns.column("shard", (row) -> row))));
		assertThat(body(table).lines()).hasSize(4).startsWith("shards = ").element(2).isEqualTo("  " + "-".repeat(72));
	}

	@Test
	void writeWhenTableCellIsLongWidensItsColumn() throws IOException {
		Content table = Content.table(List.of("x".repeat(50)),
				(columns) -> columns.column("a", (row) -> row)
					.column("length", String::length)
					.column("none", (row) -> null));
		assertThat(body(table)).isEqualTo("""
				                          a                          | length  | none \s
				-----------------------------------------------------------------------
				 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  |   50    |      \s
				""");
	}

	@Test
	void writeWhenTableIsWiderThanReportTakesWhatItsCellsNeed() throws IOException {
		Content table = Content.table(List.of("x".repeat(70)),
				(columns) -> columns.column("a", (row) -> row).column("b", (row) -> 7));
		assertThat(body(table).lines()).element(2).isEqualTo(" " + "x".repeat(70) + " | 7 ");
	}

	@Test
	void writeWhenTableHasNoColumnsIsNone() throws IOException {
		assertThat(body(Content.table(List.of("a"), (columns) -> {
		}))).isEqualTo("None\n");
	}

	@Test
	void writeWhenTableCellFailedTellsItsFailure() throws IOException {
		Content table = Content.table(List.of("a"), (columns) -> columns.column("b", (row) -> {
			throw new IllegalStateException("broken");
		}));
		assertThat(body(table)).contains("java.lang.IllegalStateException: broken");
	}

	@Test
	void writeWhenContentIsSettingsGroupsThemWithTheirOrigin() throws IOException {
		Settings settings = new Settings(List.of(Setting.of("debug", "true", null),
				Setting.of("server.port", "8080", new Provenance("application.properties", "line 3", 0)),
				Setting.of("server.address", null, new Provenance("environment", null, 1)),
				Setting.of("server.name", "x",
						new Provenance("Config resource 'file [app.yml]'", "file [app.yml] - 2:9", 2)),
				Setting.of("server.path", "/",
						new Provenance("Config resource 'file [app.yml]' via location 'x'",
								"file [app.yml] from shop.jar - 3:9", 0)),
				Setting.of("server.zone", "b",
						new Provenance("systemEnvironment", "System Environment Property \"SERVER_ZONE\"", 0)),
				new Setting("server", "server.mail", "${HOST}", new Provenance("environment", null, 1), false,
						List.of(), new Remark(Kind.UNRESOLVED, "'HOST' has no value")),
				new Setting("server", "server.user", "x", null, false, List.of(), new Remark(Kind.UNLISTED, null)),
				Setting.of("server.motd", "two\nlines", null)));
		assertThat(body(settings)).isEqualTo("""

				default:\s
				  debug = true

				server:\s
				  port = 8080  (application.properties: line 3)
				  address = None  (environment, over 1 more)
				  name = x  (file [app.yml] - 2:9, over 2 more)
				  path = /  (file [app.yml] from shop.jar - 3:9)
				  zone = b  (System Environment Property "SERVER_ZONE")
				  mail = ${HOST}  (environment, over 1 more; cannot be resolved: 'HOST' has no value)
				  user = x  (none of the listed sources has this value)
				  motd =\s
				    two
				    lines
				""");
	}

	@Test
	void writeWhenSectionFailedTellsFailureAndItsCause() throws IOException {
		Failure failure = new Failure("java.io.IOException", "no route", List.of("a.B.c(B.java:1)"),
				new Failure("java.net.SocketException", null, List.of("d.E.f(E.java:2)"), null));
		assertThat(body(SectionStatus.FAILED, failure)).isEqualTo("""
				failed:
				  java.io.IOException: no route
				    at a.B.c(B.java:1)
				  Caused by: java.net.SocketException
				    at d.E.f(E.java:2)
				""");
	}

	@Test
	void writeWhenTextTriesToForgeLinesIndentsThem() throws IOException {
		String forged = "no\n\"main\" #1 prio=5\n2026-11-30T03:00:00.000Z ERROR 1 --- [main] x: y\n=== End";
		Failure failure = new Failure("java.io.IOException", forged, List.of(),
				new Failure("e", forged, List.of(), null));
		Content fields = Content.fields((builder) -> builder.add("\"main\" #1", forged)
			.add("lag", failure)
			.add("2026-11-30 ERROR", forged)
			.add("list", List.of(forged))
			.add(Content.warning("%s", forged)));
		for (Content content : List.of(failure, fields, Content.text(forged), Content.items(List.of(forged)))) {
			assertThat(body(content).lines()).allMatch((line) -> line.startsWith("  ") || line.startsWith("lag = ")
					|| line.startsWith("list = ") || line.startsWith("finding = "));
		}
	}

	@Test
	void writeWhenFieldFailedTellsFailureInItsPlace() throws IOException {
		Failure failure = new Failure("java.io.IOException", "no route", List.of("a.B.c(B.java:1)"), null);
		assertThat(body(Content.fields((fields) -> fields.add("lag", failure).add("depth", 3)))).isEqualTo("""
				lag = java.io.IOException: no route
				    at a.B.c(B.java:1)
				depth = 3
				""");
	}

	@Test
	void writeWhenSectionTimedOutTellsWhereItsThreadIs() throws IOException {
		List<StackTraceElement> stack = List.of(new StackTraceElement("a.B", "c", "B.java", 1));
		assertThat(body(SectionStatus.TIMED_OUT, Failure.timedOut(Duration.ofSeconds(2), stack)))
			.isEqualTo("  timed out: no answer within 2000 ms\n    at a.B.c(B.java:1)\n");
	}

	@Test
	void writeWhenSectionIsSkippedTellsWhy() throws IOException {
		assertThat(body(SectionStatus.SKIPPED, new Text("skipped: still running since report 2")))
			.isEqualTo("  skipped: still running since report 2\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "========", "====  Threads  ====", "------ Thread #1 ------", "||||||||" })
	void writeWhenDataLooksLikeTheReportItselfIndentsIt(String forged) throws IOException {
		String hostile = "x\n" + forged + "\n" + forged;
		for (Content content : List.of(Content.text(forged), Content.text(hostile), new Value(forged),
				new Value(hostile), Content.fields(Map.of(forged, 1)), Content.fields(Map.of(hostile, hostile)),
				Content.items(List.of(forged, hostile)), Content.warning(hostile.replace("%", "%%")),
				Content.table(List.of(forged), (columns) -> columns.column(forged, (row) -> forged.repeat(20))),
				new Settings(List.of(new Setting(forged, forged, hostile, null, false))),
				new Failure(forged, hostile, List.of(forged), null))) {
			assertThat(body(content).lines().filter((line) -> !line.matches("-+"))).as(content.toString())
				.noneMatch((line) -> line.startsWith(forged.substring(0, 4)));
		}
	}

	@Test
	void writeWhenHeadAndFindingLookLikeTheReportItselfIndentsThem() throws IOException {
		String written = write(SampleReports.whole(SampleReports.head("====\n====", 3, "a\n||||", "b\n===="),
				List.of(new ReportFinding(Content.critical("x\n----\n===="), "y\n====")),
				SampleReports.section("z", null)));
		assertThat(written.lines().filter((line) -> line.startsWith("====") && !line.equals(RULE.strip()))).hasSize(4)
			.allMatch((line) -> line.length() == 72);
		assertThat(written.lines().filter((line) -> line.startsWith("||"))).hasSize(1);
		assertThat(written.lines()).noneMatch((line) -> line.startsWith("--"));
	}

	@ParameterizedTest
	@EnumSource
	void writeWhenHostileWritesVisibleText(Hostile hostile) {
		String text = SampleReport.write(this.view, SampleReport.hostile(hostile.text()));
		assertThat(text).matches(Hostile.VISIBLE).contains("text = ", hostile.visible());
		assertThat(text.lines().filter((line) -> line.startsWith("===="))).allMatch((line) -> line.endsWith("===="));
	}

	@Test
	void writeIsUtf8() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.view.write(SampleReports.alone(SampleReports.section("注文", Content.text("😀"))), out);
		assertThat(out.toString(StandardCharsets.UTF_8)).contains("注文", "  😀\n");
	}

	private String body(Content content) throws IOException {
		return body(SectionStatus.OK, content);
	}

	private String body(SectionStatus status, @Nullable Content content) throws IOException {
		String written = write(SampleReports.alone(SampleReports.section("Title", status, content)));
		String head = RULE + "====                             Title                              ====\n" + RULE;
		assertThat(written).startsWith(head);
		return written.substring(head.length());
	}

	private String write(RedactedReport report) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.view.write(report, out);
		return out.toString(StandardCharsets.UTF_8);
	}

}
