package io.github.gmr.section.spring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WebSection} and {@link RunningRequests}.
 */
class WebSectionTests {

	private final AtomicLong time = new AtomicLong();

	private final RunningRequests requests = new RunningRequests(this.time::get);

	@Test
	void contentWhenNobodyFollowsRequestsSaysSo() {
		assertThat(new WebSection(null, Duration.ofSeconds(1)).content()).isEqualTo(Content
			.fields((fields) -> fields.add("running requests", "unknown: this application has no observations")));
	}

	@Test
	void contentTellsRequestsTheOldestFirst() {
		begin("GET", "/old").runOn(Thread.currentThread());
		advance(Duration.ofMillis(70));
		begin("POST", "/new");
		advance(Duration.ofMillis(7));
		Fields fields = content();
		assertThat(fields.values()).containsEntry("running requests", new Value(2L));
		assertThat(((Table) fields.values().get("requests")).rows()).containsExactly(
				List.of(new Value(Duration.ofMillis(77)), new Text("GET"), new Text("/old"), new Text(thisThread())),
				List.of(new Value(Duration.ofMillis(7)), new Text("POST"), new Text("/new"), new Text("no thread")));
		assertThat(Named.findings(fields)).isEmpty();
	}

	@Test
	void contentWhenRequestHasEndedForgetsIt() {
		RunningRequest request = begin("GET", "/");
		this.requests.end(request);
		assertThat(content().values()).containsEntry("running requests", new Value(0L));
	}

	@Test
	void contentWhenRequestRunsForLongWarnsWhereItIs() {
		begin("GET", "/orders/7").runOn(Thread.currentThread());
		advance(Duration.ofMillis(30_000));
		assertThat(Named.findings(content())).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
			assertThat(finding.summary()).startsWith(
					"GET /orders/7 runs for 30000 ms on " + thisThread() + ", at io.github.gmr.section.spring.");
			assertThat(finding.next()).isEqualTo("Threads");
		});
	}

	@Test
	void contentWhenRequestHasNoThreadWarnsWithoutStack() {
		RunningRequest request = begin("GET", "/orders/7");
		request.runOn(Thread.currentThread());
		request.runOn(null);
		advance(Duration.ofMinutes(1));
		assertThat(Named.findings(content())).extracting(Finding::summary)
			.containsExactly("GET /orders/7 runs for 60000 ms on no thread");
	}

	@Test
	void contentWhenManyRequestsRunForLongCountsTheRest() {
		for (int i = 0; i < 10; i++) {
			begin("GET", "/orders/" + i);
		}
		advance(Duration.ofMinutes(1));
		assertThat(Named.findings(content())).hasSize(4)
			.last()
			.isEqualTo(Content.warning("7 more run for longer than 30000 ms").next("Web"));
	}

	@ParameterizedTest
	@CsvSource({ "/a/b, /a/b", "/a;jsessionid=1/b, /a", "/a?token=1, /a", "/?a, /", "'', ''" })
	void beginKeepsPathOnly(String path, String kept) {
		assertThat(begin("GET", path).path()).isEqualTo(kept);
	}

	@Test
	void beginWhenThereAreTooManyFollowsNoMore() {
		for (int i = 0; i < RunningRequests.MAX_REQUESTS; i++) {
			begin("GET", "/");
		}
		assertThat(this.requests.begin("GET", "/")).isNull();
		assertThat(this.requests.oldestFirst()).hasSize(RunningRequests.MAX_REQUESTS);
	}

	private RunningRequest begin(String method, String path) {
		RunningRequest request = this.requests.begin(method, path);
		assertThat(request).isNotNull();
		return request;
	}

	private void advance(Duration duration) {
		this.time.addAndGet(duration.toNanos());
	}

	private Fields content() {
		return (Fields) new WebSection(this.requests, Duration.ofSeconds(30)).content();
	}

	@SuppressWarnings("deprecation")
	private static String thisThread() {
		return Thread.currentThread().getName() + " #" + Thread.currentThread().getId();
	}

}
