package io.github.gmr.autoconfigure.redact;

import java.util.regex.PatternSyntaxException;

/**
 * Says that a configured pattern is not a regular expression.
 */
public class InvalidRedactionPatternException extends RuntimeException {

	private final String key;

	private final String reason;

	private final int index;

	InvalidRedactionPatternException(String key, PatternSyntaxException cause) {
		super("'%s' must be a regular expression: %s".formatted(key, cause.getDescription()));
		this.key = key;
		this.reason = cause.getDescription();
		this.index = cause.getIndex();
	}

	String key() {
		return this.key;
	}

	String reason() {
		return this.reason + ((this.index >= 0) ? " near character " + (this.index + 1) : "");
	}

}
