package io.github.gmr.redact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Text;
import io.github.gmr.section.environment.ConfigurationSection;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.worker.Workers;
import org.junit.jupiter.api.Test;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs a corpus of secrets and one of harmless settings with similar names through the
 * Configuration section, {@link Redaction} and all views, and counts what leaks and what
 * is hidden without need. Each entry has a report of its own, so that no entry profits
 * from what is known by another.
 */
class SecretCorpusTests {

	/**
	 * Secrets come in many shapes: short, long, words, with digits, with delimiters.
	 */
	private static final List<String> SHAPES = List.of("zq7xk", "wombatlantern", "Zebra-Lantern-0042-Topaz",
			"9f86d081884c7d659a2feaa0c55ad015", "Tr0ub4dor!x$y^z*w", "Q0lBUkVOVA1b2c3d4e5f6g7h8i9j0kLMNOP",
			"MARKER_0042_OPAL", "jackalHoneyDew");

	private static final int MIN_FRAGMENT = 5;

	@Test
	void redactWhenSettingIsSecretLeaksNothing() throws IOException {
		List<String> leaks = new ArrayList<>();
		List<String[]> entries = read("secrets.txt", 3);
		for (String[] entry : entries) {
			for (String secret : SHAPES) {
				RedactedReport report = RenderedContent
					.redact(content(entry[0], entry[1], entry[2].replace("@@", secret)));
				assertThat(Redaction.builder().build().redact(report, Audience.MASKED).sections())
					.isEqualTo(report.sections());
				if (leaks(secret, RenderedContent.render(report))) {
					leaks.add(String.join(" | ", entry) + " <- " + secret);
				}
			}
		}
		System.out.printf("%d secrets in %d shapes: %d leaks%n", entries.size(), SHAPES.size(), leaks.size());
		assertThat(entries).hasSizeGreaterThanOrEqualTo(200);
		assertThat(leaks).isEmpty();
	}

	@Test
	void redactWhenSettingIsHarmlessShowsIt() throws IOException {
		List<String> hidden = new ArrayList<>();
		List<String[]> entries = read("harmless.txt", 2);
		for (String[] entry : entries) {
			String shown = entry[0].equals("text:") ? text(RenderedContent.redact(new Text(entry[1])))
					: setting(entry[0], entry[1]);
			if (!entry[1].equals(shown)) {
				hidden.add(String.join(" | ", entry) + ": " + shown);
			}
		}
		System.out.printf("%d harmless settings: %d hidden (%.1f %%) %s%n", entries.size(), hidden.size(),
				100.0 * hidden.size() / entries.size(), hidden);
		assertThat(entries).hasSizeGreaterThanOrEqualTo(200);
		assertThat(hidden).hasSizeLessThanOrEqualTo(entries.size() * 3 / 100);
	}

	private static boolean leaks(String secret, String shown) {
		return shown.contains(secret.substring(0, MIN_FRAGMENT))
				|| shown.contains(secret.substring(secret.length() - MIN_FRAGMENT));
	}

	private static Content content(String kind, String name, String value) {
		if (kind.equals("text") || kind.equals("args")) {
			return new Text(value);
		}
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().forEach((source) -> environment.getPropertySources().remove(source.getName()));
		Map<String, Object> values = new LinkedHashMap<>(Map.of(name, value));
		environment.getPropertySources()
			.addFirst(kind.equals("env") ? new SystemEnvironmentPropertySource("systemEnvironment", values)
					: new MapPropertySource("file", values));
		return new ConfigurationSection(environment, new Workers(ForkJoinPool.commonPool())).content(new ReportScope());
	}

	private static String text(RedactedReport report) {
		Text text = (Text) report.sections().get(0).content();
		assertThat(text).isNotNull();
		return text.text();
	}

	private static String setting(String name, String value) {
		boolean variable = name.startsWith("env:");
		return setting(
				RenderedContent.redact(content(variable ? "env" : "prop", variable ? name.substring(4) : name, value)));
	}

	private static String setting(RedactedReport report) {
		Fields fields = (Fields) report.sections().get(0).content();
		assertThat(fields).isNotNull();
		Setting setting = ((Settings) fields.values().get("settings")).settings().get(0);
		return String.valueOf(setting.value());
	}

	private static List<String[]> read(String resource, int columns) throws IOException {
		try (InputStream in = SecretCorpusTests.class.getResourceAsStream(resource)) {
			assertThat(in).isNotNull();
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#") && !line.isBlank())
				.map((line) -> entry(line, columns))
				.toList();
		}
	}

	private static String[] entry(String line, int columns) {
		String[] entry = line.split("\\s*\\|\\s*", columns);
		for (int i = 0; i < entry.length; i++) {
			entry[i] = entry[i].strip().replaceAll("(?<!\\\\)\\\\n", "\n").replace("\\\\n", "\\n");
		}
		return entry;
	}

}
