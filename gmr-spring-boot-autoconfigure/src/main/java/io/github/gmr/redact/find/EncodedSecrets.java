package io.github.gmr.redact.find;

import java.util.List;

/**
 * Finds secrets that say how they were encrypted or hashed: {@code ENC(x)},
 * {@code {cipher}x}, {@code $2a$10$x}.
 */
public final class EncodedSecrets implements SecretFinder {

	private static final List<String> WRAPPERS = List.of("ENC(", "DEC(", "CRYPT(", "ENCRYPTED(");

	private static final List<String> PREFIXES = List.of("{cipher}", "{bcrypt}", "{noop}", "{pbkdf2}", "{scrypt}",
			"{argon2}", "{sha256}", "{SHA}", "{SSHA}", "{MD5}", "vault:v", "$2a$", "$2b$", "$2y$", "$1$", "$5$", "$6$",
			"$apr1$", "$argon2", "$pbkdf2");

	@Override
	public void find(String text, Marks marks) {
		for (String wrapper : WRAPPERS) {
			for (int index = text.indexOf(wrapper); index >= 0;) {
				int start = index + wrapper.length();
				int end = text.indexOf(')', start);
				end = (end >= 0) ? end : text.length();
				marks.mark(start, end);
				index = text.indexOf(wrapper, end);
			}
		}
		if (text.indexOf('{') >= 0 || text.indexOf('$') >= 0 || text.startsWith("vault:v")) {
			findPrefixes(text, marks);
		}
	}

	private static void findPrefixes(String text, Marks marks) {
		for (String prefix : PREFIXES) {
			for (int index = text.indexOf(prefix); index >= 0;) {
				int start = index + prefix.length();
				int end = endOfValue(text, start);
				marks.mark((text.charAt(index) == '{') ? start : index, end);
				index = text.indexOf(prefix, end);
			}
		}
	}

	private static int endOfValue(String text, int start) {
		int end = start;
		while (end < text.length() && !Character.isWhitespace(text.charAt(end))
				&& "\"',;<>".indexOf(text.charAt(end)) < 0) {
			end++;
		}
		return end;
	}

}
