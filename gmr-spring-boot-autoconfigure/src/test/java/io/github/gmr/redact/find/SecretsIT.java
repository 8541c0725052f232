package io.github.gmr.redact.find;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.gmr.process.Patient;
import io.github.gmr.sick.SickApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks for secrets from everywhere in the reports of every local trigger, in every
 * format (scenario R53).
 */
class SecretsIT {

	private static final List<String> SECRETS = List.of("argument-walnut-61", "property-copper-28",
			"environment-anchor-93", "thread-lantern-47", "exception-velvet-15", "section-meadow-82", "url-harbour-36",
			"json-orbit-74");

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "text", "json", "xml" })
	void reportsHoldNoSecret(String format) throws IOException {
		Path touched = this.directory.resolve("touched");
		Path reports = this.directory.resolve("reports");
		try (Patient patient = SickApplication
			.patient("--shop.password=" + SECRETS.get(0), "--gmr.touch-file.path=" + touched,
					"--shop.url=https://shop:" + SECRETS.get(6) + "@localhost/", "--gmr.touch-file.poll-interval=50ms",
					"--gmr.report.min-interval=0", "--gmr.sink.file.directory=" + reports,
					"--gmr.sink.file.format=" + format, "--gmr.sink.stderr.enabled=true",
					"--gmr.sink.stderr.format=" + format)
			.jvm("-Dshop.token=" + SECRETS.get(1))
			.environment("SHOP_API_KEY", SECRETS.get(2))
			.environment("SPRING_APPLICATION_JSON", "{\"shop\":{\"secret\":\"" + SECRETS.get(7) + "\"}}")
			.startUntil(SickApplication.READY)) {
			patient.tell("spread-secrets " + String.join(" ", SECRETS));
			awaitFiles(patient, reports, 1);
			patient.signal("USR1");
			awaitFiles(patient, reports, 2);
			Files.createFile(touched);
			awaitFiles(patient, reports, 3);
			String all = patient.stderr() + written(reports);
			assertThat(all).contains("signal USR1", "touched file", "cause of it all", "******", "spreader")
				.doesNotContain(SECRETS);
		}
	}

	@Test
	void secretsAreFoundWhereNothingMasksThem() {
		try (Patient patient = SickApplication.patient("--gmr.redact.allow=greeting", "--greeting=" + SECRETS.get(0))
			.startUntil(SickApplication.READY)) {
			assertThat(patient.report().text()).contains(SECRETS.get(0));
		}
	}

	private static void awaitFiles(Patient patient, Path reports, int count) {
		patient.await(count + " files", () -> (names(reports).size() >= count) ? count : null);
	}

	private static List<Path> names(Path reports) throws IOException {
		if (!Files.isDirectory(reports)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(reports)) {
			return files.filter((file) -> !file.toString().endsWith(".part")).toList();
		}
	}

	private static String written(Path reports) throws IOException {
		StringBuilder all = new StringBuilder();
		for (Path file : names(reports)) {
			all.append(Files.readString(file));
		}
		return all.toString();
	}

}
