package io.github.gmr.view.html;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.gmr.content.Timeline;
import io.github.gmr.content.figure.FigureSeries;
import io.github.gmr.content.figure.FigureSeries.Kind;
import io.github.gmr.view.Expected;
import io.github.gmr.view.FindingPages;
import io.github.gmr.view.Hostile;
import io.github.gmr.view.SampleReport;
import io.github.gmr.view.StrictXml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HtmlReportView}.
 */
class HtmlReportViewTests {

	private static final String[] ELEMENTS = { "html", "head", "meta", "link", "title", "style", "body", "header", "h1",
			"h2", "p", "dl", "dt", "dd", "div", "section", "ul", "li", "strong", "span", "a", "nav", "main", "details",
			"summary", "figure", "figcaption", "svg", "g", "rect", "text", "path", "b", "code", "table", "thead",
			"tbody", "tr", "th", "td", "em", "pre", "footer" };

	private static final String[] ATTRIBUTES = { "lang", "charset", "http-equiv", "content", "name", "rel", "href",
			"class", "id", "open", "aria-label", "aria-labelledby", "aria-hidden", "role", "tabindex", "viewBox",
			"preserveAspectRatio", "x", "y", "d", "width", "height", "colspan", "scope" };

	private final HtmlReportView view = new HtmlReportView();

	@Test
	void writeWritesWholeReport() throws IOException {
		assertThat(SampleReport.write(this.view, SampleReport.whole())).isEqualTo(Expected.output("sample.html"));
	}

	@Test
	void writeWritesItsOwnElementsAndAttributesOnly() {
		Document page = parse(SampleReport.write(this.view, SampleReport.whole()));
		assertThat(StrictXml.elementNames(page)).containsExactlyInAnyOrder(ELEMENTS);
		assertThat(attributes(page).map(Attr::getName)).containsOnly(ATTRIBUTES);
	}

	@ParameterizedTest
	@EnumSource
	void writeWhenHostileWritesVisiblePageWithoutScript(Hostile hostile) {
		String html = SampleReport.write(this.view, SampleReport.hostile(hostile.text()));
		assertThat(html).matches(Hostile.VISIBLE);
		Document page = parse(html);
		assertThat(StrictXml.elementNames(page)).isSubsetOf(ELEMENTS).doesNotContain("script");
		assertThat(attributes(page).map(Attr::getName)).isSubsetOf(ATTRIBUTES);
		assertThat(page.getElementsByTagName("main").item(0).getTextContent()).contains(hostile.visible());
	}

	@Test
	void writeWritesNoTextOfReportIntoAttributes() {
		Document page = parse(SampleReport.write(this.view, SampleReport.hostile("marked")));
		assertThat(page.getDocumentElement().getTextContent()).contains("marked");
		assertThat(attributes(page).map(Attr::getValue)).noneMatch((value) -> value.contains("marked"));
	}

	@Test
	void writeAllowsItsOwnStyleAndNothingElse() throws Exception {
		Document page = parse(SampleReport.write(this.view, SampleReport.whole()));
		String style = page.getElementsByTagName("style").item(0).getTextContent();
		byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
		assertThat(StrictXml.elements(page).filter((element) -> element.hasAttribute("http-equiv")))
			.extracting((element) -> element.getAttribute("content"))
			.containsExactly("default-src 'none'; style-src 'sha256-" + Base64.getEncoder().encodeToString(hash)
					+ "'; img-src data:; base-uri 'none'; form-action 'none'");
	}

	@Test
	void writeNeedsNoOtherResource() {
		String html = SampleReport.write(this.view, SampleReport.whole());
		assertThat(html).doesNotContain("src=", "url(", "@import");
		assertThat(
				attributes(parse(html)).filter((attribute) -> attribute.getName().equals("href")).map(Attr::getValue))
			.allMatch((href) -> href.startsWith("#") || href.equals("data:,"));
	}

	@Test
	void writeWhenPagesAreHostedLinksThem() {
		HtmlReportView view = new HtmlReportView(new FindingPages("https://docs.example.com/findings/"));
		assertThat(SampleReport.write(view, SampleReport.whole()))
			.contains("<a href=\"https://docs.example.com/findings/threads-deadlocked.md\">")
			.doesNotContain("requests-slow.md");
	}

	@Test
	void writeLinksFindingsToSections() {
		Document page = parse(SampleReport.write(this.view, SampleReport.whole()));
		List<String> ids = StrictXml.elements(page).map((element) -> element.getAttribute("id")).toList();
		List<String> targets = StrictXml.elements(page)
			.filter((element) -> element.getTagName().equals("a"))
			.map((element) -> element.getAttribute("href").substring(1))
			.toList();
		assertThat(targets).isNotEmpty().isSubsetOf(ids);
	}

	@Test
	void writeDrawsMethodsAsWideAsTheirThreads() {
		Document page = parse(SampleReport.write(this.view, SampleReport.whole()));
		Element save = StrictXml.elements(page)
			.filter((element) -> element.getTagName().equals("g"))
			.filter((element) -> element.getTextContent().startsWith("com.acme.Orders.save: 3 of 4 threads"))
			.findFirst()
			.orElseThrow();
		assertThat(((Element) save.getElementsByTagName("rect").item(0)).getAttribute("width")).isEqualTo("899.0");
	}

	@Test
	void writeDrawsSamplesOfTimelineWithGaps() {
		Document page = parse(SampleReport.write(this.view, SampleReport.of(SampleReport.timeline())));
		List<Element> charts = StrictXml.elements(page)
			.filter((element) -> element.getTagName().equals("svg"))
			.toList();
		assertThat(charts).extracting((chart) -> chart.getElementsByTagName("title").item(0).getTextContent())
			.containsExactly("CPU, last 30 s: up to 12 % of a CPU", "Shop <& Sons> queued, last 30 s: up to 17");
		assertThat(charts).extracting((chart) -> ((Element) chart.getElementsByTagName("path").item(1)))
			.extracting((line) -> line.getAttribute("d"))
			.containsExactly("M24.9 13.8L48.3 18.1L71.7 5.0M118.5 1.5h0",
					"M1.5 17.6L24.9 1.5M71.7 22.3h0M118.5 22.5h0");
	}

	@Test
	void writeWhenNoSampleIsKnownDrawsNothing() {
		FigureSeries unknown = new FigureSeries("CPU", "ns", Kind.COUNTER, List.of(), Arrays.asList(null, null), "");
		Timeline timeline = new Timeline(List.of(), Instant.EPOCH, Duration.ofSeconds(5), List.of(unknown), 0);
		assertThat(SampleReport.write(this.view, SampleReport.of(timeline)))
			.contains("<td class=\"figure\">CPU</td><td class=\"chart\"></td>");
	}

	private static Document parse(String html) {
		return StrictXml.parse(html.replaceFirst("<!DOCTYPE html>", ""));
	}

	private static Stream<Attr> attributes(Document page) {
		return StrictXml.elements(page).map(Element::getAttributes).flatMap(HtmlReportViewTests::attributes);
	}

	private static Stream<Attr> attributes(NamedNodeMap attributes) {
		return IntStream.range(0, attributes.getLength()).mapToObj((index) -> (Attr) attributes.item(index));
	}

}
