package io.github.gmr.redact.find;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Prose;
import io.github.gmr.redact.text.Scan;
import io.github.gmr.redact.text.SecretFinder;

/**
 * Finds what follows the name of an HTTP authentication scheme.
 */
final class Credentials implements SecretFinder {

	private static final List<String> TOKEN_SCHEMES = List.of("bearer", "negotiate", "apikey", "splunk", "api-token",
			"ntlm", "ssws");

	/**
	 * Words that mean a scheme only where a text is nothing but a header.
	 */
	private static final List<String> HEADER_SCHEMES = List.of("token", "oauth");

	private static final List<String> ENCODED_SCHEMES = List.of("basic", "digest");

	private static final IntPredicate PART = Scan.visibleExcept("\"'`,;<>(){}[]");

	private static final Set<String> PROSE = Set.of("auth", "authentication", "authorization", "only", "token",
			"tokens", "scheme", "challenge", "credentials", "password", "passwords", "requests", "security", "settings",
			"username");

	private static final int MIN_LENGTH = 5;

	private static final int MAX_WORD = 12;

	@Override
	public void find(String text, Marks marks) {
		boolean header = text.indexOf(' ') == text.lastIndexOf(' ');
		for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
			if (isScheme(text, space, TOKEN_SCHEMES)) {
				markToken(text, space + 1, header, marks);
			}
			else if (header && isScheme(text, space, HEADER_SCHEMES)) {
				markUnusual(text, space + 1, marks);
			}
			else if (isScheme(text, space, ENCODED_SCHEMES)) {
				markBasic(text, space + 1, header, marks);
			}
		}
	}

	private static boolean isScheme(String text, int end, List<String> schemes) {
		for (String scheme : schemes) {
			int start = end - scheme.length();
			if (start >= 0 && text.regionMatches(true, start, scheme, 0, scheme.length())
					&& (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))) {
				return true;
			}
		}
		return false;
	}

	private static void markToken(String text, int start, boolean header, Marks marks) {
		int end = Scan.end(text, start, PART);
		boolean whole = header && end == text.length();
		if ((whole || end - start >= MIN_LENGTH) && !isProse(text.substring(start, end))) {
			marks.mark(start, end);
		}
	}

	private static void markUnusual(String text, int start, Marks marks) {
		if (text.length() - start > MAX_WORD || Prose.isUnusual(text.substring(start))) {
			marks.mark(start, text.length());
		}
	}

	private static void markBasic(String text, int start, boolean header, Marks marks) {
		int end = Scan.end(text, start, PART);
		String token = text.substring(start, end);
		boolean whole = header && end == text.length();
		boolean encoded = token.length() >= MIN_LENGTH && token.substring(1).chars().anyMatch(Credentials::isUnusual);
		if (whole ? !isProse(token) : (encoded && !isProse(token))) {
			marks.mark(start, end);
		}
	}

	/**
	 * Return whether a word is none of a secret, but prose, or the name of what a server
	 * says: {@code Bearer realm="x"}.
	 */
	private static boolean isProse(String word) {
		if (word.endsWith(":") || word.startsWith("sha")) {
			return word.startsWith("sha") || isProse(word.substring(0, word.length() - 1));
		}
		boolean parameter = word.endsWith("=")
				&& word.chars().allMatch((ch) -> ch >= 'a' && ch <= 'z' || ch == '_' || ch == '=');
		return parameter || PROSE.contains(word.toLowerCase(Locale.ROOT));
	}

	/**
	 * Return whether a character stands in encoded text rather than in a word.
	 */
	private static boolean isUnusual(int ch) {
		return ch == '=' || ch == '+' || (ch >= '0' && ch <= '9') || (ch >= 'A' && ch <= 'Z');
	}

}
