package io.github.gmr.actuate;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.gmr.content.Content;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.section.ReportSection;
import io.github.gmr.sink.ReportSink;
import io.github.gmr.view.ReportSchema;
import io.github.gmr.view.ReportView;
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
 * Tests that every server, started once, answers with the format that is asked for.
 */
@ParameterizedClass
@MethodSource("servers")
class ReportFormatWebTests {

	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

	private static final String FORMATS = """
			GET without Accept -> 200 text/plain;charset=UTF-8 txt
			GET */* -> 200 text/plain;charset=UTF-8 txt
			GET text/plain -> 200 text/plain;charset=UTF-8 txt
			GET application/json -> 200 application/json json
			GET application/xml -> 200 application/xml xml
			GET text/html -> 200 text/html;charset=UTF-8 html
			GET text/csv -> 200 text/csv csv
			GET text/* -> 200 text/plain;charset=UTF-8 txt
			GET application/* -> 200 application/json json
			GET application/json, */*;q=0.1 -> 200 application/json json
			GET application/json, text/plain, */* -> 200 application/json json
			GET */*;q=0.1, text/html -> 200 text/html;charset=UTF-8 html
			GET text/html;q=0.2, application/xml;q=0.7 -> 200 application/xml xml
			GET text/plain;q=0, text/html;q=0.5 -> 200 text/html;charset=UTF-8 html
			GET image/png, */*;q=0.1 -> 200 text/plain;charset=UTF-8 txt
			GET browser -> 200 text/html;charset=UTF-8 html
			GET image/png -> 406
			HEAD without Accept -> 200 text/plain;charset=UTF-8 txt
			HEAD browser -> 200 text/html;charset=UTF-8 html
			""";

	private static final String OTHERS = """
			GET ?format=csv -> 200 text/csv csv
			GET ?format=json -> 200 application/json json
			GET ?format=poetry -> 400 text/plain;charset=UTF-8
			GET /unknown -> 404 text/plain;charset=UTF-8
			GET /unknown?format=json -> 404 text/plain;charset=UTF-8
			GET ?format= -> 400 text/plain;charset=UTF-8
			PUT -> 405
			DELETE -> 405
			""";

	private static final String PUBLICATIONS = """
			POST without Accept -> 200 text/plain;charset=UTF-8
			POST */* -> 200 text/plain;charset=UTF-8
			POST text/plain -> 200 text/plain;charset=UTF-8
			POST application/json -> 200 application/json
			POST application/* -> 200 application/json
			POST text/plain;q=0.5, application/json -> 200 application/json
			POST browser -> 200 text/plain;charset=UTF-8
			POST text/html -> 406
			""";

	@Parameter
	private WebServer server;

	/**
	 * Start one server after the other, each when the one before is closed.
	 */
	static Stream<WebServer> servers() {
		return Stream.of(WebServerKind.values())
			.map((kind) -> WebServer.start(kind, Application.class, "--gmr.sink.stderr.enabled=false"));
	}

	@Test
	void serverAnswersWithFormatThatIsAccepted() {
		for (String path : List.of("", "/order-queue")) {
			assertThat(Stream
				.of("GET without Accept", "GET */*", "GET text/plain", "GET application/json", "GET application/xml",
						"GET text/html", "GET text/csv", "GET text/*", "GET application/*",
						"GET application/json, */*;q=0.1", "GET application/json, text/plain, */*",
						"GET */*;q=0.1, text/html", "GET text/html;q=0.2, application/xml;q=0.7",
						"GET text/plain;q=0, text/html;q=0.5", "GET image/png, */*;q=0.1", "GET browser",
						"GET image/png", "HEAD without Accept", "HEAD browser")
				.map((request) -> request + " -> " + outcome(accepting(request, path)))
				.collect(Collectors.joining("\n", "", "\n"))).isEqualTo(FORMATS);
		}
	}

	@Test
	void serverAnswersOtherRequests() {
		assertThat(Stream
			.of("GET ?format=csv", "GET ?format=json", "GET ?format=poetry", "GET /unknown", "GET /unknown?format=json",
					"GET ?format=", "PUT ", "DELETE ")
			.map((request) -> request.strip() + " -> " + outcome(send(request)))
			.collect(Collectors.joining("\n", "", "\n"))).isEqualTo(OTHERS);
	}

	@Test
	void serverTellsWhereReportsWentAsIsAccepted() {
		assertThat(Stream
			.of("POST without Accept", "POST */*", "POST text/plain", "POST application/json", "POST application/*",
					"POST text/plain;q=0.5, application/json", "POST browser", "POST text/html")
			.map((request) -> request + " -> " + outcome(accepting(request, "")))
			.collect(Collectors.joining("\n", "", "\n"))).isEqualTo(PUBLICATIONS);
	}

	@Test
	void serverSetsHeadersThatKeepReportsSafe() {
		for (String request : List.of("GET ", "GET /unknown", "POST ", "HEAD /package")) {
			HttpResponse<String> response = send(request);
			assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-store");
			assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
		}
		assertThat(this.server.get("/actuator/health").headers().allValues("X-Content-Type-Options")).isEmpty();
	}

	@Test
	void serverNamesFileOfReport() {
		HttpResponse<String> response = send("GET ?format=json");
		Matcher sequence = Pattern.compile("\"sequence\":(\\d+)").matcher(response.body());
		assertThat(sequence.find()).isTrue();
		assertThat(response.headers().allValues("Content-Disposition")).singleElement()
			.asString()
			.matches("inline; filename=\"my-shop_gurumeditation_\\d{14}_" + ProcessHandle.current().pid() + "_"
					+ sequence.group(1) + "\\.json\"");
	}

	@Test
	void serverWritesEachFormat() {
		assertThat(accepting("GET application/json", "").body())
			.satisfies((json) -> assertThat(new ReportSchema().violations(json)).isEmpty());
		assertThat(accepting("GET application/xml", "").body()).startsWith("<?xml ").endsWith("</guruMeditation>\n");
		assertThat(accepting("GET text/html", "").body()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
		assertThat(send("GET ?format=csv").body()).matches("sections,\\d+\n");
	}

	@Test
	void serverPublishesToSinks() {
		assertThat(send("POST ").body()).matches("Guru Meditation Report \\d+ is at in memory as text\n");
		assertThat(accepting("POST application/json", "").body()).matches("\\{\"sequence\":\\d+,\"deliveries\":\\["
				+ "\\{\"sink\":\"memory\",\"location\":\"in memory as text\",\"error\":null}]}\n");
	}

	private HttpResponse<String> accepting(String request, String path) {
		String accept = request.substring(request.indexOf(' ') + 1).replace("browser", BROWSER);
		return this.server.send(request.substring(0, request.indexOf(' ')), "/actuator/gmr" + path,
				accept.equals("without Accept") ? null : accept);
	}

	private HttpResponse<String> send(String request) {
		int space = request.indexOf(' ');
		return this.server.send(request.substring(0, space), "/actuator/gmr" + request.substring(space + 1), null);
	}

	private static String outcome(HttpResponse<String> response) {
		String disposition = response.headers().firstValue("Content-Disposition").orElse(".\"");
		String extension = disposition.substring(disposition.lastIndexOf('.') + 1, disposition.length() - 1);
		String type = (response.statusCode() < 405) ? response.headers().firstValue("Content-Type").orElse("") : "";
		return (response.statusCode() + " " + type + " " + extension).strip();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
	static class Application {

		@Bean
		ReportSection orderQueue() {
			return () -> Content.fields((fields) -> fields.add("depth", 3));
		}

		@Bean
		ReportSink memorySink() {
			return (report) -> "in memory as " + report.format().name();
		}

		@Bean
		ReportView csv() {
			return new Csv();
		}

	}

	/**
	 * Writes how many sections there are.
	 */
	private static final class Csv implements ReportView {

		@Override
		public String name() {
			return "csv";
		}

		@Override
		public String mediaType() {
			return "text/csv";
		}

		@Override
		public String extension() {
			return "csv";
		}

		@Override
		public void write(RedactedReport report, OutputStream out) throws IOException {
			out.write(("sections," + (report.sections().size() + 1) + "\n").getBytes(StandardCharsets.UTF_8));
		}

	}

}
