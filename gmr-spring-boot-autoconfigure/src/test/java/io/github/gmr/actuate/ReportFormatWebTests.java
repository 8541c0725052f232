package io.github.gmr.actuate;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.gmr.content.Content;
import io.github.gmr.process.TextReport;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.section.ReportSection;
import io.github.gmr.sink.RenderedReport;
import io.github.gmr.sink.ReportSink;
import io.github.gmr.view.ReportSchema;
import io.github.gmr.view.ReportView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

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
			GET image/png -> 406 text/plain;charset=UTF-8
			GET text/html;q=0 -> 406 text/plain;charset=UTF-8
			GET */*;q=0 -> 406 text/plain;charset=UTF-8
			GET application/json;q=0, */* -> 200 text/plain;charset=UTF-8 txt
			GET text/html;q=0, text/plain;q=0, text/* -> 200 text/csv csv
			HEAD without Accept -> 200 text/plain;charset=UTF-8 txt
			HEAD browser -> 200 text/html;charset=UTF-8 html
			""";

	private static final String OTHERS = """
			GET ?format=csv -> 200 text/csv csv
			GET ?format=json -> 200 application/json json
			GET ?format=brief -> 200 text/plain;charset=UTF-8 brief
			GET ?format=poetry -> 400 text/plain;charset=UTF-8
			GET /unknown -> 404 text/plain;charset=UTF-8
			GET /unknown?format=json -> 404 text/plain;charset=UTF-8
			GET ?format= -> 400 text/plain;charset=UTF-8
			POST ?format=json -> 200 application/json
			POST ?format=text -> 200 text/plain;charset=UTF-8
			POST ?format=xml -> 200 text/plain;charset=UTF-8
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
			POST text/html -> 406 text/plain;charset=UTF-8
			POST text/html;q=0 -> 406 text/plain;charset=UTF-8
			""";

	private static final String ORIGINS = """
			Sec-Fetch-Site: cross-site -> 403
			Sec-Fetch-Site: same-site -> 403
			Sec-Fetch-Site: cross-site, X-Requested-With: XMLHttpRequest -> 200
			Sec-Fetch-Site: same-origin -> 200
			Sec-Fetch-Site: none -> 200
			Origin: null -> 403
			Origin: http://evil.example -> 403
			Origin: http://evil.example, Sec-Fetch-Site: same-origin -> 403
			Origin: http://evil.example, Sec-Fetch-Site: same-origin, X-Requested-With: XMLHttpRequest -> 200
			Origin: own -> 200
			Origin: own, Sec-Fetch-Site: same-site -> 403
			Origin: https://shop.example -> 403
			Origin: https://shop.example, X-Forwarded-Host: shop.example, X-Forwarded-Proto: https -> 200
			Origin: https://shop.example, Forwarded: host=shop.example;proto=https -> 200
			""";

	@Parameter
	private WebServer server;

	/**
	 * Start one server after the other, each when the one before is closed.
	 */
	static Stream<WebServer> servers() {
		return WebServerKind.onClassPath()
			.stream()
			.map((kind) -> WebServer.start(kind, Application.class, "--gmr.sink.stderr.enabled=false",
					"--gmr.report.min-interval=0"));
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
						"GET image/png", "GET text/html;q=0", "GET */*;q=0", "GET application/json;q=0, */*",
						"GET text/html;q=0, text/plain;q=0, text/*", "HEAD without Accept", "HEAD browser")
				.map((request) -> request + " -> " + outcome(accepting(request, path)))
				.collect(Collectors.joining("\n", "", "\n"))).isEqualTo(FORMATS);
		}
	}

	@Test
	void serverAnswersOtherRequests() {
		assertThat(Stream
			.of("GET ?format=csv", "GET ?format=json", "GET ?format=brief", "GET ?format=poetry", "GET /unknown",
					"GET /unknown?format=json", "GET ?format=", "POST ?format=json", "POST ?format=text",
					"POST ?format=xml", "PUT ", "DELETE ")
			.map((request) -> request.strip() + " -> " + outcome(send(request)))
			.collect(Collectors.joining("\n", "", "\n"))).isEqualTo(OTHERS);
	}

	@Test
	void serverTellsWhereReportsWentAsIsAccepted() {
		assertThat(Stream
			.of("POST without Accept", "POST */*", "POST text/plain", "POST application/json", "POST application/*",
					"POST text/plain;q=0.5, application/json", "POST browser", "POST text/html", "POST text/html;q=0")
			.map((request) -> request + " -> " + outcome(accepting(request, "")))
			.collect(Collectors.joining("\n", "", "\n"))).isEqualTo(PUBLICATIONS);
	}

	@Test
	void serverPublishesNothingForPagesOfOtherSites() {
		int before = published();
		assertThat(ORIGINS.lines()
			.map((line) -> line.substring(0, line.indexOf(" -> ")))
			.map((headers) -> headers + " -> " + posting(headers).statusCode())
			.collect(Collectors.joining("\n", "", "\n"))).isEqualTo(ORIGINS);
		assertThat(published() - before).isEqualTo(ORIGINS.split("-> 200", -1).length - 1);
		assertThat(posting("Origin: null").body()).contains("Sec-Fetch-Site", "Origin", "X-Requested-With");
	}

	@Test
	void serverPublishesWhateverBodyIsSent() {
		for (String type : List.of("application/x-www-form-urlencoded", "text/plain", "application/json")) {
			for (String body : List.of("", "reason=slow", "{}")) {
				HttpRequest.Builder request = HttpRequest.newBuilder(this.server.uri("/actuator/gmr"))
					.header("Content-Type", type)
					.POST(BodyPublishers.ofString(body));
				assertThat(this.server.send(request).statusCode()).as(type + ": " + body).isEqualTo(200);
				assertThat(this.server.send(request.header("Origin", "null")).statusCode()).isEqualTo(403);
			}
		}
	}

	@Test
	void serverKnowsEndpointHoweverItsPathIsWritten() {
		for (String path : List.of("/actuator/%67mr", "/actuator/gmr;a=b", "/actuator;a=b/gmr", "//actuator/gmr",
				"/actuator/./gmr", "/actuator/gmr/")) {
			HttpResponse<String> response = this.server.get(path);
			if (response.statusCode() == 200) {
				assertThat(response.headers().allValues("X-Content-Type-Options")).as(path).containsExactly("nosniff");
				assertThat(response.headers().firstValue("Content-Type").orElse("")).doesNotContain("name");
			}
			assertThat(this.server.sendWith("POST", path, "Origin", "null").statusCode()).as(path).isGreaterThan(399);
		}
	}

	@Test
	void serverSendsWholeReportWhateverPartIsAskedFor() {
		String path = "/actuator/gmr/order-queue";
		String whole = this.server.get(path).body();
		for (String[] header : new String[][] { { "Range", "bytes=0-9" }, { "Range", "bytes=0-9, 20-29" },
				{ "Range", "bytes=1000000-" }, { "If-None-Match", "*" }, { "If-Match", "\"other\"" },
				{ "If-Modified-Since", "Sun, 01 Jan 2034 00:00:00 GMT" } }) {
			HttpResponse<String> response = this.server.sendWith("GET", path, header);
			assertThat(response.statusCode()).as(String.join(": ", header)).isEqualTo(200);
			assertThat(response.body()).isEqualTo(whole);
			assertThat(response.headers().map()).doesNotContainKeys("Accept-Ranges", "Content-Range");
			HttpResponse<String> head = this.server.sendWith("HEAD", path, header);
			assertThat(head.statusCode()).isEqualTo(200);
			assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isEqualTo(whole.length());
			assertThat(head.headers().map()).doesNotContainKeys("Accept-Ranges", "Content-Range");
		}
	}

	@Test
	void serverSetsHeadersThatKeepReportsSafe() {
		for (String request : List.of("GET ", "GET /unknown", "GET ?format=poetry", "POST ", "HEAD /package")) {
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
		assertThat(TextReport.of(send("GET ?format=brief").body()).titles()).startsWith("Findings", "Threads");
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

	private HttpResponse<String> posting(String headers) {
		String own = this.server.uri("").toString();
		String[] all = Stream.of(headers.split(", "))
			.flatMap((header) -> Stream.of(header.split(": ")))
			.map((part) -> part.equals("own") ? own : part)
			.toArray(String[]::new);
		return this.server.sendWith("POST", "/actuator/gmr", all);
	}

	private int published() {
		return this.server.context().getBean(MemorySink.class).count.get();
	}

	private static String outcome(HttpResponse<String> response) {
		String disposition = response.headers().firstValue("Content-Disposition").orElse(".\"");
		String extension = disposition.substring(disposition.lastIndexOf('.') + 1, disposition.length() - 1);
		String type = (response.statusCode() != 405) ? response.headers().firstValue("Content-Type").orElse("") : "";
		return (response.statusCode() + " " + type.replace("utf-8", "UTF-8") + " " + extension).strip();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
	static class Application {

		@Bean
		ReportSection orderQueue() {
			return () -> Content.fields((fields) -> fields.add("depth", 3));
		}

		@Bean
		MemorySink memorySink() {
			return new MemorySink();
		}

		@Bean
		ReportView csv() {
			return new Csv();
		}

		@Bean
		OtherRoute otherRoute() {
			return new OtherRoute();
		}

		/**
		 * With Spring MVC something wraps the body of each response.
		 */
		@Configuration(proxyBeanMethods = false)
		@ConditionalOnClass(name = "org.springframework.web.servlet.DispatcherServlet")
		@Import(WrappingAdvice.class)
		static class MvcConfiguration {

		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnMissingClass("org.springframework.web.servlet.DispatcherServlet")
		@Import(JerseyRegistrar.class)
		static class JerseyConfiguration {

		}

	}

	/**
	 * Makes the application one that uses Jersey. Named, as that is not on the class path
	 * of the compiler.
	 */
	private static final class JerseyRegistrar implements ImportBeanDefinitionRegistrar {

		@Override
		public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
			registry.registerBeanDefinition("resourceConfig",
					BeanDefinitionBuilder.genericBeanDefinition("org.glassfish.jersey.server.ResourceConfig")
						.getBeanDefinition());
		}

	}

	/**
	 * Has a path that ends like that of the endpoint.
	 */
	@RestController
	static class OtherRoute {

		@GetMapping("/public/actuator/gmr")
		Object accept(@RequestHeader("Accept") String accept) {
			return Map.of("accept", accept);
		}

	}

	/**
	 * Counts the reports that it takes.
	 */
	private static final class MemorySink implements ReportSink {

		private final AtomicInteger count = new AtomicInteger();

		@Override
		public String accept(RenderedReport report) {
			this.count.incrementAndGet();
			return "in memory as " + report.format().name();
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
