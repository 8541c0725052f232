package io.github.gmr.actuate;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

import io.github.gmr.content.Content;
import io.github.gmr.section.ReportSection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a server which has room for two reports goes on to answer after requests
 * whose reports it does not send.
 */
class ReportMemoryWebTests {

	private static final int REQUESTS = 4;

	@ParameterizedTest
	@EnumSource(names = { "MVC", "WEBFLUX" })
	void serverAnswersAfterRequestsWithoutBodyOrForRanges(WebServerKind kind) throws Exception {
		try (WebServer server = start(kind)) {
			for (int i = 0; i < REQUESTS; i++) {
				assertThat(status(server, "HEAD", "bytes=0-")).isEqualTo(200);
				assertThat(status(server, "GET", "bytes=0-9")).isEqualTo(200);
				assertThat(status(server, "GET", "bytes=0-9, 20-29")).isEqualTo(200);
				assertThat(status(server, "GET", "bytes=1000000-")).isEqualTo(200);
			}
			assertThat(server.get("/actuator/gmr/bulk").statusCode()).isEqualTo(200);
		}
	}

	private static int status(WebServer server, String method, String range) throws IOException, InterruptedException {
		return server.client()
			.send(HttpRequest.newBuilder(server.uri("/actuator/gmr/bulk"))
				.method(method, BodyPublishers.noBody())
				.header("Range", range)
				.build(), BodyHandlers.ofString())
			.statusCode();
	}

	private static WebServer start(WebServerKind kind) {
		return WebServer.start(kind, Application.class, "--gmr.report.max-size=64KB",
				"--gmr.sink.stderr.enabled=false");
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
	static class Application {

		@Bean
		ReportSection bulk() {
			return () -> Content.text("every order waits. ".repeat(2500));
		}

	}

}
