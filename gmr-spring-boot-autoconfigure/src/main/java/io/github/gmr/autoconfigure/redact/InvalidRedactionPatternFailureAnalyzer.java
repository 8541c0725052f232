package io.github.gmr.autoconfigure.redact;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says which pattern of {@code gmr.redact.values} is wrong and why. The pattern itself is
 * not shown, it may describe a secret all too well.
 */
class InvalidRedactionPatternFailureAnalyzer extends AbstractFailureAnalyzer<InvalidRedactionPatternException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidRedactionPatternException cause) {
		return new FailureAnalysis(
				"The property '%s' is not a regular expression: %s.".formatted(cause.key(), cause.reason()),
				"Write a regular expression as java.util.regex.Pattern takes it, with '\\' before characters that are "
						+ "meant literally, or remove the property.",
				cause);
	}

}
