package io.github.gmr.redact.name;

import java.util.List;
import java.util.Set;

/**
 * A noun and what the words after it make of it: a {@code password-policy} is a policy.
 * Words from a preposition on do not count: a {@code token-validity-in-seconds} is a
 * validity.
 *
 * @param noun the noun
 * @param shape the shape of values under the noun alone
 * @param end the index after the last word before the preposition
 */
record Compound(Noun noun, Shape shape, int end) {

	private static final Set<String> PREPOSITIONS = Vocabulary.words("for in of per by on with from at");

	static Compound of(Noun noun, Shape shape) {
		List<String> words = noun.words();
		int end = noun.index() + 1;
		while (end < words.size() && !PREPOSITIONS.contains(words.get(end))) {
			end++;
		}
		return new Compound(noun, shape, end);
	}

	/**
	 * Return how many words follow the noun.
	 * @return the number, without the preposition and what follows it
	 */
	int wordsAfterNoun() {
		return this.end - this.noun.index() - 1;
	}

	/**
	 * Return whether the segment ends with the preposition.
	 * @return whether there is a preposition and no word after it
	 */
	boolean endsWithPreposition() {
		return this.end == this.noun.words().size() - 1;
	}

	String last() {
		return this.noun.words().get(this.end - 1);
	}

	/**
	 * Return the harmless word at the end, which may be written into one with others.
	 * @return the word, the whole last word if there is none
	 */
	String head() {
		return Vocabulary.isHead(last()) ? last() : Vocabulary.head(last());
	}

	boolean isQuantity() {
		return Vocabulary.isQuantity(this.noun.words().subList(0, this.end), head());
	}

	boolean hasFigure() {
		return Vocabulary.containsFigure(this.noun.words().subList(this.noun.index() + 1, this.noun.words().size()));
	}

}
