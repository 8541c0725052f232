package io.github.gmr.redact.find;

import java.util.List;

import io.github.gmr.redact.text.SecretFinder;

/**
 * One row of the table of all searches in texts.
 *
 * @param subject what is searched for
 * @param finder searches for it
 * @param secrets examples, with the secrets between angle quotation marks: each is a test
 * @param harmless texts that look alike and have no secret: each is a test
 */
record SearchRule(String subject, SecretFinder finder, List<String> secrets, List<String> harmless) {

	SearchRule(String subject, SecretFinder finder) {
		this(subject, finder, List.of(), List.of());
	}

	/**
	 * Return this row with examples.
	 * @param secrets the examples
	 * @return the row
	 */
	SearchRule masks(String... secrets) {
		return new SearchRule(this.subject, this.finder, List.of(secrets), this.harmless);
	}

	/**
	 * Return this row with harmless neighbours.
	 * @param harmless the neighbours
	 * @return the row
	 */
	SearchRule keeps(String... harmless) {
		return new SearchRule(this.subject, this.finder, this.secrets, List.of(harmless));
	}

}
