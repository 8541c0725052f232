package io.github.gmr.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Check.Outcome;
import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Provenance;
import io.github.gmr.content.Setting.Remark;
import io.github.gmr.content.Setting.Remark.Kind;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Threads;
import io.github.gmr.content.Timeline;
import io.github.gmr.content.figure.FigureReading;
import io.github.gmr.content.figure.FigureSeries;
import io.github.gmr.content.thread.PlatformThreadFacts;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.content.thread.ThreadLock.Relation;
import io.github.gmr.content.thread.ThreadRates;
import io.github.gmr.content.thread.ThreadUsage;
import io.github.gmr.content.thread.VirtualThreadFacts;
import io.github.gmr.redact.Audience;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.CheckReport;
import io.github.gmr.report.Coverage;
import io.github.gmr.report.Report;
import io.github.gmr.report.ReportFinding;
import io.github.gmr.report.ReportHead;
import io.github.gmr.report.ReportedProcess;
import io.github.gmr.report.SectionReport;
import io.github.gmr.report.SectionStatus;
import org.jspecify.annotations.Nullable;

/**
 * Reports for tests, each made by hand and redacted, so that they are always the same.
 */
public final class SampleReport {

	private static final String VM = "OpenJDK 64-Bit Server VM (25+36-LTS mixed mode, sharing)";

	private SampleReport() {
	}

	/**
	 * Return a report with all kinds of content and all kinds of status.
	 * @return the report
	 */
	public static RedactedReport whole() {
		return of(List.of(finding(), ok("package", "Package", packageContent()), ok("threads", "Threads", threads()),
				ok("green-threads", "Green Threads", greenThreads()),
				ok("processes", "Processes",
						Content.text("Process 4711 (under 1) [ run by: shop (1000) ]\n  one line")),
				ok("timeline", "Timeline", Content.fields((fields) -> fields.add("figures", timeline()))),
				ok("configuration", "Configuration", settings()), ok("order-queue", "Order Queue", orderQueue()),
				section("mail", "Mail", SectionStatus.FAILED, failure()),
				section("search", "Search", SectionStatus.TIMED_OUT,
						Failure.timedOut(Duration.ofSeconds(2),
								List.of(new StackTraceElement("com.acme.Search", "ping", "Search.java", 7)))),
				section("stock", "Stock", SectionStatus.SKIPPED, Content.text("skipped: still running since report 2")),
				section("audit", "Audit", SectionStatus.CUT, Content.text("cut: the report would be too long")),
				ok("nothing", "Nothing", null)));
	}

	/**
	 * Return a report of one section that consists of one hostile string, told in every
	 * place where a report has text.
	 * @param hostile the string
	 * @return the report
	 */
	public static RedactedReport hostile(String hostile) {
		Setting setting = new Setting(hostile, hostile, hostile, new Provenance(hostile, hostile, 1), false, List.of(),
				new Remark(Kind.UNRESOLVED, hostile));
		ThreadLock lock = new ThreadLock(Relation.LOCKED, 0, hostile, 1, new ThreadLock.Owner(2, hostile));
		Threads platform = new Threads(Threads.Kind.PLATFORM, hostile, Content.fields(Map.of(hostile, hostile)),
				List.of(new StackGroup("RUNNABLE", 1, List.of(new ThreadEntry(1, hostile, facts(1), List.of(lock))),
						List.of(hostile), false)),
				0);
		Threads virtual = new Threads(Threads.Kind.VIRTUAL, hostile, Content.fields(Map.of()),
				List.of(new StackGroup(null, 1,
						List.of(new ThreadEntry(1, hostile, new VirtualThreadFacts(null, hostile), List.of())),
						List.of(hostile), false)),
				0);
		Content fields = Content.fields((builder) -> builder.add(hostile, hostile)
			.add("text", Content.text(hostile))
			.add("items", Content.items(List.of(hostile)))
			.add("table", Content.table(List.of(hostile), (table) -> table.column(hostile, (cell) -> cell)))
			.add("timeline", hostileTimeline(hostile))
			.add("failure", new Failure(hostile, hostile, List.of(hostile), null))
			.add(Content.critical(hostile).next(hostile)));
		return of(List.of(section(hostile, hostile, SectionStatus.OK, fields), ok("s", hostile, platform),
				ok("v", hostile, virtual), ok("c", hostile, new Settings(List.of(setting)))), hostile);
	}

	private static Timeline hostileTimeline(String hostile) {
		FigureSeries figure = new FigureSeries(hostile, hostile, FigureSeries.Kind.GAUGE,
				List.of(new FigureReading(1.0, hostile)), List.of(1.0), hostile);
		return new Timeline(List.of(hostile), Instant.EPOCH, Duration.ofSeconds(1), List.of(figure), 0);
	}

	/**
	 * Return a report with many threads, most of them with a stack that many share.
	 * @param threads how many threads
	 * @return the report
	 */
	public static RedactedReport large(int threads) {
		List<StackGroup> groups = new ArrayList<>();
		for (int i = 0; i < threads; i++) {
			int number = i;
			List<String> frames = IntStream.range(0, 40)
				.mapToObj((depth) -> "com.acme.orders.service.Layer" + ((depth < 30) ? depth : number % 50 + depth)
						+ ".handle(Layer.java:" + (100 + depth + ((depth < 3) ? number : 0)) + ")")
				.toList();
			groups.add(new StackGroup("TIMED_WAITING (parking)", 1,
					List.of(new ThreadEntry(i, "http-nio-8080-exec-" + i, facts(i), List.of())), frames, false));
		}
		return of(List.of(ok("threads", "Threads",
				new Threads(Threads.Kind.PLATFORM, VM, Content.fields(Map.of("count", threads)), groups, 0))));
	}

	/**
	 * Return a report with one section.
	 * @param content what the section says
	 * @return the report
	 */
	public static RedactedReport of(@Nullable Content content) {
		return of(List.of(ok("section", "Section", content)));
	}

	/**
	 * Return a report of the only section that was asked for.
	 * @return the report
	 */
	public static RedactedReport single() {
		return redact(new Report(head("gmr-demo"), Duration.ofMillis(2), List.of(),
				List.of(ok("package", "Package", packageContent())), false));
	}

	/**
	 * Write a report to a string.
	 * @param view the view
	 * @param report the report
	 * @return what the view writes
	 */
	public static String write(ReportView view, RedactedReport report) {
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			view.write(report, out);
			return out.toString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static RedactedReport of(List<SectionReport> sections) {
		return of(sections, "gmr-demo");
	}

	private static RedactedReport of(List<SectionReport> sections, String application) {
		List<ReportFinding> findings = List.of(
				new ReportFinding(deadlock(), "Threads",
						List.of(new ReportFinding(Content.warning("2 requests run for longer than 30 s")
							.id("requests-slow")
							.evidence("oldest", Duration.ofSeconds(41))
							.threads(List.of(31L, 33L))
							.next("Threads", "#31"), "Web"))),
				new ReportFinding(Content.warning("17 orders wait, the limit is 10"), "Order Queue"),
				new ReportFinding(Content.info("Started 42 s ago"), "Package"));
		return redact(
				new Report(head(application), Duration.ofNanos(123_456_789), findings, coverage(), sections, true));
	}

	private static Finding deadlock() {
		return Content.critical("2 threads are deadlocked")
			.id("threads-deadlocked")
			.subject("lock <0x1> (a com.acme.Orders)")
			.place("com.acme.Orders.save(Orders.java:41)", "com.acme.Orders.handle(Orders.java:12)")
			.evidence("deadlocked", 2)
			.evidence("kind", "monitors")
			.threads(List.of(31L, 32L, 33L))
			.holders(List.of(31L, 32L))
			.chain(List.of("\"exec-1\" #31 waits for \"exec-2\" #32", "\"exec-2\" #32 waits for \"exec-1\" #31"))
			.since(Instant.parse("2026-11-23T14:14:54Z"))
			.settings(List.of(
					Setting.of("shop.workers", "4",
							new Provenance("config", "class path resource [shop.yml] - 3:1", 0)),
					new Setting("shop", "shop.queue", null, null, false, List.of(), new Remark(Kind.UNSET, null))))
			.next("Threads", "#31");
	}

	private static Coverage coverage() {
		return new Coverage(List.of(new CheckReport("threads-deadlocked", "Threads", Outcome.RAISED, null, null),
				new CheckReport("heap-full", "Memory", Outcome.FINE, Level.of(63.5, 90, "%"), null), new CheckReport(
						"carriers-pinned", "Green Threads", Outcome.NOT_POSSIBLE, null, "JDK 17 does not tell")));
	}

	private static RedactedReport redact(Report report) {
		return Redaction.builder().build().redact(report, Audience.MASKED);
	}

	private static ReportHead head(String application) {
		return new ReportHead(3, Instant.parse("2026-11-23T14:15:16.789Z"), List.of("signal USR1", "touched file"), 2,
				new ReportedProcess(4711, "shop-7c9f", application));
	}

	private static SectionReport ok(String name, String title, @Nullable Content content) {
		return section(name, title, SectionStatus.OK, content);
	}

	private static SectionReport section(String name, String title, SectionStatus status, @Nullable Content content) {
		return new SectionReport(name, title, status, Duration.ofNanos(1_500_000), content);
	}

	private static SectionReport finding() {
		return ok("cause", "Cause", Content.info("Asked by a person"));
	}

	private static Fields packageContent() {
		return Content.fields((fields) -> fields.add("product", "Shop <& Sons>")
			.add("version", "1.2.3")
			.add("Java", 25)
			.add("started", Instant.parse("2026-11-23T14:14:34Z")));
	}

	private static Threads threads() {
		List<String> save = List.of("com.acme.Orders.save(Orders.java:41)", "com.acme.Orders.handle(Orders.java:12)",
				"java.lang.Thread.run(java.base@25/Thread.java:1474)");
		ThreadLock.Owner owner = new ThreadLock.Owner(32, "exec-2");
		List<ThreadLock> locks = List
			.of(new ThreadLock(Relation.WAITING_TO_LOCK, 0, "com.acme.Orders", 0x1b2c6cd2, owner));
		StackGroup blocked = new StackGroup("BLOCKED (on object monitor)", 2,
				List.of(new ThreadEntry(31, "exec-1", facts(12_340_000L), locks),
						new ThreadEntry(33, "exec-3", facts(1_000L), locks)),
				save, false);
		StackGroup running = new StackGroup("RUNNABLE", 1,
				List.of(new ThreadEntry(32, "exec-2", facts(99_000_000L),
						List.of(new ThreadLock(Relation.LOCKED, 0, "com.acme.Orders", 0x1b2c6cd2, null)))),
				save, false);
		StackGroup waiting = new StackGroup("WAITING (parking)", 1,
				List.of(new ThreadEntry(1, "main",
						new PlatformThreadFacts(false, 5, false, false, new ThreadUsage(null, null, null, 0, 7), null),
						List.of())),
				List.of("jdk.internal.misc.Unsafe.park(java.base@25/Native Method)",
						"java.lang.Thread.run(java.base@25/Thread.java:1474)"),
				true);
		return new Threads(Threads.Kind.PLATFORM, VM,
				Content.fields((fields) -> fields.add("threads", 4)
					.add("daemons", 3)
					.add(Content.critical("2 threads are deadlocked").next("Threads"))),
				List.of(blocked, running, waiting), 0);
	}

	private static Threads greenThreads() {
		List<ThreadEntry> first = LongStream.range(0, 2)
			.mapToObj((id) -> new ThreadEntry(50 + id, "", new VirtualThreadFacts((id != 0) ? id : null, "ForkJoin"),
					List.of()))
			.toList();
		return new Threads(Threads.Kind.VIRTUAL, VM, Content.fields(Map.of("threads", 1000)),
				List.of(new StackGroup(null, 990, first, List.of("com.acme.Queue.take(Queue.java:9)"), false)), 10);
	}

	private static PlatformThreadFacts facts(long cpuNanos) {
		return new PlatformThreadFacts(true, 5, false, false, new ThreadUsage(cpuNanos, cpuNanos / 2, 1_234_567L, 3, 4),
				(cpuNanos > 90_000_000) ? new ThreadRates(12.5, 4096, Duration.ofSeconds(41)) : null);
	}

	/**
	 * Return a timeline with a counter and a gauge, gaps and readings that are not known.
	 * @return the timeline
	 */
	public static Timeline timeline() {
		FigureSeries cpu = new FigureSeries("CPU", "ns", FigureSeries.Kind.COUNTER,
				List.of(new FigureReading(120_000_000.0, "12 % of a CPU"), new FigureReading(5.0e7, "5 % of a CPU"),
						FigureReading.UNKNOWN, new FigureReading(6.1e10, "+61 s")),
				Arrays.asList(null, 5.0e7, 2.5e7, 1.0e8, null, 1.2e8), "12 % of a CPU");
		FigureSeries queue = new FigureSeries(
				"Shop <& Sons> queued", "count", FigureSeries.Kind.GAUGE, List.of(new FigureReading(0.0, "0"),
						new FigureReading(17.0, "17"), new FigureReading(2.5, "2.5"), FigureReading.UNKNOWN),
				Arrays.asList(4.0, 17.0, null, 0.123456, null, 0.0), "17");
		return new Timeline(List.of("now", "1 min", "1 h", "last report"), Instant.parse("2026-11-23T14:14:51.789Z"),
				Duration.ofSeconds(5), List.of(cpu, queue), 3);
	}

	private static Settings settings() {
		return new Settings(List.of(
				Setting.of("server.port", "8080",
						new Provenance("Config resource 'class path resource [application.properties]'",
								"application.properties - 3:13", 1)),
				Setting.of("shop.api-key", "wh-5b1fcd0e7a94", new Provenance("systemEnvironment", null, 0)),
				Setting.of("shop.greeting", "Good morning,\ndear customer", null), Setting.of("debug", null, null),
				new Setting("shop", "shop.mail", "smtp://${SMTP_HOST}",
						new Provenance("systemEnvironment", "SHOP_MAIL", 0), false, List.of(),
						new Remark(Kind.UNRESOLVED, "'SMTP_HOST' has no value")),
				new Setting("shop", "shop.port", "25", null, false, List.of(), new Remark(Kind.UNLISTED, null)),
				new Setting("shop", "shop.secret-menu", null, new Provenance("commandLineArgs", null, 0), true)));
	}

	private static Fields orderQueue() {
		return Content.fields((fields) -> fields.add("depth", 17)
			.add("oldest", Duration.ofSeconds(90))
			.add("journal", Content.bytes(123_456_789))
			.add("paused", false)
			.add("note", (Object) null)
			.add("ratio", 0.25)
			.add("broker",
					(broker) -> broker.add("url", "tcp://broker:61616")
						.add("lag", new Failure("java.io.IOException", "no connection", List.of(), null)))
			.add("shards",
					Content.table(List.of(1, 2),
							(table) -> table.column("shard", (shard) -> "s" + shard)
								.column("depth", (shard) -> shard * 8)
								.column("lag", (shard) -> Duration.ofMillis(shard))))
			.add("latest",
					Content
						.items(List.of("lamp", Content.fields((item) -> item.add("item", "desk").add("quantity", 2)))))
			.add(Content.warning("17 orders wait, the limit is 10")));
	}

	private static Failure failure() {
		return new Failure("java.net.ConnectException", "Connection refused",
				List.of("com.acme.Mail.open(Mail.java:5)"), new Failure("java.io.IOException", null, List.of(), null));
	}

}
