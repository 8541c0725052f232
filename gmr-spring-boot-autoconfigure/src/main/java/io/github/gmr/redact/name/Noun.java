package io.github.gmr.redact.name;

import java.util.List;
import java.util.Set;

/**
 * A word of a name that may be the noun of its segment, and the words around it.
 *
 * @param segments the words of the whole name, by segment
 * @param segment which segment the word stands in
 * @param index which word of the segment it is
 */
record Noun(List<List<String>> segments, int segment, int index) {

	String word() {
		return words().get(this.index);
	}

	/**
	 * Return the words of the segment.
	 * @return the words, this one among them
	 */
	List<String> words() {
		return this.segments.get(this.segment);
	}

	/**
	 * Return the word before this one, in this segment or at the end of the one before.
	 * @return the word, empty if this is the first of the name
	 */
	String before() {
		if (this.index > 0) {
			return words().get(this.index - 1);
		}
		return (this.segment > 0) ? last(this.segments.get(this.segment - 1)) : "";
	}

	/**
	 * Return the word after this one in the segment.
	 * @return the word, empty if this is the last of the segment
	 */
	String after() {
		return (this.index + 1 < words().size()) ? words().get(this.index + 1) : "";
	}

	/**
	 * Return the word that ends the segment.
	 * @return the word, maybe this one
	 */
	String last() {
		return last(words());
	}

	boolean isFirst() {
		return before().isEmpty();
	}

	/**
	 * Return whether the word before this one is one of some words or the plural of one.
	 * @param words the words
	 * @return whether it is one of them
	 */
	boolean isBehindOneOrMore(Set<String> words) {
		return words.contains(before()) || words.contains(singular(before()));
	}

	/**
	 * Return whether one of some words stands in this segment or before it.
	 * @param words the words
	 * @return whether one is found
	 */
	boolean isNear(Set<String> words) {
		return this.segments.subList(0, this.segment + 1).stream().flatMap(List::stream).anyMatch(words::contains);
	}

	private static String singular(String word) {
		return (word.endsWith("s") && !word.endsWith("ss")) ? word.substring(0, word.length() - 1) : word;
	}

	private static String last(List<String> words) {
		return words.get(words.size() - 1);
	}

}
