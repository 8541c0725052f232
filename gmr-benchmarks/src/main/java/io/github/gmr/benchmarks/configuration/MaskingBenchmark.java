package io.github.gmr.benchmarks.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Text;
import io.github.gmr.redact.Audience;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.Report;

/**
 * Measures what masking costs, and that no input makes it cost much more than a harmless
 * one of its length.
 */
public final class MaskingBenchmark {

	private static final int LENGTH = 65_536;

	private static final String PROSE = """
			The quick brown fox jumps over the lazy dog at 12:30, see https://acme.com/docs?page=1#top for
			details: order 4711 of customer-17 (status = open, amount = 12.50 EUR) was not shipped.
			""";

	private MaskingBenchmark() {
	}

	/**
	 * Run the benchmark.
	 * @param args not used
	 * @throws Exception if anything fails
	 */
	public static void main(String[] args) throws Exception {
		Redaction redaction = redaction(200);
		double harmless = measure(redaction, "harmless prose", PROSE, 1);
		for (Map.Entry<String, String> input : inputs().entrySet()) {
			measure(redaction, input.getKey(), input.getValue(), harmless);
		}
		for (int secrets : new int[] { 0, 1000, 10_000 }) {
			measure(redaction(secrets), "harmless prose, " + secrets + " secrets known", PROSE, harmless);
		}
		short80(redaction);
	}

	private static void short80(Redaction redaction) throws Exception {
		List<String> values = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			values.add("jdbc:postgresql://db-" + i + ".acme.com:5432/orders?ssl=true&application=orders");
		}
		Report report = Reports.of(io.github.gmr.content.Content.items(values));
		double micros = Stopwatch.median(() -> redaction.redact(report, Audience.MASKED));
		System.out.printf("%-44s %8.2f us a value%n", "a URL of 80 characters", micros / 1000);
	}

	private static Map<String, String> inputs() {
		Map<String, String> inputs = new LinkedHashMap<>();
		inputs.put("letters", "a");
		inputs.put("(((((", "(");
		inputs.put("a@a@", "a@a@");
		inputs.put("a@a ", "a@a ");
		inputs.put("password=", "password=");
		inputs.put("password= ", "password= ");
		inputs.put("password=x ", "password=x ");
		inputs.put("password:x,", "password:x,");
		inputs.put("=", "=");
		inputs.put(":", ":");
		inputs.put("a:", "a:");
		inputs.put("://", "://");
		inputs.put("a://b:c@", "a://b:c@");
		inputs.put("<password>", "<password>");
		inputs.put("<a>", "<a>");
		inputs.put("name=password ", "name=password ");
		inputs.put("\"", "\"");
		inputs.put("token '", "token '");
		inputs.put("-----BEGIN ", "-----BEGIN ");
		inputs.put("-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----");
		inputs.put("Bearer ", "Bearer ");
		inputs.put("Basic YTpi ", "Basic YTpi ");
		inputs.put("eyJ", "eyJ");
		inputs.put("--password ", "--password ");
		inputs.put("secrets:\\n  ", "secrets:\n  ");
		inputs.put("{\"password\":{", "{\"password\":{");
		inputs.put("ENC(", "ENC(");
		inputs.put("mysql -p ", "mysql -p ");
		inputs.put("arn:secret:", "arn:secret:");
		inputs.put("curl -u a:b -p c ", "curl -u a:b -p c ");
		inputs.put("\"-u\",\"a\",", "\"-u\",\"a\",");
		inputs.put("value [", "value [");
		inputs.put("value [x] key 'token' ", "value [x] key 'token' ");
		inputs.put("password is a1b2c ", "password is a1b2c ");
		inputs.put("set a_token b ", "set a_token b ");
		inputs.put("token(\"a\") ", "token(\"a\") ");
		inputs.put("a/\"@", "a/\"@");
		inputs.put("cookie: a=b; ", "cookie: a=b; ");
		inputs.put("password: see the a ", "password: see the a ");
		inputs.put("token={token}&", "token={token}&");
		inputs.put("://a/hooks/", "://a/hooks/");
		inputs.put("secrets:, deeper and deeper", deeper());
		inputs.put("a new name each time", "");
		inputs.put("\\u001b", "\u001b");
		inputs.put("secr0000-secr0000", "secr0000-secr0000");
		return inputs;
	}

	/**
	 * Return names of secrets in YAML, each below the other, as often as fits.
	 */
	private static String deeper() {
		StringBuilder text = new StringBuilder();
		for (int indent = 0; text.length() < LENGTH - indent - 10; indent++) {
			text.append(" ".repeat(indent)).append("secrets:\n");
		}
		return text.toString();
	}

	private static double measure(Redaction redaction, String what, String part, double harmless) throws Exception {
		Report report = Reports
			.of(new Text(part.isEmpty() ? names() : part.repeat(Math.max(1, LENGTH / part.length()))));
		double micros = Stopwatch.median(() -> redaction.redact(report, Audience.MASKED));
		System.out.printf("%-44s %8.0f us for 64 kB   %5.1fx%n", what, micros,
				micros / ((harmless > 1) ? harmless : micros));
		return micros;
	}

	private static String names() {
		StringBuilder text = new StringBuilder();
		for (int i = 0; text.length() < LENGTH - 40; i++) {
			text.append("some").append(Integer.toString(i, 36)).append("Token").append(i).append("Value=x ");
		}
		return text.toString();
	}

	private static Redaction redaction(int secrets) {
		Redaction redaction = Redaction.builder().secrets((visitor) -> {
			for (int i = 0; i < secrets; i++) {
				visitor.visit(null, "password" + i, "secr0000-" + Integer.toHexString(i * 7919) + "-x");
			}
		}).build();
		redaction.refresh();
		return redaction;
	}

}
