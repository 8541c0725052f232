package io.github.gmr.redact.name;

import java.util.regex.Pattern;

/**
 * Recognises the names of algorithms, in which letters and digits are mixed.
 */
final class Algorithms {

	private static final Pattern NAME = Pattern.compile(
			"(?i)pbkdf2|(hmac)?sha-?[0-9]{1,3}|md5|aes-?[0-9]{0,3}|rsa[0-9]*|ed25519|p12|x509|pkcs[0-9]{1,2}|base64|utf8");

	/**
	 * The parts of names such as {@code AES/CBC/PKCS5Padding}.
	 */
	private static final Pattern NAMES = Pattern
		.compile("(?i)((hmac|with|pbe|sha|md5|aes|rsa|ecdsa|desede|chacha|poly|siphash|cbc|gcm|ctr|ecb|cfb|siv|ccm|wrap"
				+ "|padding|no|pkcs|oaep|mgf1|base64|hex)?[0-9]{0,4}[/_ -]?){1,12}+");

	private Algorithms() {
	}

	/**
	 * Return a text without the names of algorithms in it.
	 * @param text the text
	 * @return the rest
	 */
	static String without(String text) {
		return NAME.matcher(text).replaceAll("");
	}

	/**
	 * Return whether a text is nothing but the name of an algorithm.
	 * @param text the text
	 * @return whether it says how something is encrypted or hashed
	 */
	static boolean matches(String text) {
		return text.chars().anyMatch(Character::isLetter) && NAMES.matcher(text).matches();
	}

}
