package io.github.gmr.content;

import org.jspecify.annotations.Nullable;

/**
 * Makes strings well-formed and bounded: a surrogate without its partner is written as
 * the six characters of its Unicode escape, what is too long is cut and counted.
 */
final class WellFormed {

	private WellFormed() {
	}

	static String text(String text) {
		return cut(text, Limits.MAX_TEXT);
	}

	static String name(@Nullable Object name) {
		return cut(Attempt.text(name), Limits.MAX_NAME);
	}

	private static String cut(String text, int length) {
		if (text.length() <= length + Limits.MARGIN) {
			return escapeLoneSurrogates(text);
		}
		int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
		return escapeLoneSurrogates(text.substring(0, end)) + "... " + (text.length() - end) + " more characters";
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
