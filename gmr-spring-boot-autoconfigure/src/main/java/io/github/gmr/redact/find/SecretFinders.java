package io.github.gmr.redact.find;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.gmr.redact.mention.Mentions;
import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.phrase.Phrases;
import io.github.gmr.redact.row.Bindings;
import io.github.gmr.redact.row.ColumnLists;
import io.github.gmr.redact.row.TextTables;
import io.github.gmr.redact.text.SecretFinder;
import io.github.gmr.redact.token.EncodedSecrets;
import io.github.gmr.redact.token.KnownTokens;
import io.github.gmr.redact.token.PaymentNumbers;
import io.github.gmr.redact.token.PrivateKeys;
import io.github.gmr.redact.token.SecretPaths;

/**
 * All ways to find secrets by what they look like and what stands around them. All texts
 * of all sections go through all of them.
 */
public final class SecretFinders {

	private static final List<SecretFinder> IN_ARGUMENTS = List.of(new Commands(), Phrases.inCommands(),
			new Sentences(new NameRules(List.of(), List.of())));

	private SecretFinders() {
	}

	/**
	 * Return the built-in finders, and one for patterns of the user.
	 * @param names decides which values are secrets by their names
	 * @param patterns what else to mask; one with groups masks only its first group
	 * @return the finders in the order in which they have to be asked, safe for use by
	 * many threads
	 */
	public static List<SecretFinder> all(NameRules names, List<Pattern> patterns) {
		return Stream
			.concat(table(names).stream().map(SearchRule::finder),
					Stream.of(new CustomPatterns(patterns), new RepeatedSecrets()))
			.toList();
	}

	/**
	 * Mask the arguments of a command by what it and its options mean, whatever their
	 * names.
	 * @param arguments the arguments
	 * @return as many texts with masks in them
	 */
	public static List<String> inArguments(List<String> arguments) {
		return ArgumentLists.mask(arguments, IN_ARGUMENTS);
	}

	/**
	 * Return texts with which all of this can be tried: the examples of all rows.
	 * @return texts with invented secrets and without
	 */
	public static List<String> examples() {
		Stream<String> rows = table(new NameRules(List.of(), List.of())).stream()
			.flatMap((row) -> Stream.concat(row.secrets().stream(), row.harmless().stream()));
		return Stream.concat(rows, Phrases.examples()).map((example) -> example.replaceAll("[«»]", "")).toList();
	}

	/**
	 * Return the table of what is searched for in each text.
	 * @param names decides which values are secrets by their names
	 * @return the rows, each with its examples
	 */
	static List<SearchRule> table(NameRules names) {
		List<SearchRule> plain = Stream.of(byForm(), byPlace(), byName(names)).flatMap(List::stream).toList();
		SearchRule escaped = new SearchRule("the same with its signs escaped",
				new EscapedTexts(plain.stream().map(SearchRule::finder).toList()))
			.masks("https%3A%2F%2Fbob%3A«velvetmoon»%40host%2Fpath", "cb%3Ftoken%3D«velvetmoon»%26x%3D1",
					"http://h/?token\\u003d«x7velvet»\\u0026v=1", "&quot;token&quot;:&quot;«velvetmoon»&quot;")
			.keeps("https%3A%2F%2Fhost%2Fcb%3Fpage%3D3%26x%3D1", "100%25 of tokens", "a &amp; b", "x\\u003dy");
		return Stream.concat(plain.stream(), Stream.of(escaped)).toList();
	}

	private static List<SearchRule> byForm() {
		return List.of(
				new SearchRule("private keys", new PrivateKeys())
					.masks("«-----BEGIN PRIVATE KEY-----\nMIIx\n-----END PRIVATE KEY-----»",
							"key «-----BEGIN RSA PRIVATE KEY-----\nMIIx»", "«PuTTY-User-Key-File-3: ssh-rsa»")
					.keeps("-----BEGIN CERTIFICATE-----\nMIIx\n-----END CERTIFICATE-----",
							"-----BEGIN PUBLIC KEY-----\nMIIx", "PRIVATE KEY"),
				new SearchRule("encrypted and hashed values", new EncodedSecrets())
					.masks("db=ENC(«velvetmoon»)", "{cipher}«abc123»", "«$2a$10$abcdefghijk»")
					.keeps("ENCODE(x)", "{sha}", "$2 a day"),
				new SearchRule("tokens of issuers", new KnownTokens())
					.masks("id «eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln»", "«AKIAIOSFODNN7EXAMPLE»",
							"«key-3ax6xnjp29jd6fds4gc373sgvjxteol0»")
					.keeps("key-serializer", "sk-SK", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
				new SearchRule("numbers of cards and bank accounts", new PaymentNumbers())
					.masks("pan=«4111111111111111» exp=1128", "card «5555 5555 5555 4444» declined",
							"iban «DE89 3704 0044 0532 0130 00»", "to «GB82WEST12345698765432»")
					.keeps("order 4111111111111112", "id 1714557600000000", "DE12 3456 7890 1234 5678 90",
							"2024-05-01"),
				new SearchRule("paths that grant access", new SecretPaths())
					.masks("/api/v1/share/«Zk3JqP0aXw9LmT2bVc7RyN5sHd8GfU1e»/download",
							"GET /hooks/«a1b2c3d4e5f6g7h8» runs for 35 s",
							"/reset-password/«9f86d081-884c-7d65-9a2f-eaa0c55ad015»",
							"/d/«Zk3JqP0aXw9LmT2bVc7RyN5sHd8GfU1e»")
					.keeps("/orders/9f86d081-884c-7d65-9a2f-eaa0c55ad015",
							"/blobs/9f86d081884c7d659a2feaa0c55ad0159f86d081884c7d659a2feaa0c55ad015",
							"/io/netty/Http2ServerUpgradeHandlerInitializer", "/hooks/orders-2024",
							"/assets/index-BkJ3kd9Q.js", "/events/01ARZ3NDEKTSV4RRFFQ69G5FAV"));
	}

	private static List<SearchRule> byPlace() {
		return List.of(
				new SearchRule("passwords before a host", new UserInfo())
					.masks("amqp://u:«p@ss»@h:5672/v", "redis://:«p#w/x»@h:6379", "u:«p»@h:1,u:«q»@i:2",
							"jdbc:oracle:thin:scott/«tiger»@//h:1521/x")
					.keeps("ssh://git@github.com/x/y.git", "mailto:joe@example.com", "nginx:1.25@sha256:0123456789"),
				new SearchRule("credentials of HTTP", new Credentials())
					.masks("send Bearer «abc.def-123» now", "Basic «dXNlcjpwYXNz»", "token «x7velvet»")
					.keeps("Basic authentication is off", "Bearer realm=\"x\"", "Digest of orders"),
				new SearchRule("web hooks", new WebHooks())
					.masks("https://hooks.slack.com/services/«T0/B0/xyz»", "https://chat.acme.com/hooks/«a1b2»",
							"https://discord.com/api/webhooks/«1/x»")
					.keeps("https://h/webhooks/orders", "https://hooks.slack.com/", "/webhooks/orders"),
				new SearchRule("arguments of commands", new Commands())
					.masks("curl -u joe:«x1» https://h", "[mysql, -u, root, -p«x1y2», orders]",
							"tool -u joe -p «x1y2» -q", "tool -p«SECRET12» -u bob", "sqlplus scott/«tiger»@orcl")
					.keeps("docker run -u 1000:1000 -p 8080:80 x", "mysql -u root -p orders", "ssh -p2222 joe@h",
							"gcc -pthread -parameters"));
	}

	private static List<SearchRule> byName(NameRules names) {
		return List.of(new SearchRule("assignments", new Assignments(names))
			.masks("--db.password=«abc» --port 80", "{\"user\":\"u\",\"password\":\"«p\\\"q»\"}",
					"<db><password>«x y»</password></db>", "{\"name\":\"DB_PASSWORD\",\"value\":\"«x»\"}",
					"host=db password=«velvet\\ moon» dbname=x", "{\"token\":{\"value\":\"«x7»\",\"type\":\"jwt\"}}",
					"Proxy-Authorization: «Basic dXNlcjpwYXNz»", "{Cookie=«[SESSION=abcdef12]», Host=[h]}")
			.keeps("key: value", "password: must not be empty", "where token = ? and pin = :pin",
					"{\"password\":{\"minLength\":12,\"expires\":\"90d\"}}",
					"{\"prompt_tokens\":812,\"total_tokens\":932}}", "password=<hidden>",
					"private.network.cidr = 10.0.0.0/8"),
				new SearchRule("sentences", new Sentences(names))
					.masks("Value [«x»] of field 'token'", "client.token(\"«abc»\")", "IDENTIFIED BY '«abc»'",
							"Value [«abc»] of property 'app.secret'")
					.keeps("the password is too short", "api_key is missing", "Parameter 'token' is not present"),
				new SearchRule("words for secrets in sentences", new Mentions(names))
					.masks("new password for user bob: «velvetmoon»", "token «x7velvet9moon» has expired",
							"password changed from «x7velvet» to «y8velvet»", "logged in with password «velvetmoon»",
							"api key rotated: old=«k-9z8y7x6w5» new=***", "OTP «730915» for bob",
							"the password is «x1y2$z».", "credentials bob:«velvet7» rejected",
							"secret of client is \"«velvetmoon»\"")
					.keeps("password for bob: expired", "token for client orders-7 has expired",
							"password authentication failed for user bob7x", "key order-4711 is not in the cache",
							"PIN 3 of 5", "the password of db-17 is too short", "session of user 4711"),
				new SearchRule("phrases", new Phrases(names))
					.masks("AUTH «velvetmoon» failed", "login=bob/«velvetmoon»", "digest:bob:«velvetmoon»")
					.keeps("AUTH failed", "login=bob", "digest:sha256:9f86d081"),
				new SearchRule("values after the list of their columns", new ColumnLists(names)).masks(
						"INSERT INTO users (name, password, age) VALUES ('bob', '«velvet, moon»', 7), ('al', '«tulip9»', 8)",
						"insert into users(id,api_key)values(1,'«velvetmoon»')",
						"Detail: Key (name, api_key)=(bob, «velvetmoon») already exists.",
						"violation: \"PUBLIC.UK ON PUBLIC.USERS(API_KEY NULLS FIRST) VALUES ( /* 1 */ '«x7»' )\"")
					.keeps("insert into users (name, password) values (?, ?)", "Key (name)=(bob) already exists.",
							"insert into users (name, password) values (:name, :password)",
							"insert into tokens (id, name) values (1, 'x7velvet')"),
				new SearchRule("values for placeholders", new Bindings(names))
					.masks("insert into users (name, password) values (?, ?) [bob, «velvetmoon»]",
							"where token = ? and id = ?; Parameters: «x7»(String), 7(Integer)",
							"select * from t where token=$1 DETAIL: parameters: $1 = '«velvetmoon»'")
					.keeps("where name = ? and id = ? [bob, 7]", "where token = ? and id = ?", "really? [yes]",
							"insert into users (name, password) values (?, ?)"),
				new SearchRule("rows of cells", new TextTables(names))
					.masks("api-key | «velvetmoon»", "| password | «velvetmoon» |",
							"| name | value |\n|---|---|\n| db.password | «velvetmoon» |\n| port | 80 |",
							" name | password \n------+----------\n bob  | «tulip9»\n      | «x7»")
					.keeps("| name | length |\n|---|---|\n| db.password | 12 |", "password|secret|token",
							"vault read secret | jq .data", "| user | bob |"));
	}

}
