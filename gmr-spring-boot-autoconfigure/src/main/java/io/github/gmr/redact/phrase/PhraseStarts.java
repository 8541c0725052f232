package io.github.gmr.redact.phrase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where phrases start, whatever the case, in one walk over a text: by a filter of
 * what the first three characters of all phrases are. Immutable.
 */
final class PhraseStarts {

	private static final int LENGTH = 3;

	private static final int BITS = 5;

	private static final int MASK = (1 << (BITS * LENGTH)) - 1;

	private final boolean[] filter = new boolean[MASK + 1];

	private final Map<Integer, List<Start>> byKey = new HashMap<>();

	private final int count;

	PhraseStarts(List<Phrase> phrases) {
		this.count = phrases.size();
		for (int i = 0; i < phrases.size(); i++) {
			for (String text : phrases.get(i).starts()) {
				int key = 0;
				for (int j = 0; j < LENGTH; j++) {
					key = next(key, text.charAt(j));
				}
				this.filter[key] = true;
				this.byKey.computeIfAbsent(key, (missing) -> new ArrayList<>()).add(new Start(i, phrases.get(i), text));
			}
		}
	}

	/**
	 * Visit each place where a phrase may start.
	 * @param text the text
	 * @param visitor looks whether one stands there
	 */
	void each(String text, Visitor visitor) {
		int[] from = new int[this.count];
		int key = 0;
		for (int i = 0; i < text.length(); i++) {
			key = next(key, text.charAt(i));
			if (i >= LENGTH - 1 && this.filter[key]) {
				visit(text, i - LENGTH + 1, this.byKey.getOrDefault(key, List.of()), from, visitor);
			}
		}
	}

	private static void visit(String text, int index, List<Start> starts, int[] from, Visitor visitor) {
		for (Start start : starts) {
			if (index >= from[start.row()] && text.regionMatches(true, index, start.text(), 0, start.text().length())) {
				from[start.row()] = visitor.visit(start.phrase(), index);
			}
		}
	}

	/**
	 * Return the key of a character and the two before it. Letters that differ by their
	 * case have the same.
	 */
	private static int next(int key, char ch) {
		int lower = (ch >= 'A' && ch <= 'Z') ? ch + ('a' - 'A') : ch;
		return ((key << BITS) | (lower & ((1 << BITS) - 1))) & MASK;
	}

	/**
	 * Looks for a phrase at a place.
	 */
	@FunctionalInterface
	interface Visitor {

		/**
		 * Look for a phrase.
		 * @param phrase the phrase
		 * @param start where it may start
		 * @return from where to look for the next one
		 */
		int visit(Phrase phrase, int start);

	}

	private record Start(int row, Phrase phrase, String text) {

	}

}
