package io.github.gmr.redact.mention;

import java.util.regex.Pattern;

import io.github.gmr.redact.name.Quantity;
import io.github.gmr.redact.name.Randomness;
import io.github.gmr.redact.name.Shape;
import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Prose;

/**
 * Judges words of a sentence that may be secrets by what they look like.
 */
final class Candidate {

	private static final int MAX_LENGTH = 2048;

	private static final int RANDOM = 20;

	private static final int SHORT = 8;

	/**
	 * Words and short numbers with delimiters between them.
	 */
	private static final Pattern IDENTIFIER = Pattern.compile(
			"(?:[A-Za-z]{1,32}[0-9]{0,3}|[A-Za-z0-9]{1,4})(?:[-_.:/](?:[A-Za-z]{1,32}[0-9]{0,3}|[A-Za-z0-9]{1,4})){0,16}");

	/**
	 * Words that are written in one, with one short number among them.
	 */
	private static final Pattern CAMEL = Pattern.compile("[A-Za-z]{1,40}[0-9]{1,2}[A-Za-z]{2,40}");

	private static final Pattern UNIQUE = Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

	private static final Pattern HEX = Pattern.compile("(?:0x)?[0-9A-Fa-f]{32,128}");

	/**
	 * Hosts, classes, files, versions: words with dots between them.
	 */
	private static final Pattern DOTTED = Pattern
		.compile("(?:[A-Za-z0-9_$-]{1,40}\\.){1,16}[A-Za-z][A-Za-z0-9_$]{0,40}(?::[0-9]{1,5})?");

	private static final Pattern TIME = Pattern
		.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}\\S{0,32}|[0-9]{1,2}:[0-9]{2}\\S{0,16}");

	private static final Pattern VERSION = Pattern.compile("v?[0-9]{1,4}(?:[.-][0-9A-Za-z]{1,12}){1,5}");

	private static final Pattern DIGEST = Pattern.compile("(?i)(?:sha[0-9-]{1,5}|md5)[:=/-].*");

	private static final Pattern SEGMENT = Pattern.compile("[a-z0-9_.-]{0,64}|[A-Z][a-z]{1,64}|[A-Z_]{1,64}|[*]{1,2}");

	private static final Pattern NAMED = Pattern.compile("[A-Za-z][\\w.\\[\\]-]{0,64}[=(].*", Pattern.DOTALL);

	private Candidate() {
	}

	/**
	 * Return whether a word is none that is written for people, and none that computers
	 * write for them, such as an address, a date or a class.
	 */
	static boolean isUnusual(String word) {
		return word.length() <= MAX_LENGTH && Prose.isUnusual(word) && !isForm(word);
	}

	/**
	 * Return whether a word is unusual and no identifier that somebody has chosen.
	 */
	static boolean isOpaque(String word) {
		boolean chosen = IDENTIFIER.matcher(word).matches()
				&& (word.length() < SHORT || word.chars().anyMatch((ch) -> "-_.:/".indexOf(ch) >= 0));
		return isUnusual(word) && (Randomness.isProductKey(word) || (!chosen && !CAMEL.matcher(word).matches()));
	}

	/**
	 * Return whether a word is so random that it is a secret or an identifier.
	 */
	static boolean isRandom(String word) {
		return word.length() >= RANDOM && word.length() <= MAX_LENGTH
				&& (Randomness.matches(word, RANDOM) || HEX.matcher(word).matches()) && !isForm(word);
	}

	static boolean isUnique(String word) {
		return UNIQUE.matcher(word).matches();
	}

	static boolean isCode(String word, int min) {
		return word.length() >= min && word.length() <= 12 && word.chars().allMatch((ch) -> ch >= '0' && ch <= '9');
	}

	/**
	 * Return whether a word consists of letters, and does not tell what is the case.
	 */
	static boolean isPlainSecret(String word) {
		boolean letters = word.length() > 3
				&& word.chars().allMatch((ch) -> Character.isLetter(ch) || ch == '-' || ch == '_');
		boolean verb = word.endsWith("ed") || word.endsWith("ing") || word.endsWith("tion") || word.endsWith("ly");
		return letters && !verb && !Prose.isState(word);
	}

	/**
	 * Return whether a word has a form that says what it is.
	 */
	static boolean isForm(String word) {
		if (word.indexOf("://") > 0 || word.indexOf('@') > 0 || word.startsWith("/") || word.startsWith("./")
				|| word.contains(Marks.MASK) || word.indexOf('\\') >= 0 || "%$@#?<{".indexOf(word.charAt(0)) >= 0) {
			return true;
		}
		return Quantity.matches(word) || TIME.matcher(word).matches() || VERSION.matcher(word).matches()
				|| UNIQUE.matcher(word).matches() || NAMED.matcher(word).matches() || isDotted(word)
				|| DIGEST.matcher(word).matches() || isPath(word) || Shape.CIPHER.admits(word);
	}

	private static boolean isDotted(String word) {
		return DOTTED.matcher(word).matches() && !Randomness.matches(word, RANDOM);
	}

	private static boolean isPath(String word) {
		if (word.indexOf('/') < 0) {
			return false;
		}
		for (String segment : word.split("/")) {
			if (!SEGMENT.matcher(segment).matches()) {
				return false;
			}
		}
		return true;
	}

}
