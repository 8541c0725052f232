package io.github.gmr.actuate;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that servers know nothing of the endpoint where reports are off.
 */
class SwitchedOffWebTests {

	@ParameterizedTest
	@MethodSource("io.github.gmr.actuate.WebServerKind#onClassPath")
	void serverWhenReportsAreOffHasNoEndpoint(WebServerKind kind) {
		try (WebServer server = WebServer.start(kind, ReportFormatWebTests.Application.class, "--gmr.enabled=false")) {
			assertThat(server.get("/actuator").body()).contains("/actuator/health").doesNotContain("gmr");
			assertThat(Stream.of("/actuator/gmr", "/actuator/gmr/threads", "/actuator/gmr?format=json"))
				.allSatisfy((path) -> assertThat(server.get(path).statusCode()).isEqualTo(404));
			assertThat(server.send("POST", "/actuator/gmr", null).statusCode()).isEqualTo(404);
			assertThat(server.get("/actuator/gmr").headers().map()).doesNotContainKey("X-Content-Type-Options");
			assertThat(filters(server.context())).isZero();
		}
	}

	private static long filters(ConfigurableApplicationContext context) {
		return Stream.of(GmrEndpointFilter.class, GmrEndpointWebFilter.class)
			.mapToLong((type) -> context.getBeanProvider(type).stream().count())
			.sum();
	}

}
