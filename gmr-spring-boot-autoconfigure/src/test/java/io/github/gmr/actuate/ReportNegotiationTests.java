package io.github.gmr.actuate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.gmr.actuate.ReportNegotiation.Choice;
import io.github.gmr.view.html.HtmlReportView;
import io.github.gmr.view.json.JsonReportView;
import io.github.gmr.view.text.BriefReportView;
import io.github.gmr.view.text.TextReportView;
import io.github.gmr.view.xml.XmlReportView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReportNegotiation} and {@link AcceptedTypes}.
 */
class ReportNegotiationTests {

	private static final String CHOICES = """
			*/* -> text
			application/json -> json
			TEXT/HTML -> html
			text/html, application/json -> html
			application/json, text/html -> json
			text/html;q=0.2, application/json;q=0.7 -> json
			text/html;q=0.200, application/json;q=0.201 -> json
			text/html;q=1, application/json -> html
			text/html;q=1.0, application/json;q=1.000 -> html
			text/html; q=0.5, */*; q=0.4 -> html
			text/html;q=0, */* -> text
			text/html;q=0.0 -> nothing
			*/*;q=0, application/json;q=0.1 -> json
			text/*;q=0.3, text/html;q=0.7, */*;q=0.5 -> html
			text/plain;q=0.2, text/*;q=0.9 -> html
			text/html;level=1, application/json;q=0.9 -> html
			text/html;charset=utf-8 -> html
			text/html;q=0.5;level=1, application/json;q=0.6 -> json
			text/html;Q=0.5, application/json;q=0.6 -> json
			text/html;q=.5, application/json;q=0.6 -> json
			image/png -> nothing
			""";

	private static final String MALFORMED = """
			text/html;q=abc -> html
			text/html;q=abc, application/json;q=0.9 -> html
			text/html;q=0.9, application/json;q=abc -> json
			text/html;Q=abc, application/json;q=0.9 -> html
			text/html;q=1e-3, application/json;q=0.01 -> json
			text/html;q="0.5", application/json;q=0.6 -> json
			text/html;q=2 -> html
			text/html;q=0.5, application/json;q=2 -> json
			text/html, application/json;q=2 -> html
			text/html;q=-1 -> html
			text/html;q=-1, application/json;q=0.1 -> html
			text/html;q=-0.1, */* -> html
			text/html;q=NaN, application/json -> html
			text/html;q=Infinity, application/json -> html
			text/html;q= -> nothing
			text/html;q -> html
			text/html;;q=0.5, application/json;q=0.6 -> json
			text/html; -> html
			html -> nothing
			* -> text
			*;q=0.1, text/html -> html
			*/html -> nothing
			text/ -> nothing
			/html -> nothing
			text/html/xml -> nothing
			text/ht ml -> nothing
			text/html;q=0.5;q=0.7, application/json;q=0.6 -> html
			, text/html,, -> html
			text/html, -> html
			, -> text
			;q=1 -> nothing
			text/html, nonsense -> nothing
			text/html;charset=nonsense -> nothing
			text/html;a="b, application/json -> nothing
			te(xt/html -> nothing
			""";

	private final ReportNegotiation negotiation = new ReportNegotiation(List.of(new HtmlReportView(),
			new BriefReportView(), new JsonReportView(), new XmlReportView(), new TextReportView()));

	@Test
	void chooseTakesFormatThatIsWantedMost() {
		assertThat(choices(CHOICES)).isEqualTo(CHOICES);
	}

	@Test
	void chooseWhenHeaderIsMalformedTakesWhatCanBeRead() {
		assertThat(choices(MALFORMED)).isEqualTo(MALFORMED);
	}

	@Test
	void chooseWhenNothingIsAcceptedInParticularTakesText() {
		assertThat(choose(HttpMethod.GET, null)).contains(report("text", null));
		assertThat(choose(HttpMethod.HEAD, null, "")).contains(report("text", null));
	}

	@Test
	void chooseWhenThereAreSeveralHeadersReadsAll() {
		assertThat(choose(HttpMethod.GET, null, "text/html;q=0.5", "application/json;q=0.6"))
			.contains(report("json", null));
	}

	@Test
	void chooseWhenFormatIsNamedTakesThat() {
		assertThat(choose(HttpMethod.GET, "xml", "text/html")).contains(report("xml", null));
		assertThat(choose(HttpMethod.GET, "html", "text/html;q=0")).contains(report("html", null));
		assertThat(choose(HttpMethod.POST, "json", "text/plain")).contains(new Choice("application/json", null));
	}

	@Test
	void chooseWhenFindingsAreToFailPassesThatOn() {
		assertThat(this.negotiation.choose(MockServerHttpRequest.get("http://shop/actuator/gmr").build(),
				Map.of("fail-on", "any")::get))
			.contains(report("text", "any"));
	}

	@Test
	void chooseWhenReportIsPublishedTakesMediaType() {
		assertThat(choose(HttpMethod.POST, null, "text/plain;q=0.5, application/json"))
			.contains(new Choice("application/json", null));
		assertThat(choose(HttpMethod.POST, null, "application/json;q=abc, text/plain;q=0.9"))
			.contains(new Choice("application/json", null));
		assertThat(choose(HttpMethod.POST, null, "application/json;q=0, */*"))
			.contains(new Choice("text/plain;charset=UTF-8", null));
		assertThat(choose(HttpMethod.POST, null, "text/html"))
			.contains(new Choice(GmrEndpointWebExtension.NOT_ACCEPTABLE, null));
	}

	@Test
	void chooseWhenNoOperationHasTheMethodLeavesItToSpringBoot() {
		assertThat(choose(HttpMethod.DELETE, null)).isEmpty();
		assertThat(choose(HttpMethod.valueOf("PROPFIND"), "json")).isEmpty();
	}

	private String choices(String expected) {
		return expected.lines()
			.map((line) -> line.substring(0, line.indexOf(" -> ")))
			.map((accept) -> accept + " -> " + format(choose(HttpMethod.GET, null, accept)))
			.collect(Collectors.joining("\n", "", "\n"));
	}

	private Optional<Choice> choose(HttpMethod method, @Nullable String format, String... accept) {
		return this.negotiation.choose(
				MockServerHttpRequest.method(method, "http://shop/actuator/gmr").header("Accept", accept).build(),
				(name) -> "format".equals(name) ? format : null);
	}

	private static Choice report(String format, @Nullable String failOn) {
		return new Choice("*/*", new ReportOptions(format, failOn));
	}

	private static String format(Optional<Choice> choice) {
		return choice.map(Choice::options)
			.map(ReportOptions::format)
			.orElseThrow()
			.replace(ReportReader.NO_FORMAT, "nothing");
	}

}
