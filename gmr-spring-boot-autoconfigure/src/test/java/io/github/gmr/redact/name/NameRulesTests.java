package io.github.gmr.redact.name;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NameRules}.
 */
class NameRulesTests {

	private final NameRules rules = new NameRules(List.of(), List.of());

	@ParameterizedTest
	@CsvSource({ "spring.datasource.password, abc", "DB_PASSWORD, abc", "dbpassword, abc", "db.passwd, abc",
			"PGPASSWORD, abc", "server.ssl.key-store-password, abc", "app.passwords[0], abc", "app.secrets.github, abc",
			"app.clientSecret, abc", "CLIENTSECRET, abc", "api-key, abc", "APIKEY, abc", "app.APIKey, abc",
			"jwt.key, abc", "aws.accessKeyId, abc", "app.token, abc", "app.passphrase, a b c", "login.pwd, abc",
			"ldap.userPass, abc", "app.password.value, abc", "app.password-length, abc", "app.token-url, q1w2e3r4t5y6",
			"spring.kafka.properties.sasl.jaas.config, abc", "app.password2, abc", "vault.secret-id, abc",
			"redis.auth, abc", "headers.cookie, a=b", "app.password.database, abc", "app.passwords.store, abc",
			"azure.cosmos.primary-key, abc", "app.unlock-code, abc", "keystore-base64, abc", "app.keys.signing, abc1",
			"app.merchant-key, abc", "app.colour-key, mySecret", "app.colour-key, a1b2c3", "auth-header-value, abc",
			"app.pswd, x7", "db_pswd, abc", "ADMIN_PSWD, abc", "app.crypto.aes, velvetmoon12", "auth.aes, zq7xk",
			"crypto.aes-gcm, abc", "app.hmac-sha256, abc", "webhook.hmac, velvetmoon", "hmac-sha512, x7",
			"basic.auth.user.info, bob:abc", "kafka.basic.auth.user.info, bob:x", "proxy.user.info, bob:x7",
			"passwords.user, abc", "tokens.client, abc", "app.secrets.db, abc", "JENKINS_API, bob:11b03911731a6b",
			"ldap.bind, 'cn=app,dc=x%Mondschein7'", "app.db-login, scott/tiger@orcl",
			"key, fRpXTZ2BpsLfnUR6rBywWKNHGOmt8Oxtrrh", "pagerduty.routing-key, R0T8FMI4ROTCGAWMJTDLVW24PVXL",
			"app.session, a1b2c3d4e5f6", "http.proxy.cookie, SESSION=x" })
	void hidesWhenNameIsSecretReturnsTrue(String name, String value) {
		assertThat(this.rules.hides(name, value)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "password-policy.min-length, 8", "spring.kafka.producer.key-serializer, org.a.StringSerializer",
			"token-bucket.capacity, 100", "app.public-key, abc", "app.primary-key, id", "app.routing-key, orders",
			"app.token-url, https://idp/token", "app.access-token-validity, 30m", "app.secret-name, orders-db",
			"PWD, /srv/app.d", "PWD, /srv/orders", "OLDPWD, /", "password-encoder, bcrypt", "PASSWORD_MIN_LENGTH, 8",
			"passwordFile, /run/secrets/db", "server.ssl.key-store, classpath:k.p12", "server.ssl.key-alias, tomcat",
			"app.show-password, true", "spring.ai.max-tokens, 128000", "aws.secretsmanager.region, eu-west-1",
			"app.keyboard.layout, de", "credentials.username, app", "spring.mail.properties.mail.smtp.auth, true",
			"monkey.name, x", "server.servlet.session.cookie.name, SID", "app.tokenizer, whitespace",
			"app.password, ''", "app.password.store, redis", "app.colour-key, deepBlue", "jira.project-key, ORD",
			"app.token, arn:aws:secretsmanager:eu:1:secret:x", "app.secrets.labels.app, orders",
			"kms.key-id, 7f9c24e8-3b12-4c8e-9a1d-2f4b6c8d0e1a", "app.private-ip-range, 10.0.0.0/8",
			"app.password-min-score, 3", "i18n.password.tooltip, At least 8", "ALLOW_EMPTY_PASSWORD, yes",
			"private.network.cidr, 10.0.0.0/8", "app.private.subnets, '10.0.1.0/24, 10.0.2.0/24'",
			"app.secret.network, fd00::/8", "app.crypto.aes, AES/CBC/PKCS5Padding", "crypto.aes, 256",
			"auth.hmac, HmacSHA256", "app.hmac-sha256, true", "credentials.user, bob", "app.credentials.username, bob",
			"passwords.description, all of them", "JENKINS_API, https://ci/api", "app.api, v1:orders",
			"ldap.bind, true", "app.login, /login", "key, orders:42", "cache.key, 9f86d081884c7d659a2feaa0c55ad015",
			"GPG_KEY, 7169605F62C751356D054A26A821E680E5FA6305",
			"authorized_keys, ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 bob", "app.routing-key, orders.created",
			"set-cookie, theme=dark; Path=/", "app.password, <hidden>",
			"io.jsonwebtoken.ExpiredJwtException, JWT expired 412000", "secretKeyRef.key, password",
			"db.password.origin, System Environment Property DB_PASSWORD", "app.session, redis" })
	void hidesWhenNameIsHarmlessReturnsFalse(String name, String value) {
		assertThat(this.rules.hides(name, value)).isFalse();
	}

	@Test
	void hidesWhenLocaleIsTurkishReturnsTheSame() {
		Locale locale = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("tr-TR"));
		try {
			assertThat(this.rules.hides("PASSPHRASE_ID_CREDENTIALS", "abc")).isTrue();
		}
		finally {
			Locale.setDefault(locale);
		}
	}

}
