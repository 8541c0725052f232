package io.github.gmr.redact.token;

import java.util.List;
import java.util.function.IntPredicate;

import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Scan;
import io.github.gmr.redact.text.SecretFinder;

/**
 * Finds secrets that say how they were encrypted or hashed: {@code ENC(x)},
 * {@code {cipher}x}, {@code $2a$10$x}.
 */
public final class EncodedSecrets implements SecretFinder {

	private static final List<String> WRAPPERS = List.of("ENC(", "DEC(", "CRYPT(", "ENCRYPTED(");

	private static final List<String> PREFIXES = List.of("{cipher}", "{bcrypt}", "{noop}", "{pbkdf2}", "{scrypt}",
			"{argon2}", "{sha256}", "{SHA}", "{SSHA}", "{MD5}", "vault:v", "$2a$", "$2b$", "$2y$", "$1$", "$5$", "$6$",
			"$apr1$", "$argon2", "$pbkdf2");

	private static final IntPredicate PART = Scan.visibleExcept("\"',;<>");

	@Override
	public void find(String text, Marks marks) {
		WRAPPERS.forEach((wrapper) -> findWrapped(text, wrapper, marks));
		if (text.indexOf('{') >= 0 || text.indexOf('$') >= 0 || text.startsWith("vault:v")) {
			PREFIXES.forEach((prefix) -> findPrefixed(text, prefix, marks));
		}
	}

	private static void findWrapped(String text, String wrapper, Marks marks) {
		Scan.each(text, wrapper, (start) -> {
			int bracket = text.indexOf(')', start);
			int end = (bracket >= 0) ? bracket : text.length();
			marks.mark(start, end);
			return end;
		});
	}

	private static void findPrefixed(String text, String prefix, Marks marks) {
		Scan.each(text, prefix, (start) -> {
			int end = Scan.end(text, start, PART);
			marks.mark(prefix.startsWith("{") ? start : start - prefix.length(), end);
			return end;
		});
	}

}
