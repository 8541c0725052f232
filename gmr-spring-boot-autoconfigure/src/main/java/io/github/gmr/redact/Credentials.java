package io.github.gmr.redact;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/**
 * Finds what follows the name of an HTTP authentication scheme.
 */
final class Credentials implements SecretFinder {

	private static final Set<String> PROSE = Set.of("authentication", "authorization", "challenge", "credentials",
			"password", "passwords", "requests", "security", "settings", "username");

	private static final int MIN_LENGTH = 8;

	@Override
	public void find(String text, Marks marks) {
		for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
			if (isScheme(text, space, "bearer") || isScheme(text, space, "negotiate")
					|| isScheme(text, space, "apikey")) {
				markToken(text, space + 1, marks);
			}
			else if (isScheme(text, space, "basic")) {
				markBasic(text, space + 1, marks);
			}
		}
	}

	private static boolean isScheme(String text, int end, String scheme) {
		int start = end - scheme.length();
		return start >= 0 && text.regionMatches(true, start, scheme, 0, scheme.length())
				&& (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)));
	}

	private static void markToken(String text, int start, Marks marks) {
		int end = end(text, start);
		if (end - start >= MIN_LENGTH && !PROSE.contains(text.substring(start, end))) {
			marks.mark(start, end);
		}
	}

	private static void markBasic(String text, int start, Marks marks) {
		int end = end(text, start);
		if (end > start && decoded(text.substring(start, end)).indexOf(':') >= 0) {
			marks.mark(start, end);
		}
	}

	private static String decoded(String base64) {
		try {
			return new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	private static int end(String text, int start) {
		int end = start;
		while (end < text.length() && isTokenPart(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static boolean isTokenPart(char ch) {
		return (ch < 128 && Character.isLetterOrDigit(ch)) || "-._~+/=".indexOf(ch) >= 0;
	}

}
