package io.github.gmr.autoconfigure.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Compiles the patterns of {@code gmr.redact.values}.
 */
final class RedactionPatterns {

	static final String KEY = "gmr.redact.values";

	private RedactionPatterns() {
	}

	/**
	 * Compile patterns.
	 * @param expressions the regular expressions
	 * @return the patterns
	 * @throws InvalidRedactionPatternException if one of them is not a regular expression
	 */
	static List<Pattern> compile(List<String> expressions) {
		List<Pattern> patterns = new ArrayList<>();
		for (int i = 0; i < expressions.size(); i++) {
			patterns.add(compile(expressions.get(i), KEY + "[" + i + "]"));
		}
		return patterns;
	}

	private static Pattern compile(String expression, String key) {
		try {
			return Pattern.compile(expression);
		}
		catch (PatternSyntaxException ex) {
			throw new InvalidRedactionPatternException(key, ex);
		}
	}

}
