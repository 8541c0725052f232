package io.github.gmr.redact.name;

import java.util.Set;
import java.util.function.Predicate;

/**
 * Matches some nouns, wherever they stand or in the company of certain other words only.
 *
 * @param nouns the nouns
 * @param company what must be the case around them
 */
record NounPattern(Set<String> nouns, Predicate<Noun> company) implements Predicate<Noun> {

	/**
	 * Return a pattern of nouns wherever they stand.
	 * @param nouns the nouns, with spaces between them
	 * @return the pattern
	 */
	static NounPattern noun(String nouns) {
		return noun(Vocabulary.words(nouns));
	}

	static NounPattern noun(Set<String> nouns) {
		return new NounPattern(nouns, (noun) -> true);
	}

	/**
	 * Match only right behind one of some words.
	 * @param words the words, with spaces between them
	 * @return a narrower pattern
	 */
	NounPattern behind(String words) {
		return behind(Vocabulary.words(words));
	}

	NounPattern behind(Set<String> words) {
		return where((noun) -> words.contains(noun.before()));
	}

	/**
	 * Match only if one of some words stands in the same segment or before it.
	 * @param words the words
	 * @return a narrower pattern
	 */
	NounPattern near(Set<String> words) {
		return where((noun) -> noun.isNear(words));
	}

	/**
	 * Match only in a segment that ends with one of some words.
	 * @param words the words
	 * @return a narrower pattern
	 */
	NounPattern inSegmentThatEndsWith(Set<String> words) {
		return where((noun) -> words.contains(noun.last()));
	}

	/**
	 * Match only if something else is the case.
	 * @param company what must be the case, too
	 * @return a narrower pattern
	 */
	NounPattern where(Predicate<Noun> company) {
		return new NounPattern(this.nouns, this.company.and(company));
	}

	@Override
	public boolean test(Noun noun) {
		return this.nouns.contains(noun.word()) && this.company.test(noun);
	}

}
