package io.github.gmr.actuate;

import org.junit.jupiter.api.Test;

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

	private static WebServer start(String... arguments) {
		return WebServer.start(WebServerKind.MVC, ReportFormatWebTests.Application.class, arguments);
	}

}
