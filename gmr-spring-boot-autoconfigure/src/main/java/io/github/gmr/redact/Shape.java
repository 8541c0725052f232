package io.github.gmr.redact;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * What a value must look like to be shown under a name.
 */
enum Shape {

	/**
	 * Every value is shown, the name is harmless.
	 */
	ANY((value) -> true),

	/**
	 * No value is shown but those that cannot be a secret.
	 */
	NONE((value) -> false),

	/**
	 * Numbers too short to be a secret, durations and sizes are shown.
	 */
	SMALL_NUMBER((value) -> value.length() < 6 && isNumber(value)),

	/**
	 * Numbers, durations and sizes are shown.
	 */
	NUMBER(Shape::isNumber),

	/**
	 * Places and plain words are shown.
	 */
	PLACE(Shape::isPlain),

	/**
	 * A file is shown.
	 */
	FILE(Shape::isFile),

	/**
	 * A directory is shown.
	 */
	DIRECTORY((value) -> value.startsWith("/")),

	/**
	 * Plain words are shown.
	 */
	LABEL(Shape::isPlain),

	/**
	 * The name of a cookie is shown, its value is not.
	 */
	COOKIE((value) -> value.indexOf('=') < 0 && isPlain(value)),

	/**
	 * Ways to authenticate are shown.
	 */
	SCHEME((value) -> Vocabulary.SCHEMES.contains(value.toLowerCase(Locale.ROOT)));

	private static final int OPAQUE_LENGTH = 10;

	private static final int OPAQUE_CHANGES = 3;

	private final Predicate<String> admits;

	Shape(Predicate<String> admits) {
		this.admits = admits;
	}

	/**
	 * Return whether a value may be shown.
	 * @param value the value
	 * @return whether it cannot be a secret
	 */
	boolean admits(String value) {
		return this == ANY || value.isBlank() || isBoolean(value) || isLocation(value) || isOpenPlaceholder(value)
				|| this.admits.test(value.trim());
	}

	private static boolean isBoolean(String value) {
		return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
	}

	private static boolean isLocation(String value) {
		return (value.startsWith("classpath:") || value.startsWith("classpath*:") || value.startsWith("file:/"))
				&& value.indexOf('?') < 0 && value.indexOf(' ') < 0;
	}

	private static boolean isOpenPlaceholder(String value) {
		return value.startsWith("${") && value.indexOf('}') == value.length() - 1 && value.indexOf(':') < 0;
	}

	private static boolean isFile(String value) {
		int dot = value.lastIndexOf('.');
		return value.startsWith("/") && value.indexOf(' ') < 0 && dot > value.lastIndexOf('/')
				&& value.length() - dot <= 8;
	}

	private static boolean isNumber(String value) {
		if (value.length() > 32) {
			return false;
		}
		int digits = 0;
		int letters = 0;
		for (int i = 0; i < value.length(); i++) {
			char ch = value.charAt(i);
			if (ch >= '0' && ch <= '9') {
				digits++;
				letters = 0;
			}
			else if (Character.isLetter(ch) && ++letters > 12) {
				return false;
			}
		}
		return digits > 0 && (isQuantity(value.charAt(0)) || value.startsWith("PT")) && !isOpaque(value);
	}

	private static boolean isQuantity(char first) {
		return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == 'P';
	}

	private static boolean isPlain(String value) {
		return !isOpaque(value);
	}

	/**
	 * Return whether letters and digits are mixed in one run as nobody writes them.
	 * @param value the value
	 * @return whether the value looks like a random one
	 */
	static boolean isOpaque(String value) {
		int length = 0;
		int changes = 0;
		boolean digit = false;
		for (int i = 0; i < value.length(); i++) {
			char ch = value.charAt(i);
			if (!Character.isLetterOrDigit(ch)) {
				length = 0;
				changes = 0;
				continue;
			}
			changes += (length++ > 0 && Character.isDigit(ch) != digit) ? 1 : 0;
			digit = Character.isDigit(ch);
			if (length >= OPAQUE_LENGTH && changes >= OPAQUE_CHANGES) {
				return true;
			}
		}
		return false;
	}

}
