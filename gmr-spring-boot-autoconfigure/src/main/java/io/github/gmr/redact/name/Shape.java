package io.github.gmr.redact.name;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a value must look like to be shown under a name.
 */
public enum Shape {

	/**
	 * Every value is shown, the name is harmless.
	 */
	ANY(false, (value) -> true),

	/**
	 * No value is shown but those that cannot be a secret.
	 */
	NONE(true, (value) -> false),

	/**
	 * Numbers too short to be a secret, durations and sizes are shown.
	 */
	SMALL_NUMBER(true, (value) -> isSmallNumber(value) || isPath(value)),

	/**
	 * Files and numbers too short to be a secret are shown.
	 */
	KEY(true, (value) -> isFile(value) || isSmallNumber(value) || isPath(value)),

	/**
	 * As {@link #KEY}, and short words are shown, such as the name of what the key is
	 * for.
	 */
	WORD_KEY(true, (value) -> isWords(value) || isObject(value) || KEY.admits.test(value)),

	/**
	 * A file is shown.
	 */
	FILE(true, Shape::isFile),

	/**
	 * Only short numbers are shown under the name itself, what is below is harmless.
	 */
	BARE(false, (value) -> isSmallNumber(value) || value.length() <= 2),

	/**
	 * As {@link #KEY}, and the fingerprint of a public key is shown.
	 */
	FINGERPRINT(true, (value) -> ValueForms.isFingerprint(value) || KEY.admits.test(value)),

	/**
	 * What does not look random is shown.
	 */
	NOT_RANDOM(false, (value) -> !Randomness.matches(value, 20)),

	/**
	 * What has fewer digits than the number of a card or a bank account is shown.
	 */
	FEW_DIGITS(false, (value) -> value.chars().filter(Character::isDigit).count() < 12),

	/**
	 * What is neither random nor the digest of something is shown.
	 */
	NOT_DIGEST(false, (value) -> !Randomness.matches(value, 20) && !ValueForms.isDigest(value)),

	/**
	 * A user with a password is not shown, whatever stands between them.
	 */
	LOGON(false, (value) -> !ValueForms.isLogon(value)),

	/**
	 * Names of algorithms and how they are applied are shown.
	 */
	CIPHER(false, (value) -> isSmallNumber(value) || Algorithms.matches(value)),

	/**
	 * Numbers, durations and sizes are shown.
	 */
	NUMBER(false, (value) -> Quantity.matches(value) || value.chars().noneMatch(Character::isLetterOrDigit)),

	/**
	 * A directory is shown.
	 */
	DIRECTORY(false, (value) -> value.startsWith("/") || value.startsWith(":\\", 1)),

	/**
	 * What has no user in it is shown.
	 */
	ADDRESS(false, (value) -> value.indexOf('@') < 0),

	/**
	 * The name of a user is shown, not what follows it.
	 */
	USER_INFO(false, (value) -> value.indexOf(':') < 0 && value.indexOf('=') < 0 && !isOpaque(value)),

	/**
	 * The name of a cookie is shown, its value is not.
	 */
	COOKIE(false, (value) -> (value.indexOf('=') < 0 && !isOpaque(value)) || ValueForms.isChoice(value)),

	/**
	 * Plain words and places are shown.
	 */
	LABEL(false, Shape::isLabel),

	/**
	 * As {@link #LABEL}, and universally unique identifiers are shown.
	 */
	ID(false, Shape::isIdentifier),

	/**
	 * Ways to authenticate are shown.
	 */
	SCHEME(false, (value) -> Vocabulary.SCHEMES.contains(value.toLowerCase(Locale.ROOT)));

	private static final int OPAQUE_LENGTH = 10;

	private static final int OPAQUE_CHANGES = 3;

	private static final int SMALL = 5;

	private static final int MAX_WORD = 10;

	private static final int MAX_LIST = 64;

	/**
	 * At most 12 letters in one run, and 24 characters from one comma to the next.
	 */
	private static final Pattern WORDS = Pattern
		.compile("(?!.*[A-Za-z]{13})[A-Za-z_.:+-]{1,24}(, ?[A-Za-z_.:+-]{1,24})*+");

	private static final Set<String> LEVELS = Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL", "OFF");

	private static final Set<String> NOTHING = Set.of("true", "false", "yes", "no", "on", "off", "none", "null");

	private static final Pattern UNIQUE = Pattern
		.compile("(?i)\\b([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(0x)?[0-9a-f]{8,40})\\b");

	private static final Pattern PORT = Pattern.compile("(tcp|udp)://[0-9.]{1,15}(:[0-9]{1,5})?");

	private final boolean secret;

	private final Predicate<String> admits;

	Shape(boolean secret, Predicate<String> admits) {
		this.secret = secret;
		this.admits = admits;
	}

	/**
	 * Return whether the name is that of a secret, so that names below it are suspicious.
	 * @return whether it names a secret
	 */
	public boolean isSecret() {
		return this.secret;
	}

	/**
	 * Return whether a value may be shown.
	 * @param value the value
	 * @return whether it cannot be a secret
	 */
	public boolean admits(String value) {
		return this == ANY || isHarmless(value.trim()) || this.admits.test(value.trim());
	}

	private static boolean isHarmless(String value) {
		return value.isEmpty() || NOTHING.contains(value.toLowerCase(Locale.ROOT)) || LEVELS.contains(value)
				|| isPublic(value) || isLocation(value) || isOpenPlaceholder(value) || ValueForms.isNetwork(value)
				|| ValueForms.isMasked(value);
	}

	private static boolean isPublic(String value) {
		boolean key = value.startsWith("ssh-") || value.startsWith("ecdsa-sha2-") || value.startsWith("sk-ssh-");
		return (key && value.contains(" AAAA")) || ValueForms.isPin(value)
				|| (value.startsWith(PemLabel.BEGIN) && !PemLabel.isPrivate(value, PemLabel.BEGIN.length()));
	}

	private static boolean isLocation(String value) {
		boolean local = value.startsWith("classpath:") || value.startsWith("classpath*:") || value.startsWith("file:/")
				|| value.startsWith("arn:");
		return (local && value.indexOf('?') < 0 && value.indexOf(' ') < 0) || PORT.matcher(value).matches();
	}

	private static boolean isLabel(String value) {
		return !Randomness.isProductKey(value) && (!isOpaque(value) || !isOpaque(Algorithms.without(value)));
	}

	private static boolean isIdentifier(String value) {
		return isLabel(UNIQUE.matcher(value).replaceAll(""));
	}

	private static boolean isOpenPlaceholder(String value) {
		boolean reference = value.startsWith("${") && value.indexOf(':') < 0;
		boolean expression = value.startsWith("#{") && value.indexOf('\'') < 0 && value.indexOf('"') < 0;
		return (reference || expression) && value.indexOf('}') == value.length() - 1;
	}

	private static boolean isFile(String value) {
		int dot = value.lastIndexOf('.');
		return value.startsWith("/") && value.indexOf(' ') < 0 && dot > value.lastIndexOf('/')
				&& value.length() - dot <= 8;
	}

	/**
	 * Return whether a value is a path as it stands in the address of a page.
	 */
	private static boolean isPath(String value) {
		return value.startsWith("/") && value.chars()
			.allMatch((ch) -> (ch >= 'a' && ch <= 'z') || "/-_{}.*".indexOf(ch) >= 0
					|| (ch >= '0' && ch <= '9' && value.length() < MAX_WORD * 2));
	}

	/**
	 * Return whether a value is an identifier of short words, or a list of such, and none
	 * of them tells a secret.
	 */
	private static boolean isWords(String value) {
		return value.length() <= MAX_LIST && WORDS.matcher(value).matches()
				&& Words.of(value).stream().noneMatch(Vocabulary.SECRETS::contains);
	}

	/**
	 * Return whether a value is the path of a file in a store of objects.
	 */
	private static boolean isObject(String value) {
		return value.indexOf('/') > 0 && isFile("/" + value);
	}

	private static boolean isSmallNumber(String value) {
		return Quantity.matches(value) && value.chars().filter(Character::isDigit).count() <= SMALL;
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
