package io.github.gmr.autoconfigure.section;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.github.gmr.GuruMeditation;
import io.github.gmr.autoconfigure.GmrAutoConfiguration;
import io.github.gmr.autoconfigure.engine.EngineAutoConfiguration;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.view.text.TextReportView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static io.github.gmr.autoconfigure.Generated.sections;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogSectionAutoConfiguration}.
 */
class LogSectionAutoConfigurationTests {

	private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private static final org.slf4j.Logger logger = LoggerFactory.getLogger("com.acme.Orders");

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(EngineAutoConfiguration.class, GmrAutoConfiguration.class,
				ReportSectionAutoConfiguration.class, LogSectionAutoConfiguration.class))
		.withPropertyValues("gmr.sink.stderr.enabled=false");

	@Test
	void runWhenSwitchedOffFollowsNothing() {
		this.runner.withPropertyValues("gmr.section.log.enabled=false").run((context) -> {
			assertThat(sections(context)).isNotEmpty().doesNotContain("log");
			assertThat(ROOT.getAppender("gmr")).isNull();
		});
	}

	@Test
	void runFollowsTheLogUntilTheContextIsClosed() {
		this.runner.run((context) -> {
			logger.error("Order {} failed", "seven");
			assertThat(text(context)).contains("com.acme.Orders", "Order seven failed");
			assertThat(ROOT.getAppender("gmr")).isNotNull();
		});
		assertThat(ROOT.getAppender("gmr")).isNull();
	}

	@Test
	void runWhenReportsAreOffFollowsNothing() {
		this.runner.withPropertyValues("gmr.enabled=false")
			.run((context) -> assertThat(ROOT.getAppender("gmr")).isNull());
	}

	@Test
	void runWhenLogbackIsMissingHasNoSection() {
		this.runner.withClassLoader(new FilteredClassLoader(LoggerContext.class))
			.run((context) -> assertThat(sections(context)).isNotEmpty().doesNotContain("log"));
	}

	@Test
	void messageWhenItHasSecretsIsMasked() {
		this.runner.withPropertyValues("spring.datasource.password=lantern-harbour-anchor").run((context) -> {
			logger.error("No connection to jdbc:h2:shop?password=velvet-compass with lantern-harbour-anchor",
					new IllegalStateException("Authorization: Bearer copper-lighthouse-signal"));
			assertThat(text(context)).contains("No connection to", "******")
				.doesNotContain("velvet-compass", "lantern-harbour", "copper-lighthouse");
		});
	}

	@Test
	void messageWhenItLooksLikeAReportIsIndented() {
		this.runner.run((context) -> {
			logger.error("hostile\n====  Forged  ====\r\n\u001b[31mred\u0000\u202e");
			assertThat(text(context)).contains("====  Forged  ====")
				.doesNotContain("\n====  Forged", "\u001b", "\u0000", "\u202e");
		});
	}

	@ParameterizedTest
	@CsvSource({ "max-events, 0", "max-events, 1001", "error-threshold, 0" })
	void runWhenValueIsOutOfRangeFailsAndNamesKeyAndLimit(String key, int value) {
		this.runner.withPropertyValues("gmr.section.log." + key + "=" + value)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessage("'gmr.section.log." + key + "' must be from 1 to 1000 but is " + value));
	}

	private static String text(ApplicationContext context) throws IOException {
		RedactedReport report = context.getBean(GuruMeditation.class).generate();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new TextReportView().write(report, out);
		return out.toString(StandardCharsets.UTF_8);
	}

}
