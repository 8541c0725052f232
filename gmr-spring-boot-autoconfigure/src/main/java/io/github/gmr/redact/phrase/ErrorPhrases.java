package io.github.gmr.redact.phrase;

import java.util.List;

import io.github.gmr.redact.name.Randomness;
import io.github.gmr.redact.text.Prose;

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
			Phrase.of("proof of a user", "authenticat, unlock, log in , logged in , logging in , sign in , signed in ",
					"(?:authenticat\\w{1,8}|unlock\\w{0,4}|log(?:ged|ging)? in|sign(?:ed)? in) [^\n.,;]{0,80}?(?<= )(?:with|using) "
							+ "(?<secret>(?=[^\\s]{0,64}[0-9][^\\s]{0,64}[0-9!$#])[^\\s\"'./:@,;()]{8,128})(?=[\\s.,;]|$)")
				.where((secret) -> Prose.isUnusual(secret) && secret.chars().anyMatch(Character::isLowerCase)
						&& !secret.matches("[a-z]+(?:-[a-z0-9]{1,8})+"))
				.masks("Unable to authenticate bob with «Velvet99pw»", "unlocked /etc/ks using «x7velvet9»",
						"logged in as bob with «Sommer2024!»")
				.keeps("authenticated bob with SCRAM-SHA-256", "log in with node-17-eu-99",
						"unlocking with the key of bob"),
			Phrase.of("password sent to a server", "pass , identify ",
					"(?<=(?:^|[>:\\]|/]|ftp|pop3|smtp|imap|irc) {0,2})(?:(?-i:PASS)|identify) (?<secret>[^\\s]{1,256}+)$")
				.where((secret) -> secret.indexOf('.') < 0
						|| secret.chars().anyMatch((ch) -> "!$%^&*+=#".indexOf(ch) >= 0))
				.masks("FTP >> PASS «hedgehog»", "C: PASS «x7velvet»", "PRIVMSG NickServ :IDENTIFY «velvetmoon»")
				.keeps("PASS com.acme.OrdersTests in 3 s", "user bob may pass tests", "Tests: PASS 12 of 12"),
			Phrase
				.of("credentials sent to a mail server", "auth plain , auth login , auth xoauth2 ",
						"(?<![\\w-])auth (?:plain|login|xoauth2) (?<secret>[A-Za-z0-9+/]{4,}+={0,2})(?=[\\s\"']|$)")
				.where((secret) -> secret.chars().anyMatch((ch) -> ch == '=' || (ch >= '0' && ch <= '9')))
				.masks("AUTH PLAIN «AGJvYgB2ZWx2ZXQ=»", "> AUTH LOGIN «dmVsdmV0bW9vbg==»",
						"AUTH XOAUTH2 «dXNlcj1ib2I=» failed", "AUTH LOGIN «Ym9i»")
				.keeps("AUTH PLAIN", "AUTH LOGIN failed", "AUTH PLAIN LOGIN"),
			Phrase
				.of("login to a mail box", "login ",
						"(?<=(?:^|\\s)[A-Z.]{0,4}\\d{1,6} )(?-i:LOGIN) \"?[^\\s\"]{1,256}\"? \"?(?<secret>[^\\s\"]++)")
				.masks("C: A1 LOGIN bob «Sommer7»", "A001 LOGIN \"bob\" \"«x7»\"",
						"A.12 LOGIN bob@acme.com «velvetmoon»")
				.keeps("AUTH LOGIN failed", "12 login attempts failed", "A1 LOGIN bob"),
			Phrase
				.of("value that cannot be bound", "under '",
						"under '(?<name>[^'\n]{1,200})' to [^\n]{0,200}value: [\"'](?<secret>[^\"'\n]++)")
				.masks("Failed to bind properties under 'app.secret' to java.time.Duration: Value: \"«Sommer7»\"",
						"under 'shop.api-key' to int, value: '«x7»'",
						"properties under 'db.password' to int: value: \"«velvet moon»\"")
				.keeps("under 'app.timeout' to java.time.Duration: Value: \"abc\"",
						"under 'app.secret' to java.time.Duration", "under 'shop.port' to int, value: 'x7'"),
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
					"(?<=(?:verification|security|time|access|login|confirmation|one-time|auth|authentication|activation|recovery|otp|mfa|2fa|pin|your) )"
							+ "code(?: is|:)? (?<secret>\\d{4,10}|\\d{3}[ -]\\d{3})(?![\\w-])")
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
					"token , key , secret , password , credential , apikey , session ",
					"(?<![\\w-])(?:token|(?<=(?:api|access|secret|private|signing|account)[ -])key|apikey|secret|password|credential|session) "
							+ "[\"'(\\[<]?(?<secret>[\\w.~+/=-]{16,}+)")
				.where(ErrorPhrases::isRandom)
				.masks("Bot started with token «KDpGFnnClsguJRzELhBBnOcFsd.ExzORd.qRVijcpguLJMlA4JahKDN»",
						"using api key «UeIaexejJhUFPGS4r6XCl5gqtzASSlCU» of bob",
						"Secret '«4g37Dvu1nby1Yog2nZwQ»' rejected", "Invalid API key «abcd12ef34567890abcd»",
						"session «ABCDEF0123456789AB7C» created")
				.keeps("token 7f9c24e8-3b12-4c8e-9a1d-2f4b6c8d0e1a", "secret orders-db-credentials-2024",
						"no token OAuth2AuthorizationServerTokens"));

	private ErrorPhrases() {
	}

	/**
	 * Return whether a word is random: no name, no path, no version and no UUID.
	 */
	private static boolean isRandom(String word) {
		boolean run = word.chars().allMatch(Character::isLetterOrDigit);
		boolean mixed = word.chars().anyMatch(Character::isLetter)
				&& word.chars().filter(Character::isDigit).count() > 2;
		boolean number = word.startsWith("0x");
		return !number && (Randomness.matches(word, 20) || (run && mixed && Randomness.changes(word) >= 0.1));
	}

}
