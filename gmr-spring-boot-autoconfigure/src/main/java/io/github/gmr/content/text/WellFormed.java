package io.github.gmr.content.text;

import org.jspecify.annotations.Nullable;

/**
 * Makes strings well-formed and bounded: a surrogate without its partner is written as
 * the six characters of its Unicode escape, what is too long is cut and counted.
 */
public final class WellFormed {

	/**
	 * Characters of one text.
	 */
	public static final int MAX_TEXT = 65_536;

	/**
	 * Characters of one name.
	 */
	private static final int MAX_NAME = 512;

	/**
	 * Characters beyond the limit for the words that count what was cut, so that to cut
	 * again changes nothing.
	 */
	private static final int MARGIN = 64;

	private WellFormed() {
	}

	/**
	 * Make a text well-formed, and cut it after {@value #MAX_TEXT} characters.
	 * @param text the text
	 * @return the text itself if nothing is wrong with it
	 */
	public static String text(String text) {
		return cut(text, MAX_TEXT);
	}

	/**
	 * Make a name well-formed, and cut it after 512 characters.
	 * @param name the name, or anything whose {@code toString()} is one
	 * @return the name, {@code "null"} if there is none
	 */
	public static String name(@Nullable Object name) {
		return cut((name instanceof String text) ? text : Attempt.text(name), MAX_NAME);
	}

	private static String cut(String text, int length) {
		return escapeLoneSurrogates((text.length() > length + MARGIN) ? Truncation.keep(text, length) : text);
	}

	private static String escapeLoneSurrogates(String text) {
		int first = firstLoneSurrogate(text);
		return (first < 0) ? text : escapeLoneSurrogates(text, first);
	}

	private static int firstLoneSurrogate(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (Character.isSurrogate(text.charAt(i))) {
				if (isLone(text, i)) {
					return i;
				}
				i++;
			}
		}
		return -1;
	}

	private static String escapeLoneSurrogates(String text, int from) {
		StringBuilder result = new StringBuilder(text.length() + 16).append(text, 0, from);
		for (int i = from; i < text.length(); i++) {
			char ch = text.charAt(i);
			if (!Character.isSurrogate(ch)) {
				result.append(ch);
			}
			else if (isLone(text, i)) {
				result.append(String.format("\\u%04x", (int) ch));
			}
			else {
				result.append(ch).append(text.charAt(++i));
			}
		}
		return result.toString();
	}

	private static boolean isLone(String text, int index) {
		return !(Character.isHighSurrogate(text.charAt(index)) && index + 1 < text.length()
				&& Character.isLowSurrogate(text.charAt(index + 1)));
	}

}
