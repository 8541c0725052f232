package io.github.gmr.redact.find;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.gmr.redact.text.LimitedText;
import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.SecretFinder;

/**
 * Finds secrets by the user's own patterns.
 */
final class CustomPatterns implements SecretFinder {

	private final List<Pattern> patterns;

	CustomPatterns(List<Pattern> patterns) {
		this.patterns = patterns;
	}

	@Override
	public void find(String text, Marks marks) {
		for (Pattern pattern : this.patterns) {
			Matcher matcher = pattern.matcher(new LimitedText(text));
			while (matcher.find()) {
				int group = Math.min(1, matcher.groupCount());
				marks.mark(matcher.start(group), matcher.end(group));
			}
		}
	}

}
