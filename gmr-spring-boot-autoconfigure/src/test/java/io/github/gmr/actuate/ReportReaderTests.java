package io.github.gmr.actuate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import io.github.gmr.autoconfigure.GmrAutoConfiguration;
import io.github.gmr.autoconfigure.engine.EngineAutoConfiguration;
import io.github.gmr.autoconfigure.section.ReportSectionAutoConfiguration;
import io.github.gmr.content.Content;
import io.github.gmr.section.ReportSection;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReportReader}: that all responses together stay within twice
 * {@code gmr.report.max-size}, which is room for two of the reports here.
 */
class ReportReaderTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(EngineAutoConfiguration.class, GmrAutoConfiguration.class,
				ReportSectionAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=gmr", "gmr.report.max-size=64KB",
				"gmr.sink.stderr.enabled=false")
		.withBean("bulk", ReportSection.class, () -> () -> Content.text("every order waits. ".repeat(2500)));

	@Test
	void responseWhenOthersAreAboutToBeReadLeavesRoomForThem() {
		this.runner.run((context) -> {
			WebEndpointResponse<Resource> first = response(context);
			WebEndpointResponse<Resource> second = response(context);
			WebEndpointResponse<Resource> third = response(context);
			assertThat(first.getStatus()).isEqualTo(200);
			assertThat(second.getStatus()).isEqualTo(200);
			assertThat(third.getStatus()).isEqualTo(503);
			assertThat(read(third)).startsWith("No report can be had now: reports of ")
				.endsWith(" are still being read by others. Try again in a few seconds.\n");
			assertThat(read(first)).isEqualTo(read(second)).contains("every order waits. every");
		});
	}

	@Test
	void responseWhenAnotherHasBeenReadTakesItsRoom() {
		this.runner.run((context) -> {
			WebEndpointResponse<Resource> first = response(context);
			WebEndpointResponse<Resource> second = response(context);
			read(first);
			WebEndpointResponse<Resource> third = response(context);
			assertThat(third.getStatus()).isEqualTo(200);
			assertThat(response(context).getStatus()).isEqualTo(503);
			assertThat(read(second)).isEqualTo(read(third));
		});
	}

	private static WebEndpointResponse<Resource> response(ApplicationContext context) {
		return context.getBean(GmrEndpointWebExtension.class)
			.section(SecurityContext.NONE, ReportFormat.TEXT, "bulk", null, null);
	}

	private static String read(WebEndpointResponse<Resource> response) throws IOException {
		try (InputStream body = Objects.requireNonNull(response.getBody()).getInputStream()) {
			return new String(body.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
