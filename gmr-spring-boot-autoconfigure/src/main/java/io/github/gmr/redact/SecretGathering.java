package io.github.gmr.redact;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Picks the secrets among names and values.
 */
final class SecretGathering implements SecretSource.Visitor {

	private final Secrets secrets = new Secrets();

	private final NameRules names;

	private final List<SecretFinder> patterns;

	private final List<ValueSanitizer> sanitizers;

	SecretGathering(NameRules names, List<SecretFinder> patterns, List<ValueSanitizer> sanitizers) {
		this.names = names;
		this.patterns = patterns;
		this.sanitizers = sanitizers;
	}

	@Override
	public void visit(@Nullable String source, String name, String value) {
		if (value.length() < SecretSet.MIN_LENGTH || value.length() > Masking.MAX_TEXT) {
			return;
		}
		if (this.names.hides(name, value)) {
			this.secrets.add(value);
		}
		else if (!this.names.allows(name)) {
			visitParts(value);
			if (SettingsRedaction.sanitized(this.sanitizers, source, name, value).equals(Redaction.MASK)) {
				this.secrets.add(value);
			}
		}
	}

	private void visitParts(String value) {
		Marks marks = new Marks();
		this.patterns.forEach((pattern) -> pattern.find(value, marks));
		marks.forEach((start, end) -> this.secrets.add(value.substring(start, end)));
	}

	SecretSet secrets() {
		return this.secrets.toSet();
	}

}
