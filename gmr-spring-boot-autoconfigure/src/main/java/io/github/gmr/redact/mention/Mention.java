package io.github.gmr.redact.mention;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.name.Shape;
import io.github.gmr.redact.text.Prose;
import io.github.gmr.redact.text.Scan;
import org.jspecify.annotations.Nullable;

/**
 * Words for a secret in a text: {@code db.password}, {@code API key}, {@code session id}.
 *
 * @param name the words
 * @param start the first character
 * @param end the index after the last
 * @param shape what values under the words must look like to be shown
 * @param before the word before them, in lower case, empty if there is none
 */
record Mention(String name, int start, int end, Shape shape, String before) {

	private static final int MAX_WORD = 128;

	/**
	 * How far before it a word says that a key is one to encrypt with.
	 */
	private static final int NEAR = 48;

	private static final Set<String> QUALIFIED = Set.of("key", "keys", "token", "tokens", "pass", "code", "codes", "id",
			"number", "phrase", "seed", "info");

	private static final List<String> LOGINS = List.of("otp", "2fa", "mfa", "one-time", "verif", "login", "pairing",
			"two-factor");

	private static final Set<String> CODES = Set.of("otp", "totp", "pin", "puk", "tan", "cvv", "cvc", "code", "codes",
			"passcode", "mfa", "pincode");

	/**
	 * Before a secret that is no name of one.
	 */
	private static final Set<String> KINDS = Set.of("shared", "signing", "client", "webhook", "endpoint", "hmac", "jwt",
			"consumer", "api", "totp", "otp", "session", "cookie", "encryption");

	private static final Set<String> LOGONS = Set.of("login", "logon", "bind", "auth", "authentication");

	private static final Set<String> PERSONAL = Set.of("password", "passwords", "passwd", "pwd", "pass", "passphrase",
			"passphrases", "passcode", "credentials", "credential", "creds", "passwort", "kennwort", "pw", "phrase");

	/**
	 * Return what stands at a place of a text.
	 * @param text the text
	 * @param index a place in the word
	 * @param names decides what the words are for
	 * @return the words, of shape {@link Shape#ANY} if they are for no secret
	 */
	static Mention at(String text, int index, NameRules names) {
		int start = Scan.start(text, Math.max(0, index - MAX_WORD), index, Mention::isPart);
		int end = Scan.end(text, index, Mention::isPart);
		while (end > start && ".-".indexOf(text.charAt(end - 1)) >= 0) {
			end--;
		}
		if (end - start > MAX_WORD || isClass(text.substring(start, end))) {
			return new Mention("", start, Math.max(end, index + 1), Shape.ANY, "");
		}
		Mention word = qualified(text, start, end, names);
		for (int i = 0; i < 2; i++) {
			Mention longer = word.extended(text, names);
			if (longer == null) {
				return word;
			}
			word = longer;
		}
		return word;
	}

	/**
	 * Return whether a word is the name of a class with its package.
	 */
	private static boolean isClass(String word) {
		int dot = word.lastIndexOf('.');
		return dot > 0 && dot + 1 < word.length() && Character.isUpperCase(word.charAt(dot + 1))
				&& Character.isLowerCase(word.charAt(0));
	}

	/**
	 * Return a word with the one before it, if that decides what the word means.
	 */
	private static Mention qualified(String text, int start, int end, NameRules names) {
		String word = text.substring(start, end);
		if (QUALIFIED.contains(word.toLowerCase(Locale.ROOT))) {
			int before = startOfWordBefore(text, start);
			String name = text.substring(before, end);
			Shape shape = (before < start) ? names.shape(name) : Shape.ANY;
			if (shape != Shape.ANY && shape != Shape.WORD_KEY) {
				return new Mention(name, before, end, shape, "");
			}
			if (word.equalsIgnoreCase("code") && isLogin(text, start)) {
				return new Mention("login code", start, end, Shape.NONE, "");
			}
			if (word.equalsIgnoreCase("key") && isCrypto(text, start)) {
				return new Mention("secret key", start, end, Shape.KEY, "");
			}
			return new Mention(word, start, end,
					(before < start && shape == Shape.ANY
							&& !Prose.isFunctionWord(text.substring(before, start).strip().toLowerCase(Locale.ROOT)))
									? Shape.ANY : names.shape(word),
					"");
		}
		return new Mention(word, start, end, names.shape(word),
				Scan.lowerCase(text.substring(startOfWordBefore(text, start), start)).strip());
	}

	private static boolean isCrypto(String text, int start) {
		String before = textBefore(text, start);
		return before.contains("crypt") || before.contains("cipher") || before.contains("hmac")
				|| before.contains("aes");
	}

	private static boolean isLogin(String text, int start) {
		String before = textBefore(text, start);
		return LOGINS.stream().anyMatch(before::contains);
	}

	private static String textBefore(String text, int start) {
		return Scan.lowerCase(text.substring(Math.max(0, start - NEAR), start));
	}

	private static int startOfWordBefore(String text, int start) {
		if (start < 2 || text.charAt(start - 1) != ' ') {
			return start;
		}
		int before = Scan.start(text, Math.max(0, start - 1 - MAX_WORD), start - 1, Mention::isPart);
		return (before < start - 1) ? before : start;
	}

	/**
	 * Return these words with the next one, if that is a part of the name.
	 */
	private @Nullable Mention extended(String text, NameRules names) {
		if (this.shape == Shape.ANY || !text.startsWith(" ", this.end)) {
			return null;
		}
		int last = Scan.end(text, this.end + 1, Character::isLetter);
		String next = text.substring(this.end + 1, last).toLowerCase(Locale.ROOT);
		if (next.isEmpty() || next.endsWith("ed") || Prose.isFunctionWord(next) || !NameRules.isPartOfNames(next)) {
			return null;
		}
		String longer = this.name + " " + next;
		return new Mention(longer, this.start, last, names.shape(longer), this.before);
	}

	private static boolean isPart(int ch) {
		return Character.isLetterOrDigit(ch) || ch == '_' || ch == '-' || ch == '.';
	}

	/**
	 * Return whether a person chooses such a secret, so that it may be a word.
	 */
	boolean isPersonal() {
		return PERSONAL.contains(lastWord()) || (lastWord().equals("secret") && KINDS.contains(this.before));
	}

	/**
	 * Return whether a user may stand before such a secret.
	 */
	boolean isLogon() {
		return isPersonal() || LOGONS.contains(lastWord());
	}

	/**
	 * Return whether such a secret may have blanks.
	 */
	boolean mayHaveWords() {
		return isPersonal() || lastWord().startsWith("secret");
	}

	/**
	 * Return whether such a secret is a number.
	 */
	boolean isCode() {
		return CODES.contains(lastWord());
	}

	private String lastWord() {
		int start = Scan.start(this.name, 0, this.name.length(), Character::isLetter);
		String word = this.name.substring(start);
		int hump = Scan.start(word, 0, word.length(), Character::isLowerCase);
		boolean camel = hump > 0 && Character.isLowerCase(word.charAt(0));
		return word.substring(camel ? hump - 1 : 0).toLowerCase(Locale.ROOT);
	}

}
