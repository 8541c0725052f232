package io.github.gmr.redact.find;

import java.util.Locale;
import java.util.Set;

/**
 * Finds what follows the name of an HTTP authentication scheme.
 */
public final class Credentials implements SecretFinder {

	private static final Set<String> PROSE = Set.of("auth", "authentication", "authorization", "only", "token",
			"tokens", "scheme", "challenge", "credentials", "password", "passwords", "requests", "security", "settings",
			"username");

	private static final int MIN_LENGTH = 5;

	private static final int MAX_WORD = 12;

	@Override
	public void find(String text, Marks marks) {
		boolean header = text.indexOf(' ') == text.lastIndexOf(' ');
		for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
			if (isScheme(text, space, "bearer") || isScheme(text, space, "negotiate") || isScheme(text, space, "apikey")
					|| isScheme(text, space, "splunk") || isScheme(text, space, "api-token")
					|| isScheme(text, space, "ntlm") || isScheme(text, space, "ssws")) {
				markToken(text, space + 1, header, marks);
			}
			else if (header && (isScheme(text, space, "token") || isScheme(text, space, "oauth"))) {
				markUnusual(text, space + 1, marks);
			}
			else if (isScheme(text, space, "basic") || isScheme(text, space, "digest")) {
				markBasic(text, space + 1, header, marks);
			}
		}
	}

	private static boolean isScheme(String text, int end, String scheme) {
		int start = end - scheme.length();
		return start >= 0 && text.regionMatches(true, start, scheme, 0, scheme.length())
				&& (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)));
	}

	private static void markToken(String text, int start, boolean header, Marks marks) {
		int end = end(text, start);
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
		int end = end(text, start);
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

	private static int end(String text, int start) {
		int end = start;
		while (end < text.length() && isTokenPart(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static boolean isTokenPart(char ch) {
		return !Character.isWhitespace(ch) && "\"'`,;<>(){}[]".indexOf(ch) < 0;
	}

}
