package io.github.gmr.content.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts text that is too long, and writes at its end how many characters were cut:
 * {@code "begin... 34464 more characters"}. Both halves of a surrogate pair are kept, or
 * none.
 */
public final class Truncation {

	private static final String BEFORE_COUNT = "... ";

	private static final String AFTER_COUNT = " more characters";

	/**
	 * Characters of the longest mark, rounded up.
	 */
	private static final int MAX_MARK = 40;

	private static final Pattern MARK = Pattern
		.compile(Pattern.quote(BEFORE_COUNT) + "(\\d{1,18})" + Pattern.quote(AFTER_COUNT) + "$");

	private Truncation() {
	}

	/**
	 * Keep the beginning of a text that was not cut before.
	 * @param text the text
	 * @param length how many characters to keep, without those that count the others
	 * @return the text itself if it is no longer
	 */
	public static String keep(String text, int length) {
		return (text.length() > length) ? cut(text, length, text.length()) : text;
	}

	/**
	 * Make a text fit into a number of characters. If it was cut before, the count is of
	 * all characters that are missing since the first time.
	 * @param text the text
	 * @param max the characters that the result may have, more than 40
	 * @return the text itself if it fits
	 */
	public static String fit(String text, int max) {
		return (text.length() > max) ? cut(text, max - MAX_MARK, originalLength(text)) : text;
	}

	/**
	 * Keep the beginning of a text that was not cut before, up to a space, so that no
	 * word is cut in two.
	 * @param text the text
	 * @param length how many characters to keep at most, without those that count the
	 * others
	 * @return the text itself if it is no longer
	 */
	public static String keepWords(String text, int length) {
		if (text.length() <= length) {
			return text;
		}
		int end = length;
		while (end > 0 && !Character.isWhitespace(text.charAt(end))) {
			end--;
		}
		return text.substring(0, end) + " " + mark(text.length() - end);
	}

	private static String cut(String text, int length, long originalLength) {
		int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
		return text.substring(0, end) + mark(originalLength - end);
	}

	private static String mark(long omitted) {
		return BEFORE_COUNT + omitted + AFTER_COUNT;
	}

	/**
	 * Return how long a text was before it was cut for the first time.
	 */
	private static long originalLength(String text) {
		Matcher mark = MARK.matcher(text).region(Math.max(0, text.length() - MAX_MARK), text.length());
		return mark.find() ? mark.start() + Long.parseLong(mark.group(1)) : text.length();
	}

}
