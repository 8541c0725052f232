package io.github.gmr.actuate;

import java.net.http.HttpResponse;
import java.util.List;

import io.github.gmr.GuruMeditation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a server answers with the format that is asked for whatever it is configured
 * to do.
 */
class ReportFormatOptionsWebTests {

	@Test
	void serverWhenSinkWantsFormatOfApplicationPublishesInThat() {
		try (WebServer server = start("--gmr.sink.stderr.enabled=false", "--gmr.sink.memory.format=csv")) {
			assertThat(server.send("POST", "/actuator/gmr", null).body()).endsWith(" is at in memory as csv\n");
		}
	}

	@Test
	void serverWhenReportsAreCachedServesOneAgainInItsFormat() {
		try (WebServer server = start("--management.endpoint.gmr.cache.time-to-live=1h")) {
			String json = server.get("/actuator/gmr?format=json").body();
			assertThat(server.get("/actuator/gmr?format=json").body()).isEqualTo(json);
			assertThat(server.send("GET", "/actuator/gmr", "text/html").body()).startsWith("<!DOCTYPE html>");
			assertThat(server.send("GET", "/actuator/gmr/package", "application/json").body()).isNotEqualTo(json);
		}
	}

	@Test
	void serverWhenReportsAreNotCachedMakesNewOnes() {
		try (WebServer server = start()) {
			assertThat(server.get("/actuator/gmr?format=json").body())
				.isNotEqualTo(server.get("/actuator/gmr?format=json").body());
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MVC", "WEBFLUX" })
	void serverWhenLastReportIsYoungPublishesNoneForClientsButForTheApplication(WebServerKind kind) {
		try (WebServer server = start(kind, "--gmr.sink.stderr.enabled=false", "--gmr.report.min-interval=90s")) {
			assertThat(server.sendWith("POST", "/actuator/gmr", "Origin", "null").statusCode()).isEqualTo(403);
			assertThat(server.send("POST", "/actuator/gmr", "text/html").statusCode()).isEqualTo(406);
			assertThat(server.send("POST", "/actuator/gmr", null).statusCode()).isEqualTo(200);
			HttpResponse<String> second = server.send("POST", "/actuator/gmr", "application/json");
			assertThat(second.statusCode()).isEqualTo(429);
			assertThat(second.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
			String seconds = second.headers().firstValue("Retry-After").orElseThrow();
			assertThat(Integer.parseInt(seconds)).isBetween(1, 90);
			assertThat(second.body()).contains("'gmr.report.min-interval'", "Try again in " + seconds + " s.");
			GuruMeditation application = server.context().getBean(GuruMeditation.class);
			assertThat(application.publish("first").sequence()).isLessThan(application.publish("second").sequence());
			assertThat(server.get("/actuator/gmr").statusCode()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MVC", "WEBFLUX" })
	void serverWhenAccessIsReadOnlyPublishesNothing(WebServerKind kind) {
		try (WebServer server = start(kind, "--management.endpoint.gmr.access=read-only")) {
			assertThat(server.get("/actuator/gmr").statusCode()).isEqualTo(200);
			assertThat(server.send("POST", "/actuator/gmr", null).statusCode()).isEqualTo(405);
			assertThat(server.send("POST", "/actuator/gmr", "text/html").statusCode()).isEqualTo(405);
			assertThat(server.sendWith("POST", "/actuator/gmr", "Origin", "null").statusCode()).isEqualTo(405);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MVC", "WEBFLUX" })
	void serverWhenAccessIsNoneHasNoEndpoint(WebServerKind kind) {
		try (WebServer server = start(kind, "--management.endpoint.gmr.access=none")) {
			for (String path : List.of("/actuator/gmr", "/actuator/gmr/threads", "/actuator/gmr?format=json")) {
				assertThat(server.get(path).statusCode()).isEqualTo(404);
			}
			assertThat(server.sendWith("POST", "/actuator/gmr", "Origin", "null").statusCode()).isEqualTo(404);
		}
	}

	@ParameterizedTest
	@CsvSource({ "MVC, /actuator/gmr, /public/actuator/gmr, --debug=false",
			"MVC, /mvc/actuator/gmr, /mvc/public/actuator/gmr, --spring.mvc.servlet.path=/mvc",
			"MVC, /shop/actuator/gmr, /shop/public/actuator/gmr, --server.servlet.context-path=/shop",
			"MVC, /gmr, /public/actuator/gmr, --management.endpoints.web.base-path=/",
			"WEBFLUX, /actuator/gmr, /public/actuator/gmr, --debug=false",
			"WEBFLUX, /shop/actuator/gmr, /shop/public/actuator/gmr, --spring.webflux.base-path=/shop",
			"WEBFLUX, /manage/guru, /public/actuator/gmr, '--management.endpoints.web.base-path=/manage,--management.endpoints.web.path-mapping.gmr=guru'" })
	void serverKnowsEndpointByItsWholePath(WebServerKind kind, String path, String other, String arguments) {
		try (WebServer server = start(kind, arguments.split(","))) {
			HttpResponse<String> report = server.send("GET", path, "text/csv");
			assertThat(report.body()).startsWith("sections,");
			assertThat(report.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
			HttpResponse<String> others = server.send("GET", other, "application/json, text/csv");
			assertThat(others.body()).contains("application/json, text/csv");
			assertThat(others.headers().firstValue("X-Content-Type-Options")).isEmpty();
		}
	}

	private static WebServer start(String... arguments) {
		return start(WebServerKind.MVC, arguments);
	}

	private static WebServer start(WebServerKind kind, String... arguments) {
		return WebServer.start(kind, ReportFormatWebTests.Application.class, arguments);
	}

}
