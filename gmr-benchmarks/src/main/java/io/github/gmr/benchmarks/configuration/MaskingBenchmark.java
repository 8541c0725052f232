package io.github.gmr.benchmarks.configuration;

import java.util.ArrayList;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.content.Text;
import io.github.gmr.redact.Audience;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.Report;
import io.github.gmr.section.scope.ReportScope;

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

	/**
	 * Parts of text that are hard on one rule or the other when they come again and
	 * again.
	 */
	private static final List<String> HARD = List.of("a", "(", "a@a@", "a@a ", "password=", "password= ", "password=x ",
			"password:x,", "=", ":", "a:", "://", "a://b:c@", "<password>", "<a>", "name=password ", "\"", "token '",
			"-----BEGIN ", "-----BEGIN PRIVATE KEY-----", "Bearer ", "Basic YTpi ", "eyJ", "--password ",
			"secrets:\n  ", "{\"password\":{", "ENC(", "mysql -p ", "arn:secret:", "curl -u a:b -p c ", "\"-u\",\"a\",",
			"value [", "value [x] key 'token' ", "password is a1b2c ", "set a_token b ", "token(\"a\") ", "a/\"@",
			"cookie: a=b; ", "password: see the a ", "token={token}&", "://a/hooks/", "token?", "api key (",
			"token for a ", "login(a, ", "PASS ", "code=", " key: x\n", "values (?, ?) [", "aA3-", "4111-", "a/b1c2@d ",
			"\u001b", "secr0000-secr0000");

	private MaskingBenchmark() {
	}

	/**
	 * Run the benchmark.
	 * @param args not used
	 * @throws Exception if anything fails
	 */
	public static void main(String[] args) throws Exception {
		Redaction redaction = redaction(200);
		double harmless = measure(redaction, repeated(PROSE));
		print("harmless prose", harmless, harmless);
		for (String part : HARD) {
			print(part.replace("\n", "\\n").replace("\u001b", "\\u001b"), measure(redaction, repeated(part)), harmless);
		}
		print("secrets:, deeper and deeper", measure(redaction, deeper()), harmless);
		print("a new name each time", measure(redaction, names()), harmless);
		for (int secrets : new int[] { 0, 1000, 10_000 }) {
			print("harmless prose, " + secrets + " secrets known", measure(redaction(secrets), repeated(PROSE)),
					harmless);
		}
		printShortValue(redaction);
	}

	private static void printShortValue(Redaction redaction) throws Exception {
		List<String> values = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			values.add("jdbc:postgresql://db-" + i + ".acme.com:5432/orders?ssl=true&application=orders");
		}
		Report report = Reports.of(Content.items(values));
		double micros = Stopwatch.median(() -> redaction.redact(report, Audience.MASKED));
		System.out.printf("%-44s %8.2f us a value%n", "a URL of 80 characters", micros / 1000);
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

	private static String repeated(String part) {
		return part.repeat(LENGTH / part.length());
	}

	private static double measure(Redaction redaction, String text) throws Exception {
		Report report = Reports.of(new Text(text));
		return Stopwatch.median(() -> redaction.redact(report, Audience.MASKED));
	}

	private static void print(String what, double micros, double harmless) {
		System.out.printf("%-44s %8.0f us for 64 kB   %5.1f x%n", what, micros, micros / harmless);
	}

	private static String names() {
		StringBuilder text = new StringBuilder();
		for (int i = 0; text.length() < LENGTH - 40; i++) {
			text.append("some").append(Integer.toString(i, 36)).append("Token").append(i).append("Value=x ");
		}
		return text.toString();
	}

	private static Redaction redaction(int secrets) {
		Redaction redaction = Redaction.builder().secrets((scope, visitor) -> {
			for (int i = 0; i < secrets; i++) {
				visitor.visit(null, "password" + i, "secr0000-" + Integer.toHexString(i * 7919) + "-x");
			}
		}).build();
		redaction.refresh(new ReportScope());
		return redaction;
	}

}
