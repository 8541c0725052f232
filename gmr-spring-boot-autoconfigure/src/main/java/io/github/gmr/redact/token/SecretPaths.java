package io.github.gmr.redact.token;

import java.util.Set;

import io.github.gmr.redact.name.Randomness;
import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Scan;
import io.github.gmr.redact.text.SecretFinder;

/**
 * Finds the segments of paths that grant access to those who know them: long random ones,
 * and shorter ones after a word such as {@code reset} or {@code invite}.
 */
public final class SecretPaths implements SecretFinder {

	/**
	 * Words of a segment after which a secret stands.
	 */
	private static final Set<String> GRANTING = Set.of("reset", "resets", "verify", "verification", "confirm",
			"confirmation", "activate", "activation", "invite", "invites", "invitation", "invitations", "magic",
			"unsubscribe", "share", "shared", "sharing", "hook", "hooks", "webhook", "webhooks", "ical", "signed",
			"token", "tokens", "apikey", "secret", "secrets", "otp", "unlock", "recover", "recovery", "join", "redeem",
			"bot", "feed", "presigned", "capability", "optin", "optout", "password", "passwords");

	private static final int MAX_SEGMENT = 1024;

	private static final int LONG = 28;

	private static final int SHORT = 8;

	private static final int HEX = 16;

	/**
	 * How often the kind of character changes in what is no word.
	 */
	private static final double NO_WORD = 0.2;

	@Override
	public void find(String text, Marks marks) {
		int before = -1;
		int slash = text.indexOf('/');
		while (slash >= 0) {
			int start = slash + 1;
			int end = Scan.end(text, start, SecretPaths::isPart);
			boolean whole = end == text.length() || !isGlued(text.charAt(end));
			if (whole && end - start >= SHORT && end - start <= MAX_SEGMENT
					&& isSecret(text.substring(start, end), text, before, slash)) {
				marks.mark(start, end);
			}
			if (end < text.length() && text.charAt(end) == '?' && (isGranting(text.substring(start, end))
					|| (before >= 0 && slash - before <= MAX_SEGMENT && isGranting(text.substring(before, slash))))) {
				query(text, end + 1, marks);
			}
			before = (end < text.length() && text.charAt(end) == '/') ? start : -1;
			slash = text.indexOf('/', end);
		}
	}

	/**
	 * Mark the random values in the query of a path that grants access.
	 */
	private static void query(String text, int start, Marks marks) {
		int from = start;
		while (from < text.length() && from - start <= MAX_SEGMENT) {
			int value = Scan.end(text, from, SecretPaths::isPart);
			if (!text.startsWith("=", value)) {
				return;
			}
			int end = Scan.end(text, value + 1, SecretPaths::isPart);
			String token = text.substring(value + 1, end);
			boolean whole = end == text.length() || !isGlued(text.charAt(end));
			if (whole && token.length() >= SHORT && isMixed(token)
					&& (isHex(token) || Randomness.changes(token) >= NO_WORD)) {
				marks.mark(value + 1, end);
			}
			from = end + 1;
			if (!text.startsWith("&", end)) {
				return;
			}
		}
	}

	private static boolean isPart(int ch) {
		return isLetter(ch) || isDigit(ch) || ch == '-' || ch == '_' || ch == '~';
	}

	/**
	 * Return whether a segment goes on after this character, so that it is a file, a
	 * version or a digest.
	 */
	private static boolean isGlued(char ch) {
		return ch == '.' || ch == ':' || ch == '@' || ch == '!' || ch == '$' || ch == '{' || ch == '*' || ch == '%';
	}

	private static boolean isSecret(String segment, String text, int before, int slash) {
		if (Randomness.matches(segment, LONG)) {
			return true;
		}
		return isMixed(segment) && (isHex(segment) || Randomness.changes(segment) >= NO_WORD) && before >= 0
				&& slash - before <= MAX_SEGMENT && isGranting(text.substring(before, slash));
	}

	private static boolean isMixed(String segment) {
		return segment.chars().anyMatch(SecretPaths::isLetter) && segment.chars().anyMatch(SecretPaths::isDigit);
	}

	private static boolean isGranting(String segment) {
		for (String word : Scan.lowerCase(segment).split("[-_]")) {
			if (GRANTING.contains(word)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isHex(String segment) {
		return segment.length() >= HEX && segment.chars()
			.allMatch((ch) -> isDigit(ch) || ch == '-' || (ch >= 'a' && ch <= 'f') || (ch >= 'A' && ch <= 'F'));
	}

	private static boolean isLetter(int ch) {
		return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z');
	}

	private static boolean isDigit(int ch) {
		return ch >= '0' && ch <= '9';
	}

}
