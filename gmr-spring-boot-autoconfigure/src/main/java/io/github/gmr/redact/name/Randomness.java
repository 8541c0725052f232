package io.github.gmr.redact.name;

import java.util.regex.Pattern;

/**
 * Tells random text from words, also from those that are written in one with capitals.
 */
public final class Randomness {

	/**
	 * How often the kind of character changes in random text, where words have runs.
	 */
	private static final double RANDOM = 0.4;

	/**
	 * Blocks of capitals and digits, some of which have both.
	 */
	private static final Pattern PRODUCT_KEY = Pattern
		.compile("(?=[^\\s]{0,48}(?:[0-9][A-Z]|[A-Z][0-9]))[0-9A-Z]{2,8}(?:-[0-9A-Z]{4,8}){2,8}");

	private Randomness() {
	}

	/**
	 * Return whether a text looks random: small letters, capitals and digits are mixed in
	 * it as nobody writes them.
	 * @param text the text
	 * @param min how many letters and digits there must be at least
	 * @return whether it does
	 */
	public static boolean matches(String text, int min) {
		int[] counts = new int[3];
		for (int i = 0; i < text.length(); i++) {
			int kind = kind(text.charAt(i));
			if (kind >= 0) {
				counts[kind]++;
			}
		}
		boolean mixed = counts[0] > 0 && counts[1] > 0 && counts[2] > 0;
		return mixed && counts[0] + counts[1] + counts[2] >= min && changes(text) >= RANDOM;
	}

	/**
	 * Return whether a text looks like the key of a product: {@code AB1C-D2EF-3GH4}.
	 * @param text the text
	 * @return whether it does
	 */
	public static boolean isProductKey(String text) {
		return PRODUCT_KEY.matcher(text).matches();
	}

	/**
	 * Return how often the kind of character changes.
	 * @param text the text
	 * @return the share of characters that are of another kind than the one before
	 */
	public static double changes(String text) {
		int changes = 0;
		int last = -1;
		for (int i = 0; i < text.length(); i++) {
			int kind = kind(text.charAt(i));
			changes += (last >= 0 && kind >= 0 && kind != last) ? 1 : 0;
			last = kind;
		}
		return changes / (double) Math.max(1, text.length() - 1);
	}

	private static int kind(char ch) {
		return (ch >= '0' && ch <= '9') ? 0 : (ch >= 'a' && ch <= 'z') ? 1 : (ch >= 'A' && ch <= 'Z') ? 2 : -1;
	}

}
