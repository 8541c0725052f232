package io.github.gmr.redact.phrase;

import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Prose;
import io.github.gmr.redact.text.SecretFinder;

/**
 * Finds secrets by the phrases they stand in.
 */
public final class Phrases implements SecretFinder {

	static final List<Phrase> ALL = Stream
		.of(AddressPhrases.ROWS, DatabasePhrases.ROWS, ErrorPhrases.ROWS, CommandPhrases.ROWS)
		.flatMap(List::stream)
		.toList();

	private final PhraseStarts starts;

	private final NameRules names;

	/**
	 * Create a finder of all phrases.
	 * @param names decides about what a phrase calls by name
	 */
	public Phrases(NameRules names) {
		this(ALL, names);
	}

	Phrases(List<Phrase> phrases, NameRules names) {
		this.starts = new PhraseStarts(phrases);
		this.names = names;
	}

	/**
	 * Return a finder of what stands at certain places of commands.
	 * @return the finder
	 */
	public static Phrases inCommands() {
		return new Phrases(CommandPhrases.ROWS, new NameRules(List.of(), List.of()));
	}

	/**
	 * Return the examples of all phrases.
	 * @return texts, with secrets between angle quotation marks and without
	 */
	public static Stream<String> examples() {
		return ALL.stream().flatMap((row) -> Stream.concat(row.secrets().stream(), row.harmless().stream()));
	}

	@Override
	public void find(String text, Marks marks) {
		this.starts.each(text, (phrase, start) -> {
			Matcher matcher = phrase.pattern().matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
			matcher.region(start, text.length());
			if (!matcher.lookingAt() || !isSecret(phrase, matcher)) {
				return start;
			}
			marks.mark(matcher.start(Phrase.SECRET), matcher.end(Phrase.SECRET));
			return matcher.end();
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
