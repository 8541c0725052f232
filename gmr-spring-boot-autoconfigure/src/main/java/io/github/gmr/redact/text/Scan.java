package io.github.gmr.redact.text;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Walks over texts.
 */
public final class Scan {

	private Scan() {
	}

	/**
	 * Return which characters are neither white space nor one of some others.
	 * @param others the others
	 * @return matches all but those
	 */
	public static IntPredicate visibleExcept(String others) {
		return (ch) -> !Character.isWhitespace(ch) && others.indexOf(ch) < 0;
	}

	/**
	 * Return where a run of characters ends.
	 * @param text the text
	 * @param start the first character that may be part of the run
	 * @param part whether a character is part of it
	 * @return the index after the last part, {@code start} if there is none
	 */
	public static int end(String text, int start, IntPredicate part) {
		int end = start;
		while (end < text.length() && part.test(text.charAt(end))) {
			end++;
		}
		return end;
	}

	/**
	 * Return where a run of characters starts.
	 * @param text the text
	 * @param from where it may start at the earliest
	 * @param end the index after the run
	 * @param part whether a character is part of it
	 * @return the index of the first part, {@code end} if there is none
	 */
	public static int start(String text, int from, int end, IntPredicate part) {
		int start = end;
		while (start > from && part.test(text.charAt(start - 1))) {
			start--;
		}
		return start;
	}

	/**
	 * Visit each place where a phrase occurs.
	 * @param text the text
	 * @param phrase the phrase
	 * @param visitor is given the index after the phrase, and returns from where to look
	 * for the next one
	 */
	public static void each(String text, String phrase, IntUnaryOperator visitor) {
		int index = text.indexOf(phrase);
		while (index >= 0) {
			index = text.indexOf(phrase, visitor.applyAsInt(index + phrase.length()));
		}
	}

	/**
	 * Return a text in lower case, of the same length: only Latin letters change.
	 * @param text the text
	 * @return the text itself if it has no capital
	 */
	public static String lowerCase(String text) {
		int first = end(text, 0, (ch) -> ch < 'A' || ch > 'Z');
		if (first == text.length()) {
			return text;
		}
		char[] chars = text.toCharArray();
		for (int i = first; i < chars.length; i++) {
			chars[i] += (chars[i] >= 'A' && chars[i] <= 'Z') ? 'a' - 'A' : 0;
		}
		return new String(chars);
	}

}
