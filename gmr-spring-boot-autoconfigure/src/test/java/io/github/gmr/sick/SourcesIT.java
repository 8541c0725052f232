package io.github.gmr.sick;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks applications for reports whose configuration is too much, or does not answer.
 */
class SourcesIT {

	/**
	 * Scenario R38.
	 */
	@Test
	void reportOfFiftyThousandSettingsIsCutAndSaysSo(@TempDir Path directory) throws IOException {
		Path settings = directory.resolve("many.properties");
		Files.writeString(settings,
				IntStream.range(0, 50_000)
					.mapToObj((i) -> "many.setting-" + i + "=" + i)
					.collect(Collectors.joining("\n", "", "\nmany.huge=" + "x".repeat(10_000_000))),
				StandardCharsets.US_ASCII);
		try (Patient patient = SickApplication
			.patient("--spring.config.additional-location=file:" + settings, "--gmr.report.section-timeout=20s")
			.startUntil(SickApplication.READY)) {
			TextReport report = patient.report();
			assertThat(report.text()).hasSizeLessThan(1024 * 1024);
			assertThat(report.titles()).contains("Threads", "Processes", "Configuration");
			assertThat(report.section("Configuration")).contains("\n  setting-0 = 0  (", " more settings\n");
		}
	}

	/**
	 * Scenario R39.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "hangs", "throws", "names-nothing" })
	void reportWhenPropertySourceIsSickHasAllOthers(String sickness) {
		try (Patient patient = SickApplication.patient("--greeting=hello", "--gmr.report.timeout=30s")
			.startUntil(SickApplication.READY)) {
			patient.tell("add-source " + sickness);
			TextReport report = patient.report();
			assertThat(report.titles()).contains("Package", "Threads", "Processes", "Configuration");
			assertThat(report.section("Configuration")).contains("greeting = hello");
		}
	}

}
