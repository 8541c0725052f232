package io.github.gmr.redact.text;

import java.util.Collection;

/**
 * A filter of where some words may stand in a text, by the first three characters of
 * each, whatever the case. Immutable.
 */
public final class Trigrams {

	/**
	 * How many characters of a word are looked at.
	 */
	public static final int LENGTH = 3;

	private static final int BITS = 5;

	private static final int MASK = (1 << (BITS * LENGTH)) - 1;

	private final boolean[] filter = new boolean[MASK + 1];

	/**
	 * Create a filter.
	 * @param words the words, each of at least three characters
	 */
	public Trigrams(Collection<String> words) {
		words.forEach((word) -> this.filter[key(word)] = true);
	}

	/**
	 * Return the key of the first characters of a word.
	 * @param word the word
	 * @return the key
	 */
	public static int key(String word) {
		int key = 0;
		for (int i = 0; i < LENGTH; i++) {
			key = next(key, word.charAt(i));
		}
		return key;
	}

	/**
	 * Return the key of a character and the two before it. Letters that differ by their
	 * case have the same.
	 * @param key the key of the three characters before
	 * @param ch the character
	 * @return its key
	 */
	public static int next(int key, char ch) {
		int lower = (ch >= 'A' && ch <= 'Z') ? ch + ('a' - 'A') : ch;
		return ((key << BITS) | (lower & ((1 << BITS) - 1))) & MASK;
	}

	/**
	 * Return whether a word may begin with what a key stands for.
	 * @param key the key of three characters
	 * @return whether one of the words has the same
	 */
	public boolean matches(int key) {
		return this.filter[key];
	}

}
