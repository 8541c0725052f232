package io.github.gmr.redact.phrase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.redact.text.Trigrams;

/**
 * Finds where phrases start, whatever the case, in one walk over a text: by a filter of
 * what the first three characters of all phrases are. Immutable.
 */
final class PhraseStarts {

	private final Trigrams trigrams;

	private final Map<Integer, List<Start>> byKey = new HashMap<>();

	private final int count;

	PhraseStarts(List<Phrase> phrases) {
		this.count = phrases.size();
		this.trigrams = new Trigrams(phrases.stream().flatMap((phrase) -> phrase.starts().stream()).toList());
		for (int i = 0; i < phrases.size(); i++) {
			for (String text : phrases.get(i).starts()) {
				this.byKey.computeIfAbsent(Trigrams.key(text), (missing) -> new ArrayList<>())
					.add(new Start(i, phrases.get(i), text));
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
			key = Trigrams.next(key, text.charAt(i));
			if (i >= Trigrams.LENGTH - 1 && this.trigrams.matches(key)) {
				visit(text, i - Trigrams.LENGTH + 1, this.byKey.getOrDefault(key, List.of()), from, visitor);
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
