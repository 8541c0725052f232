package io.github.gmr.redact.find;

import java.util.Locale;
import java.util.Set;

/**
 * Names that mean a secret in the query of a URL and nothing elsewhere.
 */
final class QueryNames {

	private static final Set<String> SECRET = Set.of("key", "sig", "signature", "code", "x-amz-signature",
			"x-amz-credential", "x-amz-security-token", "x-goog-signature", "x-goog-credential", "sas", "hmac", "auth",
			"p", "appid", "samlresponse", "samlart", "assertion", "code_verifier", "ticket-granting-ticket", "otp",
			"jwt", "st", "pw", "sign");

	private QueryNames() {
	}

	/**
	 * Return a name that says what a name in a query means.
	 * @param name the name in the query
	 * @return the same name, or one that every rule takes for a secret
	 */
	static String qualified(String name) {
		return SECRET.contains(name.toLowerCase(Locale.ROOT)) ? name + "-token" : name;
	}

}
