package io.github.gmr.content.text;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Makes identifiers that fit into labels of meters, names of files and URLs.
 */
public final class Identifier {

	private static final int MAX = 64;

	private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

	private static final Pattern MARGINS = Pattern.compile("^-+|-+$");

	private Identifier() {
	}

	/**
	 * Make an identifier.
	 * @param name the name
	 * @return lower-case letters, digits and hyphens, at most 64 of them, {@code "none"}
	 * if the name has no letter
	 */
	public static String of(@Nullable String name) {
		String plain = OTHERS.matcher(String.valueOf(name).toLowerCase(Locale.ROOT)).replaceAll("-");
		String cut = (plain.length() > MAX) ? plain.substring(0, MAX) : plain;
		String identifier = MARGINS.matcher(cut).replaceAll("");
		return identifier.isEmpty() ? "none" : identifier;
	}

}
