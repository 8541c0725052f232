package io.github.gmr.redact.phrase;

import java.util.List;

import io.github.gmr.redact.name.Randomness;

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
						"constraint 'orders_id'. The duplicate key value is (7)"),
			Phrase.of("code that is sent to somebody", "code is , code: , code ",
					"(?<=(?:verification|security|access|login|confirmation|one-time|auth|authentication|activation|recovery|otp|mfa|2fa|pin|your) )"
							+ "code(?: is|:)? (?<secret>\\d{4,10})(?![\\w-])")
				.masks("Your verification code is «482913» (valid for 5 minutes)", "login code: «4711»",
						"sent your code «482913» to bob")
				.keeps("exit code is 137", "status code: 404", "verification code 3 of 5"),
			Phrase.of("change of a password", "password , passphrase , secret , token , pin , api key ",
					"(?<![\\w-])(?:password|passphrase|secret|token|pin|api key) (?:(?:of|for) (?:(?:user|account|client) )?[\"']?[^\\s\"']{1,64}[\"']? )?"
							+ "(?:was |has been )?(?:changed|set|reset|updated|rotated) to (?!\\d{1,4}\\b|null|a |an |the |be |default|expire|never)[\"']?(?<secret>[^\\s\"',;]++)")
				.masks("Password for user \"ops\" changed to «Sesam-oeffne»", "password was reset to «velvetmoon»",
						"secret of bob set to '«x7»'")
				.keeps("password policy set to strict", "token set to expire", "password was changed to a new one"),
			Phrase.of("random word after the word for a secret",
					"token , key , secret , password , credential , apikey ",
					"(?<![\\w-])(?:token|(?<=(?:api|access|secret|private|signing|account)[ -])key|apikey|secret|password|credential) "
							+ "[\"'(\\[<]?(?<secret>[\\w.~+/=-]{20,}+)")
				.where((secret) -> Randomness.matches(secret, 20))
				.masks("Bot started with token «KDpGFnnClsguJRzELhBBnOcFsd.ExzORd.qRVijcpguLJMlA4JahKDN»",
						"using api key «UeIaexejJhUFPGS4r6XCl5gqtzASSlCU» of bob",
						"Secret '«4g37Dvu1nby1Yog2nZwQ»' rejected")
				.keeps("token 7f9c24e8-3b12-4c8e-9a1d-2f4b6c8d0e1a", "secret orders-db-credentials-2024",
						"no token OAuth2AuthorizationServerTokens"));

	private ErrorPhrases() {
	}

}
