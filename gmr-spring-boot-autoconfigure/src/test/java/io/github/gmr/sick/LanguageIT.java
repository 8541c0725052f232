package io.github.gmr.sick;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.gmr.process.Patient;
import io.github.gmr.process.PatientBuilder;
import io.github.gmr.process.TextReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks applications for reports that live with another language, calendar or encoding
 * (scenario R41).
 */
class LanguageIT {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource({ "tr, TR, ", "ar, EG, u-nu-arab", "th, TH, u-ca-buddhist-nu-thai" })
	void reportIsTheSameInEveryLanguage(String language, String country, String extensions) throws IOException {
		try (Patient patient = patient("--shop.istanbul.PASSWORD=tulip-garden-77")
			.jvm("-Duser.language=" + language, "-Duser.country=" + country,
					"-Duser.extensions=" + ((extensions != null) ? extensions : ""))
			.startUntil(SickApplication.READY)) {
			patient.tell("publish 1");
			String report = only().text();
			assertThat(report).contains("istanbul").doesNotContain("tulip-garden");
			assertThat(report.replaceAll("[\u00fc\u26a1]", "")).matches("\\p{ASCII}*");
			assertThat(ReportFiles.names(this.directory).get(0).getFileName().toString())
				.matches("application_gurumeditation_20\\d{12}_\\d+_1.txt");
			assertThat(only().head().get("time")).startsWith("20");
		}
	}

	@ParameterizedTest
	@CsvSource({ "-Dstderr.encoding=US-ASCII, C.UTF-8", "-Dx=y, C", "-Dfile.encoding=ISO-8859-1, POSIX" })
	void reportOnStderrThatIsNotUnicodeEscapesAndFileDoesNot(String option, String locale) throws IOException {
		try (Patient patient = patient("--gmr.sink.stderr.enabled=true").jvm(option)
			.environment("LC_ALL", locale)
			.startUntil(SickApplication.READY)) {
			TextReport report = patient.report();
			assertThat(report.text()).matches("\\p{ASCII}*").contains("m\\u00fcnchen\\u26a1");
			assertThat(only().text()).contains("m\u00fcnchen\u26a1");
			assertThat(report.section("Threads").lines().count()).isEqualTo(only().section("Threads").lines().count());
		}
	}

	@Test
	void reportOnStderrThatIsUnicodeEscapesNothing() throws IOException {
		try (Patient patient = patient("--gmr.sink.stderr.enabled=true").environment("LC_ALL", "C.UTF-8")
			.startUntil(SickApplication.READY)) {
			assertThat(patient.report().text()).contains("m\u00fcnchen\u26a1");
		}
	}

	private PatientBuilder patient(String argument) throws IOException {
		Path settings = this.directory.resolve("settings.properties");
		Files.write(settings, "shop.city=m\\u00fcnchen\\u26a1\n".getBytes(StandardCharsets.US_ASCII));
		return SickApplication.patient(argument, "--gmr.sink.file.directory=" + this.directory,
				"--spring.config.additional-location=file:" + settings);
	}

	private TextReport only() throws IOException {
		return ReportFiles.in(this.directory).get(0);
	}

}
