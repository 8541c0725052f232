package io.github.gmr.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Provenance;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Threads;
import io.github.gmr.content.thread.PlatformThreadFacts;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadUsage;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.redact.SampleReports;
import io.github.gmr.report.ReportFinding;
import io.github.gmr.report.SectionReport;
import io.github.gmr.report.SectionStatus;
import io.github.gmr.sink.RenderedReport;
import io.github.gmr.view.ReportSchema;
import io.github.gmr.view.ReportView;
import io.github.gmr.view.StrictXml;
import io.github.gmr.view.html.HtmlReportView;
import io.github.gmr.view.json.JsonReportView;
import io.github.gmr.view.text.TextReportView;
import io.github.gmr.view.xml.XmlReportView;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SizeLimitedRenderer}.
 */
class SizeLimitedRendererTests {

	private static final long MEGABYTE = 1024 * 1024;

	private static final int SETTINGS = 10_000;

	private final AtomicInteger calls = new AtomicInteger();

	@Test
	void renderWhenReportFitsLeavesItWhole() {
		RedactedReport report = report(configuration(100), threads("Threads", 10, 1));
		assertThat(render(report, new TextReportView(), MEGABYTE)).isEqualTo(whole(report))
			.contains("setting-99 = ", "#9 ")
			.doesNotContain(" more");
		assertThat(this.calls).hasValue(1);
	}

	@Test
	void renderWhenReportOnlyJustFitsLeavesItWhole() {
		RedactedReport report = report(configuration(1000), threads("Threads", 100, 1));
		String whole = whole(report);
		assertThat(render(report, new TextReportView(), whole.length())).isEqualTo(whole);
		assertThat(render(report, new TextReportView(), whole.length() - 1)).contains("more settings");
	}

	@Test
	void renderWhenTextHasManySettingsKeepsTheFirst() {
		String text = render(report(configuration(SETTINGS)), new TextReportView(), MEGABYTE);
		assertThat(text.length()).isBetween((int) (0.8 * MEGABYTE), (int) MEGABYTE);
		assertThat(text).contains("active profiles = prod", "  setting-0 = ", "  setting-1000 = ")
			.endsWith("End of Guru Meditation                     ====\n" + "=".repeat(72) + "\n");
		assertThat(number(text, "\n\n  \\.\\.\\. (\\d+) more settings\n") + count(text, "  setting-\\d+ = "))
			.isEqualTo(SETTINGS);
	}

	@Test
	void renderWhenJsonHasManySettingsKeepsTheFirst() throws IOException {
		String json = render(report(configuration(SETTINGS)), new JsonReportView(), MEGABYTE);
		assertThat(json.length()).isBetween((int) (0.8 * MEGABYTE), (int) MEGABYTE);
		assertThat(new ReportSchema().violations(json)).isEmpty();
		JsonNode section = new ObjectMapper().readTree(json).at("/sections/0");
		JsonNode settings = section.at("/content/settings");
		int told = settings.size() - 1;
		assertThat(section.at("/status").asText()).isEqualTo("cut");
		assertThat(settings.at("/0/name").asText()).isEqualTo("shop.setting-0");
		assertThat(settings.get(told).at("/omitted").asInt()).isEqualTo(SETTINGS - told).isPositive();
	}

	@Test
	void renderWhenXmlHasManySettingsKeepsTheFirst() {
		String xml = render(report(configuration(SETTINGS)), new XmlReportView(), MEGABYTE);
		assertThat(xml.length()).isBetween((int) (0.8 * MEGABYTE), (int) MEGABYTE);
		Document document = StrictXml.parse(xml);
		Element settings = (Element) document.getElementsByTagName("settings").item(0);
		int told = settings.getElementsByTagName("setting").getLength();
		assertThat(told).isPositive();
		assertThat(settings.getAttribute("omitted")).isEqualTo(Integer.toString(SETTINGS - told));
	}

	@Test
	void renderWhenPageHasManySettingsKeepsTheFirst() {
		String html = render(report(configuration(SETTINGS)), new HtmlReportView(), MEGABYTE);
		assertThat(html.length()).isBetween((int) (0.8 * MEGABYTE), (int) MEGABYTE);
		assertThat(number(html, ">and (\\d+) more settings<") + count(html, ">shop\\.setting-\\d+<"))
			.isEqualTo(SETTINGS);
		assertThat(html).endsWith("</html>\n");
	}

	@Test
	void renderWhenThreadsAndSettingsAreLongSharesTheSpace() {
		RedactedReport report = report(SampleReports.section("Package", Content.text("Shop 1.2.3")),
				configuration(SETTINGS), threads("Threads", 3000, 1));
		String text = render(report, new TextReportView(), MEGABYTE);
		assertThat(text).hasSizeLessThanOrEqualTo((int) MEGABYTE).contains("  Shop 1.2.3\n");
		assertThat(number(text, "(\\d+) more settings\n") + count(text, "  setting-\\d+ = ")).isEqualTo(SETTINGS);
		assertThat(number(text, "\n\\.\\.\\. (\\d+) more threads\n") + count(text, "\n\"worker-\\d+\" "))
			.isEqualTo(3000);
		int threads = text.indexOf("  Threads  ");
		int settings = text.indexOf("  Configuration  ");
		assertThat(threads - settings).isCloseTo(text.length() - threads, Percentage.withPercentage(25));
	}

	@Test
	void renderWhenGroupHasManyThreadsKeepsItsStackAndTheOtherGroups() {
		String text = render(report(threads("Threads", 20, 2000)), new TextReportView(), MEGABYTE);
		assertThat(count(text, "more threads with this stack")).isEqualTo(20);
		assertThat(count(text, "at com.acme.Layer0.handle")).isEqualTo(20);
	}

	@Test
	void renderWhenReportIsFarTooLongAsksTheViewOnce() {
		render(report(configuration(SETTINGS), threads("Threads", 10_000, 1)), new TextReportView(), MEGABYTE);
		assertThat(this.calls).hasValue(1);
	}

	@Test
	void renderWhenFindingsAreManyKeepsThem() {
		String text = render(report(configuration(SETTINGS)), new TextReportView(), 16 * 1024);
		assertThat(text).contains("CRITICAL: 2 threads are deadlocked");
	}

	@ParameterizedTest
	@MethodSource("views")
	void renderWhenAllKindsOfContentAreLongKeepsToEverySize(ReportView view) {
		RedactedReport report = report(Stream
			.of(configuration(SETTINGS), threads("Threads", 500, 10), text(), items(), table(), fields(), failures())
			.toArray(SectionReport[]::new));
		for (long size = MEGABYTE; size >= 16 * 1024; size /= 2) {
			String rendered = render(report, view, size);
			assertThat(rendered.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo((int) size);
			assertThat(rendered).contains("2 threads are deadlocked", " more");
			parse(view, rendered);
		}
		assertThat(this.calls.get()).isLessThanOrEqualTo(7 * 4);
	}

	@ParameterizedTest
	@MethodSource("views")
	void renderWhenNothingMoreCanBeCutEnds(ReportView view) {
		String rendered = render(report(configuration(SETTINGS), threads("Threads", 10, 10), failures()), view, 1);
		assertThat(rendered).contains("2 threads are deadlocked").doesNotContain("setting-0", "worker-0");
		parse(view, rendered);
	}

	@Test
	void renderWhenContentIsCutCountsWhatWasLeftOutBefore() {
		RedactedReport report = report(
				SampleReports.section("Items", Content.items(IntStream.range(0, 20_000).boxed().toList())));
		String text = render(report, new TextReportView(), 16 * 1024);
		assertThat(number(text, "\\.\\.\\. (\\d+) more\n") + count(text, "\n  \\d+")).isEqualTo(20_000);
	}

	@Test
	void renderWhenSectionHasFailedKeepsItsStatus() {
		String text = render(report(failures(), configuration(SETTINGS)), new TextReportView(), 16 * 1024);
		assertThat(text).contains("failed:\n  com.acme.Failed: no luck\n");
	}

	static List<ReportView> views() {
		return List.of(new TextReportView(), new JsonReportView(), new XmlReportView(), new HtmlReportView());
	}

	private static RedactedReport report(SectionReport... sections) {
		return SampleReports.whole(SampleReports.head("shop", 1, "signal USR1"),
				List.of(new ReportFinding(Content.critical("2 threads are deadlocked"), "Threads")), sections);
	}

	private static SectionReport configuration(int count) {
		List<Setting> settings = IntStream.range(0, count)
			.mapToObj((i) -> Setting.of("shop.setting-" + i, "value ".repeat(i % 30) + i,
					new Provenance("Config resource 'class path resource [application.yml]' via location '/'",
							"class path resource [application.yml] from shop.jar - " + i + ":3", 0)))
			.toList();
		return SampleReports.section("Configuration", Content
			.fields((fields) -> fields.add("active profiles", "prod").add("settings", new Settings(settings))));
	}

	private static SectionReport threads(String title, int groups, int size) {
		List<StackGroup> stacks = LongStream.range(0, groups).mapToObj((group) -> group(group, size)).toList();
		return SampleReports.section(title,
				new Threads(Threads.Kind.PLATFORM, "OpenJDK", Content.fields(Map.of("threads", groups)), stacks, 0));
	}

	private static StackGroup group(long number, int size) {
		List<ThreadEntry> threads = LongStream.range(0, size)
			.mapToObj((i) -> new ThreadEntry(number * size + i, "worker-" + (number * size + i),
					new PlatformThreadFacts(true, 5, false, false, new ThreadUsage(12_340_000L, null, 1_234_567L, 3, 4),
							null),
					List.of()))
			.toList();
		List<String> frames = IntStream.range(0, 30)
			.mapToObj((depth) -> "com.acme.Layer" + depth + ".handle(Layer" + depth + ".java:" + number + ")")
			.toList();
		return new StackGroup("RUNNABLE", size, threads, frames, false);
	}

	private static SectionReport text() {
		return SampleReports.section("Notes", Content.text("A line\n".repeat(9000)));
	}

	private static SectionReport items() {
		return SampleReports.section("Items",
				Content.items(IntStream.range(0, 9000).mapToObj((i) -> "item <" + i + "> \u00fc").toList()));
	}

	private static SectionReport table() {
		return SampleReports.section("Table",
				Content.table(IntStream.range(0, 9000).boxed().toList(),
						(table) -> table.column("number", (number) -> number)
							.column("words", (number) -> "row number " + number)));
	}

	private static SectionReport fields() {
		Fields nested = Content.fields((fields) -> IntStream.range(0, 1000).forEach((i) -> fields.add("key " + i, i)));
		return SampleReports.section("Fields", Content.fields((fields) -> IntStream.range(0, 100)
			.forEach((i) -> fields.add("short " + i, i).add("long " + i, nested))));
	}

	private static SectionReport failures() {
		Failure cause = new Failure("com.acme.Cause", null, frames(), null);
		return SampleReports.section("Failed", SectionStatus.FAILED,
				new Failure("com.acme.Failed", "no luck", frames(), cause));
	}

	private static List<String> frames() {
		return IntStream.range(0, 400).mapToObj((i) -> "com.acme.Failing.m" + i + "(Failing.java:" + i + ")").toList();
	}

	private static void parse(ReportView view, String rendered) {
		switch (view.name()) {
			case "text" -> assertThat(rendered).contains("End of Guru Meditation");
			case "json" -> assertThat(new ReportSchema().violations(rendered)).isEmpty();
			case "xml" -> StrictXml.parse(rendered);
			default -> assertThat(rendered).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
		}
	}

	private static int number(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).as(pattern).isTrue();
		return Integer.parseInt(matcher.group(1));
	}

	private static int count(String text, String pattern) {
		return (int) Pattern.compile(pattern).matcher(text).results().count();
	}

	private String whole(RedactedReport report) {
		return string(new SizeLimitedRenderer(new TextReportView(), Long.MAX_VALUE).render(report));
	}

	private String render(RedactedReport report, ReportView view, long maxSize) {
		RenderedReport rendered = new SizeLimitedRenderer(new Counted(view, this.calls), maxSize).render(report);
		return string(rendered);
	}

	private static String string(RenderedReport report) {
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			report.writeTo(out);
			return out.toString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Counts how often a view writes.
	 */
	private record Counted(ReportView view, AtomicInteger calls) implements ReportView {

		@Override
		public String name() {
			return this.view.name();
		}

		@Override
		public String mediaType() {
			return this.view.mediaType();
		}

		@Override
		public String extension() {
			return this.view.extension();
		}

		@Override
		public void write(RedactedReport report, OutputStream out) throws IOException {
			this.calls.incrementAndGet();
			this.view.write(report, out);
		}

	}

}
