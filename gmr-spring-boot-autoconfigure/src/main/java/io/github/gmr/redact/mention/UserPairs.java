package io.github.gmr.redact.mention;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the password behind the name of a user: {@code bob/x7velvet},
 * {@code bob : x7velvet}, {@code bob, x7velvet}.
 */
final class UserPairs {

	private static final String PASSWORD = "(?<password>(?=[^0-9]{0,64}[0-9])(?=[^A-Za-z]{0,64}[A-Za-z])[^\\s/:]{5,128})";

	private static final Pattern PAIR = Pattern.compile("[\\w.@-]{1,64}(?:[:/]|, ?)" + PASSWORD);

	private static final Pattern APART = Pattern.compile("[\\w.@-]{1,64} [:/] " + PASSWORD);

	private static final int MAX_LENGTH = 256;

	private UserPairs() {
	}

	/**
	 * Return where the password starts in a word that is nothing but a pair.
	 * @param word the word
	 * @return the index, or -1 if it is none
	 */
	static int password(String word) {
		Matcher matcher = PAIR.matcher(word);
		return (word.length() <= MAX_LENGTH && matcher.matches()) ? matcher.start("password") : -1;
	}

	/**
	 * Return where the password stands in a pair of two words.
	 * @param text a text that starts with the pair
	 * @return the first index and the one after the last, none if there is no pair
	 */
	static int[] apart(String text) {
		Matcher matcher = APART.matcher(text);
		return matcher.lookingAt() ? new int[] { matcher.start("password"), matcher.end("password") } : new int[0];
	}

}
