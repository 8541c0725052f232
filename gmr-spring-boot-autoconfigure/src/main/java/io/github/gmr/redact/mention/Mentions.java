package io.github.gmr.redact.mention;

import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.name.Shape;
import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Scan;
import io.github.gmr.redact.text.SecretFinder;
import io.github.gmr.redact.text.Trigrams;

/**
 * Finds what sentences tell as the value of a secret, wherever in the sentence that
 * stands: {@code new password for user bob: x}, {@code token x has expired},
 * {@code password changed from x to y}.
 */
public final class Mentions implements SecretFinder {

	private static final int MIN_TAIL = 16;

	/**
	 * Characters of a text that may be read, and how often all of it may be, so that a
	 * text of nothing but words for secrets takes no longer than others.
	 */
	private static final int MIN_BUDGET = 8000;

	private static final int READINGS = 1;

	/**
	 * What it takes to look at a word.
	 */
	private static final int WORD = 4;

	private final NameRules names;

	private final Trigrams nouns;

	/**
	 * Create a finder.
	 * @param names knows the words for secrets
	 */
	public Mentions(NameRules names) {
		this.names = names;
		this.nouns = new Trigrams(names.nouns());
	}

	@Override
	public void find(String text, Marks marks) {
		int key = 0;
		int from = 0;
		int budget = MIN_BUDGET + text.length() * READINGS;
		for (int i = 0; i < text.length() && budget > 0; i++) {
			key = Trigrams.next(key, text.charAt(i));
			int start = i + 1 - Trigrams.LENGTH;
			if (start >= from && this.nouns.matches(key)) {
				Mention mention = Mention.at(text, start, this.names);
				from = Math.max(mention.end(), i);
				markTail(text, mention, marks);
				budget -= WORD;
				if (mention.shape() != Shape.ANY) {
					budget -= new MentionReader(text, mention, this.names, marks).read();
				}
			}
		}
	}

	/**
	 * Mark what is glued to the words for a secret, as in the name of a thread
	 * {@code refresh-token-2YotnFZFEjr1zCsicMWpAA}.
	 */
	private static void markTail(String text, Mention mention, Marks marks) {
		int dash = Scan.start(text, mention.start(), mention.end(), (ch) -> ch != '-') - 1;
		if (dash > mention.start() && mention.end() - dash > MIN_TAIL
				&& Candidate.isRandom(text.substring(dash + 1, mention.end()))) {
			marks.mark(dash + 1, mention.end());
		}
	}

}
