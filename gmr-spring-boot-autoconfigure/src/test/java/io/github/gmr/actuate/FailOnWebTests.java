package io.github.gmr.actuate;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.gmr.content.Content;
import io.github.gmr.section.ReportSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that every server, started once, says how many findings there are, and lets them
 * fail if that is asked for.
 */
@ParameterizedClass
@MethodSource("servers")
class FailOnWebTests {

	private static final String ANSWERS = """
			GET /order-queue -> 200 critical=0, warning=1, info=1
			GET /order-queue?fail-on=info -> 503 critical=0, warning=1, info=1
			GET /order-queue?fail-on=warning -> 503 critical=0, warning=1, info=1
			GET /order-queue?fail-on=WARNING -> 503 critical=0, warning=1, info=1
			GET /order-queue?fail-on=critical -> 200 critical=0, warning=1, info=1
			GET /order-queue?fail-on=warning&format=json -> 503 critical=0, warning=1, info=1
			GET /order-queue?format=html -> 200 critical=0, warning=1, info=1
			HEAD /order-queue?fail-on=warning -> 503 critical=0, warning=1, info=1
			GET /quiet?fail-on=info -> 200 critical=0, warning=0, info=0
			GET /quiet?fail-on=error -> 400 without
			GET /quiet?fail-on= -> 400 without
			GET /quiet?failOn=error -> 200 critical=0, warning=0, info=0
			GET /unknown?fail-on=warning -> 404 without
			GET /quiet?format=poetry -> 400 without
			POST ?fail-on=info -> 200 without
			""";

	@Parameter
	private WebServer server;

	static Stream<WebServer> servers() {
		return WebServerKind.onClassPath()
			.stream()
			.map((kind) -> WebServer.start(kind, Application.class, "--gmr.sink.stderr.enabled=false",
					"--gmr.report.min-interval=0"));
	}

	@Test
	void serverSaysHowManyFindingsThereAre() {
		assertThat(ANSWERS.lines()
			.map((line) -> line.substring(0, line.indexOf(" -> ")))
			.map((request) -> request + " -> " + outcome(send(request)))
			.collect(Collectors.joining("\n", "", "\n"))).isEqualTo(ANSWERS);
	}

	@Test
	void serverSendsTheSameReportWhenItIsAFailure() {
		HttpResponse<String> failure = send("GET /order-queue?fail-on=warning");
		HttpResponse<String> success = send("GET /order-queue");
		assertThat(failure.body()).isEqualTo(success.body()).contains("WARNING: 3 orders wait");
		assertThat(failure.headers().firstValue("Content-Type"))
			.isEqualTo(success.headers().firstValue("Content-Type"));
		assertThat(failure.headers().firstValue("Content-Disposition")).isPresent();
	}

	@Test
	void serverFailsForTheWholeReportAndForItsFindings() {
		for (String path : List.of("", "/findings")) {
			HttpResponse<String> response = send("GET " + path + "?fail-on=warning");
			assertThat(response.statusCode()).isEqualTo(503);
			assertThat(response.body()).contains("WARNING: 3 orders wait");
			assertThat(response.headers().allValues("Gmr-Findings")).singleElement()
				.asString()
				.matches("critical=\\d+, warning=[1-9]\\d*, info=[1-9]\\d*");
		}
	}

	@Test
	void serverSaysWhatToWriteInsteadOfWhatIsNoSeverity() {
		assertThat(send("GET /quiet?fail-on=error").body())
			.isEqualTo("There is no such severity. Write fail-on=critical, fail-on=warning or fail-on=info.\n");
	}

	@Test
	void curlHasAnExitCode() throws IOException, InterruptedException {
		assertThat(curl("/order-queue?fail-on=warning")).isEqualTo(22);
		assertThat(curl("/order-queue?fail-on=critical")).isEqualTo(0);
		assertThat(curl("/quiet?fail-on=info")).isEqualTo(0);
	}

	private int curl(String path) throws IOException, InterruptedException {
		Process curl = new ProcessBuilder("curl", "-fsS", this.server.uri("/actuator/gmr" + path).toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(output).containsAnyOf("503", "Order Queue", "Quiet");
		return curl.waitFor();
	}

	private HttpResponse<String> send(String request) {
		int space = request.indexOf(' ');
		return this.server.send(request.substring(0, space), "/actuator/gmr" + request.substring(space + 1), null);
	}

	private static String outcome(HttpResponse<String> response) {
		return response.statusCode() + " " + response.headers().firstValue("Gmr-Findings").orElse("without");
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
	static class Application {

		@Bean
		ReportSection orderQueue() {
			return () -> Content.fields((fields) -> fields.add(Content.warning("3 orders wait"))
				.add(Content.info("The broker was restarted")));
		}

		@Bean
		ReportSection quiet() {
			return () -> Content.text("all is well");
		}

	}

}
