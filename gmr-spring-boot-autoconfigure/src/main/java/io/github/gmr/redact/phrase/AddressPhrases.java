package io.github.gmr.redact.phrase;

import java.util.List;

/**
 * Addresses whose secrets stand where no other address has one.
 */
final class AddressPhrases {

	static final List<Phrase> ROWS = List.of(
			Phrase.of("quoted password of Oracle", "jdbc:oracle:, sqlplus ",
					"(?:jdbc:oracle:\\w{1,16}:|sqlplus (?:-\\w{1,8} ){0,4})[^/\\s@]{0,128}/\"(?<secret>[^\"\n]*+)\"")
				.masks("jdbc:oracle:thin:scott/\"«a@b»\"@db", "jdbc:oracle:oci:\"scott\"/\"«a/b@c»\"@//db:1521/orders",
						"sqlplus -S scott/\"«x@y»\"@orcl")
				.keeps("jdbc:oracle:thin:@db:1521:\"orders\"", "jdbc:oracle:thin:@//db:1521/orders \"x\"",
						"sqlplus / as sysdba \"x\""),
			Phrase
				.of("blank or quotation mark in the password of an address", "://",
						"://[^\\s/?#@:\"'\\[]{0,128}:(?!\\d{1,5}(?:[/?#,;\\s\"')\\]}]|$))"
								+ "(?<secret>[^@\\s\"'/]{0,64}+[ \"'][^@\n\"'/:=]{0,64}+)@(?=[\\w.$\\[-])")
				.masks("amqp://bob:«velvet moon»@host/v", "amqp://bob:«velvet\"moon»@host/v",
						"redis://:«ve'lvet»@host:6379")
				.keeps("http://host:8080 of bob@example.com", "see http://host:8080/x \"y\" or bob@example.com",
						"http://host:8080, mailto:bob@example.com", "http://[::1]:8080 of bob@example.com"),
			Phrase.of("ticket for a socket", "ws://, wss://",
					"wss?://[^\\s?\"'#]{1,256}\\?(?:[^\\s\"'#]{0,512}&)?(?:ticket|access|auth|t|k)=(?<secret>[^&\\s\"'#]++)")
				.masks("wss://host/socket?ticket=«velvetmoon»", "ws://host/socket?v=2&ticket=«9»&x=1",
						"wss://h/s?auth=«velvetmoon» failed")
				.keeps("wss://host/socket?room=ticket", "https://host/browse?ticket=ORD-17", "wss://host/ticket=x"),
			Phrase.of("signature without its address", "sig=", "(?<![\\w.?&-])sig=(?<secret>[^&\\s\"',;]{1,512}+)(?=&)")
				.masks("sig=«velvetmoon%3D»&se=2024-01-01", "signed by sig=«aB3»&se=2024-01-01", "'sig=«x7»&sp=r'")
				.keeps("sig=11", "sig=SIGTERM, core dumped", "config=x&se=1"),
			Phrase.of("bot of Telegram", "/bot", "/bot\\d{4,20}:(?<secret>[^/\\s\"'?]++)")
				.masks("/bot123456789:«AAHdqTcvCH1vGWJx»/sendMessage", "POST /bot1234:«x» runs for 3 s",
						"https://api.acme.com/bot4711:«x7»/getMe")
				.keeps("/bot/orders:1", "/bots/12345", "/bottle123:4"),
			Phrase
				.of("incoming web hook", "/services/",
						"/services/T[0-9A-Z]{2,16}/B[0-9A-Z]{2,16}/(?<secret>[^/\\s\"'?]++)")
				.masks("/services/T00000000/B00000000/«XXXXxxxxXXXX»", "POST /services/T02/B03/«x7» runs for 3 s",
						"http://mock:8080/services/T0A/B0A/«velvetmoon»")
				.keeps("/services/orders/basket/7", "/services/TA/B/x", "/services/T00000000"),
			Phrase
				.of("login with a slash", "login=",
						"(?<![\\w.-])login=[\\w.-]{1,64}/(?<secret>[^\\s,;&\"')\\]}/]++)(?![/])")
				.masks("login=bob/«velvetmoon»", "connect login=bob/«x7», retry=3", "[login=scott/«tiger»]")
				.keeps("login=bob", "login=/pages/login", "login=pages/login/form"),
			Phrase.of("answer to a digest challenge", "response=\"", "response=\"(?<secret>[0-9a-f]{32,128})\"")
				.masks("Digest response=\"«6629fae49393a05397450978507c4ef1»\"",
						"uri=\"/\", response=\"«6629fae49393a05397450978507c4ef1»\", qop=auth",
						"Response=\"«6629FAE49393A05397450978507C4EF1»\"")
				.keeps("response=\"OK\"", "response=\"200\"", "response=\"6629fae4\""),
			Phrase
				.of("digest of ZooKeeper", "digest:",
						"(?<![\\w-])digest:(?!sha|md5|crc|blake|\\d)[\\w.@-]{1,64}:(?<secret>[^\\s:,\"'\\]}]++)")
				.masks("digest:bob:«velvetmoon»", "addauth digest:bob:«vel/vet=»",
						"setAcl /orders digest:bob:«x7»:cdrwa")
				.keeps("digest:sha256:9f86d081", "digest: sha-256", "message-digest:orders:7"));

	private AddressPhrases() {
	}

}
