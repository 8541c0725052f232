package io.github.gmr.redact.text;

import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

import io.github.gmr.redact.name.Quantity;

/**
 * Tells words that are written for people from secrets: {@code see the documentation},
 * {@code must not be empty}, {@code required}.
 */
public final class Prose {

	/**
	 * Words that stand in most sentences and in no list of words that a secret is made
	 * of.
	 */
	private static final Set<String> FUNCTION_WORDS = Set.of("an", "the", "is", "are", "was", "be", "to", "of", "in",
			"on", "at", "or", "and", "not", "see", "for", "with", "by", "no", "from", "as", "your", "value",
			"rejected");

	/**
	 * Words that are no secret in the middle of a sentence.
	 */
	private static final Set<String> LINKING_WORDS = Set.of("after", "because", "but", "if", "when", "while", "which",
			"that", "this", "its", "it", "has", "have", "had", "been", "will", "would", "can", "cannot", "must",
			"should", "did", "does", "instead", "again", "only", "also", "than", "then", "so", "via", "into", "without",
			"within", "during", "before", "until", "per", "using", "through", "against", "about", "were", "where",
			"too", "now", "already", "yet", "still");

	/**
	 * What is said of a secret in one word.
	 */
	private static final Set<String> STATES = Set.of("required", "optional", "missing", "invalid", "empty", "expired",
			"unknown", "wrong", "incorrect", "unset", "absent", "present", "revoked", "rejected", "yes", "no", "none",
			"null", "ok", "failed", "succeeded", "success", "denied", "granted", "closed", "redacted", "masked",
			"hidden", "protected", "provided", "unspecified", "malformed", "corrupt", "corrupted", "stale", "used",
			"unreadable", "unsupported", "mismatch", "disabled", "enabled", "inactive", "locked", "compromised", "weak",
			"rotated", "renewed", "refreshed", "issued", "accepted", "verified", "valid", "unchanged", "changed",
			"loaded", "error", "timeout");

	/**
	 * What a sentence about a secret is about, after its first word: that may be a
	 * scheme, as in {@code token x}.
	 */
	private static final Set<String> SUBJECTS = Set.of("jwt", "token", "password", "credentials", "certificate",
			"session", "signature", "header");

	private static final String PUNCTUATION = ".,;:!?()[]\"'";

	private static final int MAX_NUMBER = 4;

	private static final int MIN_UNUSUAL = 5;

	private Prose() {
	}

	/**
	 * Return whether a text says something about a secret rather than being one.
	 * @param text the text
	 * @return whether it is a sentence of plain words or a state
	 */
	public static boolean matches(String text) {
		String[] words = text.strip().split("\\s+");
		boolean sentence = words.length == 1 && STATES.contains(plain(words[0]));
		for (int i = 0; i < words.length; i++) {
			String plain = plain(words[i]);
			if (!isWord(plain)) {
				return false;
			}
			sentence |= words.length > 1 && (FUNCTION_WORDS.contains(plain) || (i > 0 && SUBJECTS.contains(plain)));
		}
		return sentence;
	}

	/**
	 * Return whether a word says what state a secret is in.
	 * @param word the word
	 * @return whether it is no secret itself
	 */
	public static boolean isState(String word) {
		return STATES.contains(plain(word));
	}

	/**
	 * Return whether a word only links others.
	 * @param word the word
	 * @return whether no secret is called like this
	 */
	public static boolean isFunctionWord(String word) {
		return FUNCTION_WORDS.contains(word) || LINKING_WORDS.contains(word);
	}

	/**
	 * Return whether a run of characters is no word of any language: letters and digits,
	 * or signs, are mixed in it.
	 * @param run the run
	 * @return whether it may be a secret in the middle of a sentence
	 */
	public static boolean isUnusual(String run) {
		if (run.length() < MIN_UNUSUAL || !isMixed(run)) {
			return false;
		}
		boolean other = run.startsWith("/") || run.startsWith("-") || run.contains(Marks.MASK);
		return !other && !Quantity.matches(run);
	}

	private static boolean isMixed(String run) {
		boolean letters = false;
		boolean others = false;
		for (int i = 0; i < run.length() && !(letters && others); i++) {
			char ch = run.charAt(i);
			letters |= Character.isLetter(ch);
			others |= (ch >= '0' && ch <= '9') || "!$%^&*+=#".indexOf(ch) >= 0;
		}
		return letters && others;
	}

	/**
	 * Return a word without the punctuation around it.
	 */
	private static String plain(String word) {
		IntPredicate punctuation = (ch) -> PUNCTUATION.indexOf(ch) >= 0;
		int start = Scan.end(word, 0, punctuation);
		int end = Scan.start(word, start, word.length(), punctuation);
		return word.substring(start, end).toLowerCase(Locale.ROOT);
	}

	private static boolean isWord(String plain) {
		boolean number = plain.length() <= MAX_NUMBER && plain.chars().allMatch(Character::isDigit);
		return number || plain.chars().allMatch((ch) -> Character.isLetter(ch) || ch == '-' || ch == '\'');
	}

}
