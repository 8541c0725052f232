package io.github.gmr.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks for the secrets of the demo in all that it reports.
 */
class SecretsIT {

	private static final List<String> CONFIGURED = List.of("lantern-harbour-93", "velvet-compass-27",
			"wh-5b1fcd0e7a94");

	private static final List<String> GIVEN = List.of("walnut-orbit-11", "copper-meadow-64", "silent-anchor-38");

	@Test
	void reportsHoldNoSecret(@TempDir Path directory) throws IOException {
		try (Demo demo = Demo.start(Demo.builder()
			.jvm("-Dshop.vault.token=" + GIVEN.get(0))
			.environment("MAIL_PASSWORD", GIVEN.get(1))
			.arguments("--shop.supplier.secret=" + GIVEN.get(2), "--gmr.sink.stderr.enabled=true",
					"--gmr.sink.file.directory=" + directory))) {
			String printed = demo.patient().report().text();
			String answered = demo.get("/actuator/gmr").body();
			assertThat(printed).contains("Order Queue", "******");
			assertThat(answered).contains("Order Queue", "******");
			assertThat(sections(demo)).contains("shop.supplier.secret", "https://", "vault.token", "******");
			assertThat(written(directory)).contains("Order Queue", "******");
			assertThat(
					String.join("\n", printed, answered, sections(demo), written(directory), demo.patient().stderr()))
				.doesNotContain(CONFIGURED)
				.doesNotContain(GIVEN);
		}
	}

	@Test
	void secretsAreThoseOfTheConfiguration() throws IOException {
		String configuration = new String(
				SecretsIT.class.getResourceAsStream("/application.properties").readAllBytes());
		assertThat(configuration).contains(CONFIGURED);
	}

	private static String sections(Demo demo) {
		return Stream
			.of("findings", "package", "threads", "green-threads", "processes", "configuration", "runtime", "memory",
					"sockets", "web", "waits", "running-work", "data-sources", "executors", "scheduled-tasks",
					"order-queue")
			.map((name) -> demo.get("/actuator/gmr/" + name).body())
			.reduce("", String::concat);
	}

	private static String written(Path directory) throws IOException {
		StringBuilder result = new StringBuilder();
		try (Stream<Path> files = Files.list(directory)) {
			for (Path file : files.toList()) {
				result.append(Files.readString(file));
			}
		}
		return result.toString();
	}

}
