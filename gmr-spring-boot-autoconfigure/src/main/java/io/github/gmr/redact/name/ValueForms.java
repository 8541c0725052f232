package io.github.gmr.redact.name;

import java.util.regex.Pattern;

/**
 * Recognises what values are by their form.
 */
final class ValueForms {

	private static final Pattern FINGERPRINTS = Pattern
		.compile("(0x)?([0-9A-F]{4} ?){2,10}|SHA256:[0-9A-Za-z+/]{43}=?");

	/**
	 * A name, a delimiter and a password that is no port, no path and no word; before a
	 * host any password.
	 */
	private static final Pattern LOGONS = Pattern.compile(
			"[\\w.@-]{1,64}:(?=[^:]{0,128}[0-9])(?=[^:]{0,128}[A-Za-z])[^\\s:/@]{8,128}|[^%\\s]{2,256}%[^%\\s]{6,128}"
					+ "|[\\w$#]{1,64}/[^\\s/@]{1,128}@(?!sha|v?[0-9])[\\w.:/-]{1,256}");

	/**
	 * Cookies that hold what a user has chosen.
	 */
	private static final Pattern COOKIES = Pattern.compile(
			"(?i)(((theme|lang|language|locale|tz|timezone|consent|cookie_?consent|currency|region|path|domain|max-age"
					+ "|expires|samesite)=[^;=]{0,64}|secure|httponly)(; ?|$)){1,16}");

	/**
	 * What others have put in the place of a secret.
	 */
	private static final Pattern MASKED = Pattern
		.compile("(?i)[<\\[({](hidden|redacted|masked|protected|sensitive|filtered|removed|omitted|unset|not set|empty"
				+ "|secret|null|none)[>\\])}]|[*\u2022]{3,32}");

	/**
	 * Addresses, with a port or the length of a prefix, and lists of them.
	 */
	private static final Pattern NETWORKS = Pattern.compile(
			"(?i)(([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7})([/:][0-9]{1,5})?(, ?|$)){1,64}");

	private static final Pattern DIGEST = Pattern.compile("(?i)[0-9a-f]{32,128}");

	/**
	 * The hash of a public key, to know a server by.
	 */
	private static final Pattern PIN = Pattern.compile("(?i)sha(1|256)[/:][0-9A-Za-z+/]{20,64}={0,2}");

	private ValueForms() {
	}

	static boolean isFingerprint(String value) {
		return FINGERPRINTS.matcher(value).matches();
	}

	static boolean isLogon(String value) {
		return LOGONS.matcher(value).matches();
	}

	static boolean isChoice(String value) {
		return COOKIES.matcher(value).matches();
	}

	static boolean isMasked(String value) {
		return MASKED.matcher(value).matches();
	}

	static boolean isDigest(String value) {
		return DIGEST.matcher(value).matches();
	}

	static boolean isPin(String value) {
		return PIN.matcher(value).matches();
	}

	static boolean isNetwork(String value) {
		return NETWORKS.matcher(value).matches();
	}

}
