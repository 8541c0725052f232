package io.github.gmr.redact.find;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Gathers the values that are masked under their name, to be masked everywhere. Used by
 * one thread.
 */
public final class Secrets {

	private static final Set<String> COMMON = Set.of("password", "passw0rd", "changeit", "changeme", "postgres",
			"rabbitmq", "localhost", "127.0.0.1", "username", "anonymous", "required", "optional", "disabled",
			"internal", "external", "production", "development", "standard", "undefined", "administrator", "classpath",
			"datasource", "database", "elastic", "mongodb", "cassandra", "security", "template", "resource");

	private static final int MIN_LINE = 16;

	private final Set<String> values = new HashSet<>();

	/**
	 * Add a secret value, its parts, and the ways it may be written.
	 * @param value the value
	 * @param resolved whether what looks like a placeholder in the value is none
	 */
	public void add(String value, boolean resolved) {
		if (resolved || !value.contains("${")) {
			add(value);
		}
	}

	private void add(String value) {
		String secret = value.strip();
		addOne(secret);
		int id = secret.startsWith("{") ? secret.indexOf('}') : -1;
		if (id > 0 && secret.indexOf(':') < 0) {
			addOne(secret.substring(id + 1));
		}
		if (secret.indexOf('\n') >= 0) {
			secret.lines().map(String::strip).filter((line) -> line.length() >= MIN_LINE).forEach(this::addOne);
		}
		if (secret.indexOf(',') >= 0) {
			for (String part : secret.split(",")) {
				addOne(part.strip());
			}
		}
	}

	private void addOne(String secret) {
		if (secret.length() >= SecretSet.MIN_LENGTH && !isCommon(secret)) {
			this.values.add(secret);
			String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
			this.values.add(encoded);
			this.values.add(encoded.replace("+", "%20"));
		}
	}

	static boolean isCommon(String secret) {
		return COMMON.contains(secret.toLowerCase(Locale.ROOT)) || secret.chars().distinct().count() < 3
				|| secret.startsWith("-----");
	}

	/**
	 * Return all secrets that were added.
	 * @return finds them in texts
	 */
	public SecretSet toSet() {
		return new SecretSet(this.values);
	}

}
