package io.github.gmr.view;

import java.util.Locale;

/**
 * Writes constants as words.
 */
public final class Word {

	private Word() {
	}

	/**
	 * Return the word for a constant.
	 * @param constant the constant
	 * @return its name in lower case, with hyphens, such as {@code "warning"}
	 */
	public static String of(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
