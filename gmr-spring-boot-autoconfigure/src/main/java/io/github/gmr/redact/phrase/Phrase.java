package io.github.gmr.redact.phrase;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One row of a table of phrases: words that are looked up, and what must stand there.
 *
 * @param subject what the phrase is
 * @param starts what the phrase begins with, in lower case
 * @param pattern matches a phrase from its start on, whatever the case; its group
 * {@code secret} is what to mask, its group {@code name} what that is called, if the name
 * decides. It repeats nothing without limit but at its end, so that no text takes longer
 * than linear time.
 * @param condition what must be the case for what the pattern finds, too
 * @param secrets examples, with the secrets between angle quotation marks
 * @param harmless texts that look like the phrase and have no secret
 */
record Phrase(String subject, List<String> starts, Pattern pattern, Predicate<String> condition, List<String> secrets,
		List<String> harmless) {

	static final String SECRET = "secret";

	static final String NAME = "name";

	/**
	 * Begin a row.
	 * @param subject what the phrase is
	 * @param starts what the phrase begins with, with commas between them
	 * @param pattern matches the phrase
	 * @return the row without its examples
	 */
	static Phrase of(String subject, String starts, String pattern) {
		return new Phrase(subject, List.of(starts.split(", ?")), Pattern.compile(pattern, Pattern.CASE_INSENSITIVE),
				(secret) -> true, List.of(), List.of());
	}

	/**
	 * Return this row for some secrets only.
	 * @param condition what must be the case
	 * @return the narrower row
	 */
	Phrase where(Predicate<String> condition) {
		return new Phrase(this.subject, this.starts, this.pattern, condition, this.secrets, this.harmless);
	}

	/**
	 * Return this row with examples.
	 * @param secrets the examples
	 * @return the row
	 */
	Phrase masks(String... secrets) {
		return new Phrase(this.subject, this.starts, this.pattern, this.condition, List.of(secrets), this.harmless);
	}

	/**
	 * Return this row with harmless neighbours.
	 * @param harmless the neighbours
	 * @return the row
	 */
	Phrase keeps(String... harmless) {
		return new Phrase(this.subject, this.starts, this.pattern, this.condition, this.secrets, List.of(harmless));
	}

	/**
	 * Return whether the name decides if what the pattern finds is a secret.
	 */
	boolean isNamed() {
		return this.pattern.pattern().contains("(?<" + NAME + ">");
	}

}
