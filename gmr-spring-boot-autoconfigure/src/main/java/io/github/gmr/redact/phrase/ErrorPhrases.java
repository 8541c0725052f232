package io.github.gmr.redact.phrase;

import java.util.List;

/**
 * What programs say when something went wrong with a secret.
 */
final class ErrorPhrases {

	/**
	 * Stands after {@code AUTH} and is neither a user nor a password.
	 */
	private static final String NO_WORD = "(?!failed|called|error|command|required|is |not |mechanism|no |plain|login"
			+ "|xoauth2|cram|digest|scram|ntlm|gssapi|oauthbearer|external|service|server|token|user)";

	static final List<Phrase> ROWS = List.of(
			Phrase
				.of("command of Redis", "auth ",
						"(?<![\\w-])(?-i:AUTH) (?:" + NO_WORD + "[\"']?[\\w-]{1,64}[\"']? )?[\"']?" + NO_WORD
								+ "(?<secret>[^\\s\"':]{1,256}+)[\"']?(?= failed|:| called|$)")
				.masks("AUTH «velvetmoon» failed", "redis: AUTH bob «velvetmoon» failed: WRONGPASS", "AUTH \"«x7»\"")
				.keeps("AUTH failed", "NOAUTH Authentication required", "Auth service failed"),
			Phrase
				.of("credentials sent to a mail server", "auth plain , auth login , auth xoauth2 ",
						"(?<![\\w-])auth (?:plain|login|xoauth2) (?<secret>[A-Za-z0-9+/]{8,}+={0,2})(?=[\\s\"']|$)")
				.masks("AUTH PLAIN «AGJvYgB2ZWx2ZXQ=»", "> AUTH LOGIN «dmVsdmV0bW9vbg==»",
						"AUTH XOAUTH2 «dXNlcj1ib2I=» failed")
				.keeps("AUTH PLAIN", "AUTH LOGIN failed", "AUTH PLAIN LOGIN"),
			Phrase
				.of("value that is there already", "duplicate entry '",
						"duplicate entry '(?<secret>[^'\n]{0,2000})' for key '(?<name>[^'\n]{1,200})'")
				.masks("Duplicate entry '«bob-x7velvet»' for key 'users.api_key'",
						"Duplicate entry '«velvetmoon»' for key 'access_token'",
						"Duplicate entry '«x»' for key 'users.uk_password_2'")
				.keeps("Duplicate entry 'bob' for key 'users.name'", "Duplicate entry '7' for key 'orders.PRIMARY'",
						"Duplicate entry for key 'users.api_key'"),
			Phrase
				.of("value that is there already, of SQL Server", "constraint '",
						"constraint '(?<name>[^'\n]{1,200})'[^(\n]{0,400}key value is \\((?<secret>[^)\n]*+)\\)")
				.masks("Violation of UNIQUE KEY constraint 'UQ_users_api_key'. Cannot insert duplicate key in object 'dbo.users'. The duplicate key value is («x7»).",
						"constraint 'access_token'. The duplicate key value is («velvetmoon»)",
						"constraint 'UK_password'. The duplicate key value is (<NULL>, «x7»)".replace("<NULL>, «",
								"«bob, "))
				.keeps("constraint 'UQ_users_name'. The duplicate key value is (bob).",
						"constraint 'UQ_users_api_key' failed",
						"constraint 'orders_id'. The duplicate key value is (7)"));

	private ErrorPhrases() {
	}

}
