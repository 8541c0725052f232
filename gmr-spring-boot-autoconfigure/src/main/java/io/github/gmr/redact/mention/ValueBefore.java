package io.github.gmr.redact.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.gmr.redact.text.Scan;
import org.jspecify.annotations.Nullable;

/**
 * A word that is told as a value before its name: {@code value x for property secret},
 * {@code 'x' AS password}, {@code x is not a valid token}.
 *
 * @param start the first character
 * @param end the index after the last
 * @param given whether it is said to be a value
 * @param alias whether it is the literal of a column
 */
record ValueBefore(int start, int end, boolean given, boolean alias) {

	private static final int MAX_LENGTH = 160;

	private static final int MAX_WORDS = 6;

	private static final Set<String> VALUES = Set.of("value", "string", "input");

	private static final Set<String> PREPOSITIONS = Set.of("for", "of", "in");

	private static final Set<String> VERBS = Set.of("is", "was");

	private static final Set<String> ATTRIBUTES = Set.of("not", "no", "an", "a", "the", "valid", "invalid");

	private static final String QUOTES = "\"'`[]";

	/**
	 * A word and where it stands.
	 */
	private record Word(String text, int start, int end) {

		boolean isIn(Set<String> words) {
			return words.contains(this.text);
		}

	}

	/**
	 * Return what is told before a place.
	 * @param text the text
	 * @param index where the name starts
	 * @return the value, {@code null} if there is none
	 */
	static @Nullable ValueBefore of(String text, int index) {
		List<Word> words = words(text, index);
		int next = 0;
		while (next < words.size() && words.get(next).isIn(ATTRIBUTES)) {
			next++;
		}
		if (next + 1 < words.size() && next > 0 && words.get(next).isIn(VERBS)) {
			return value(text, words.get(next + 1), false, false);
		}
		if (next + 1 < words.size() && words.get(next).text().equals("as")) {
			Word word = words.get(next + 1);
			return value(text, word, false, text.charAt(word.end() - 1) == '\'');
		}
		for (int i = 0; i < 3 && i + 2 < words.size(); i++) {
			if (words.get(i).isIn(PREPOSITIONS) && words.get(i + 1).isIn(VALUES) && i + 3 < words.size()
					&& words.get(i + 2).text().equals("as")) {
				return value(text, words.get(i + 3), true, false);
			}
			if (words.get(i).isIn(PREPOSITIONS)) {
				return words.get(i + 2).isIn(VALUES) ? value(text, words.get(i + 1), true, false) : null;
			}
		}
		return null;
	}

	/**
	 * Return the words before a place, the nearest first.
	 */
	private static List<Word> words(String text, int index) {
		int from = Math.max(0, index - MAX_LENGTH);
		List<Word> words = new ArrayList<>();
		int end = Scan.start(text, from, index, (ch) -> ch == ' ' || QUOTES.indexOf(ch) >= 0);
		while (end > from && words.size() < MAX_WORDS) {
			int start = Scan.start(text, from, end, Scan.visibleExcept(""));
			words.add(new Word(Scan.lowerCase(text.substring(start, end)), start, end));
			end = Scan.start(text, from, start, (ch) -> ch == ' ');
			if (end == start) {
				break;
			}
		}
		return words;
	}

	private static @Nullable ValueBefore value(String text, Word word, boolean given, boolean alias) {
		int start = Scan.end(text, word.start(), (ch) -> QUOTES.indexOf(ch) >= 0);
		int end = Scan.start(text, start, Math.max(start, word.end()), (ch) -> QUOTES.indexOf(ch) >= 0 || ch == ',');
		return (start < end) ? new ValueBefore(start, end, given, alias) : null;
	}

}
