package io.github.gmr.redact.phrase;

import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Prose;
import io.github.gmr.redact.text.Scan;
import io.github.gmr.redact.text.SecretFinder;

/**
 * Finds secrets by the phrases they stand in.
 */
public final class Phrases implements SecretFinder {

	static final List<Phrase> ALL = Stream
		.of(AddressPhrases.ROWS, DatabasePhrases.ROWS, ErrorPhrases.ROWS, CommandPhrases.ROWS)
		.flatMap(List::stream)
		.toList();

	private final List<Phrase> phrases;

	private final NameRules names;

	/**
	 * Create a finder of all phrases.
	 * @param names decides about what a phrase calls by name
	 */
	public Phrases(NameRules names) {
		this(ALL, names);
	}

	Phrases(List<Phrase> phrases, NameRules names) {
		this.phrases = phrases;
		this.names = names;
	}

	@Override
	public void find(String text, Marks marks) {
		String lower = Scan.lowerCase(text);
		for (Phrase phrase : this.phrases) {
			for (String start : phrase.starts()) {
				if (lower.contains(start)) {
					find(phrase, start, text, lower, marks);
				}
			}
		}
	}

	private void find(Phrase phrase, String start, String text, String lower, Marks marks) {
		Matcher matcher = phrase.pattern().matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
		Scan.each(lower, start, (end) -> {
			matcher.region(end - start.length(), text.length());
			if (!matcher.lookingAt() || !isSecret(phrase, matcher)) {
				return end;
			}
			marks.mark(matcher.start(Phrase.SECRET), matcher.end(Phrase.SECRET));
			return Math.max(end, matcher.end());
		});
	}

	private boolean isSecret(Phrase phrase, Matcher matcher) {
		String secret = matcher.group(Phrase.SECRET);
		if (Marks.MASK.equals(secret) || Prose.isState(secret) || !phrase.condition().test(secret)) {
			return false;
		}
		return !phrase.isNamed() || this.names.hides(matcher.group(Phrase.NAME), secret);
	}

}
