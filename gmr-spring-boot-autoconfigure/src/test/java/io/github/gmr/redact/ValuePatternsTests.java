package io.github.gmr.redact;

import java.util.List;

import io.github.gmr.redact.find.SecretSet;
import io.github.gmr.redact.name.NameRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the value patterns of a {@link Masking}.
 */
class ValuePatternsTests {

	@ParameterizedTest
	@CsvSource(delimiterString = " => ",
			textBlock = """
					jdbc:postgresql://h/db?user=u&password=p;w&ssl=true => jdbc:postgresql://h/db?user=u&password=******&ssl=true
					jdbc:sqlserver://h:1433;user=sa;password=a,b;encrypt=true => jdbc:sqlserver://h:1433;user=sa;password=******;encrypt=true
					amqp://u:p@ss@h:5672/v => amqp://u:******@h:5672/v
					redis://:p#w/x@h:6379 => redis://:******@h:6379
					mongodb://u:p@h1:1,h2:2/db => mongodb://u:******@h1:1,h2:2/db
					u:p@h:1,u:q@i:2 => u:******@h:1,u:******@i:2
					https://0123456789abcdef0123456789abcdef@sentry.io/1 => https://******@sentry.io/1
					https://api.x.com/v1?key=abc&q=1 => https://api.x.com/v1?key=******&q=1
					jdbc:oracle:thin:scott/tiger@//h:1521/x => jdbc:oracle:thin:scott/******@//h:1521/x
					Authorization: Basic dXNlcjpwYXNz => Authorization: ******
					send Bearer abc.def-123 now => send Bearer ****** now
					{"user":"u","db":{"password":"p\\"q"},"port":1} => {"user":"u","db":{"password":"******"},"port":1}
					{"passwords":["a","b"],"port":1} => {"passwords":******,"port":1}
					java -jar x.jar --db.password=abc --port 80 => java -jar x.jar --db.password=****** --port 80
					keytool -storepass changeit -alias x => keytool -storepass ****** -alias x
					<db><password>x y</password></db> => <db><password>******</password></db>
					User[name=joe, password=a b] => User[name=joe, password=******
					id eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln => id ******
					AKIAIOSFODNN7EXAMPLE => ******
					curl -u joe:x1 https://h => curl -u joe:****** https://h
					[mysql, -u, root, -px1y2, orders] => [mysql, -u, root, -p******, orders]
					tool -u joe -p x1y2 -q => tool -u joe -p ****** -q
					sqlplus scott/tiger@orcl => sqlplus scott/******@orcl
					[--user, joe, --password, x] => [--user, joe, --password, ******
					the password is x1y2$z. => the password is ******.
					heroku config set DB_PASSWORD abc => heroku config set DB_PASSWORD ******
					client.token("abc") => client.token("******")
					Value [abc] of property 'app.secret' => Value [******] of property 'app.secret'
					field 'password' has value [abc] => field 'password' has value [******]
					<a name="secret"><value>x</value></a> => <a name="secret"><value>******</value></a>
					Cookie: a=1; SESSION=x => Cookie: ******
					https://chat.acme.com/hooks/a1b2 => https://chat.acme.com/hooks/******
					sftp:joe:x@h/in => sftp:joe:******@h/in
					password: x1y2 of the user => password: ******
					https://hooks.slack.com/services/T0/B0/xyz => https://hooks.slack.com/services/******
					""")
	void findWhenTextHasSecretMasksIt(String text, String masked) {
		assertThat(mask(text)).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://host:8080/path?page=1&sort=key", "mailto:joe@example.com",
			"https://registry/@scope/pkg", "nginx:1.25@sha256:0123456789abcdef", "ssh://git@github.com/x/y.git",
			"Basic authentication is off", "Bearer authentication", "a=b, c=d", "12:30:45", "C:\\x\\y",
			"arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-db", "org.acme.TokenStore@1f2e3d4c",
			"jdbc:h2:mem:test;MODE=PostgreSQL;DB_CLOSE_DELAY=-1", "key: value", "joe@example.com",
			"tokens: 12, key-size: 256", "API key: see the documentation", "password: must not be empty",
			"(using password: YES)", "Token: expired", "the password is too short", "api_key is missing",
			"Unexpected token: END_OBJECT", "where token = ? and pin = :pin", "https://h/v1?key={key}",
			"docker run -u 1000:1000 -p 8080:80 x", "mysql -u root -p orders", "ssh -p 2222 joe@h", "mkdir -p /a/b",
			"BadCredentialsException: Bad credentials", "Bearer realm=\"x\"", "https://h/webhooks/orders",
			"%X{token:-}", "sftp:joe@h/in", "Parameter 'token' is not present" })
	void findWhenTextIsHarmlessKeepsIt(String text) {
		assertThat(mask(text)).isEqualTo(text);
	}

	@Test
	void findWhenYamlIsNestedJudgesEachValueByAllNamesAboveIt() {
		assertThat(mask("secrets:\n  db:\n    file: ./db.txt\n    value: abc\nauth:\n  enabled: true\n"))
			.isEqualTo("secrets:\n  db:\n    file: ./db.txt\n    value: ******\nauth:\n  enabled: true\n");
		assertThat(mask("tokens:\n- abc\n- def\nport: 80")).isEqualTo("tokens:\n- ******\n- ******\nport: 80");
		assertThat(mask("secret: |\n  name: abc\n  def\nport: 80"))
			.isEqualTo("secret: |\n  ******\n  ******\nport: 80");
	}

	private static String mask(String text) {
		Redaction redaction = Redaction.builder().build();
		return new Masking(new NameRules(List.of(), List.of()), redaction.patterns(), SecretSet.EMPTY).value(null, text,
				Masking.MAX_VALUE);
	}

}
