package io.github.gmr.redact.phrase;

import java.util.List;

/**
 * Commands that take a secret at a certain place.
 */
final class CommandPhrases {

	private static final String WORD = "[^\\s\"']{1,256}";

	static final List<Phrase> ROWS = List.of(
			Phrase
				.of("store of objects", "mc alias set , mc config host add ",
						"mc (?:alias set|config host add) " + WORD + " " + WORD + " (?<secret>[\"']?" + WORD
								+ "[\"']? [\"']?[^\\s\"']++)")
				.masks("mc alias set minio https://minio:9000 «minioadminX velvetmoon»",
						"mc config host add s3 http://s3:9000 «key x7» --api s3v4",
						"/opt/mc alias set m http://m «a 'b»'")
				.keeps("mc alias list", "mc alias set minio https://minio:9000", "mc ls minio/orders"),
			Phrase
				.of("user of RabbitMQ", "rabbitmqctl ",
						"rabbitmqctl (?:-\\w{1,16} " + WORD + " ){0,4}(?:change_password|add_user|authenticate_user) "
								+ WORD + " [\"']?(?<secret>[^\\s\"']++)")
				.masks("rabbitmqctl change_password bob «velvetmoon»", "rabbitmqctl -n rabbit@mq add_user bob '«x7»'",
						"rabbitmqctl authenticate_user bob «x7»")
				.keeps("rabbitmqctl list_users", "rabbitmqctl delete_user bob", "rabbitmqctl add_user bob"),
			Phrase
				.of("share of Windows", "net use ",
						"net use (?:[A-Za-z*]:? )?\\\\\\\\[^\\s]{1,256} (?<secret>(?!/)[^\\s]++)")
				.masks("net use Z: \\\\srv\\share «velvetmoon» /user:bob", "net use \\\\srv\\share «x7»",
						"net use * \\\\srv\\share «x7» /persistent:no")
				.keeps("net use Z: \\\\srv\\share", "net use Z: \\\\srv\\share /user:bob", "net use Z: /delete"),
			Phrase
				.of("share of Windows, user first", "net use ",
						"net use [^\n]{1,256}/user:" + WORD + " (?<secret>(?!/)[^\\s]++)")
				.masks("net use Z: \\\\srv\\share /user:bob «velvetmoon»",
						"net use \\\\srv\\s /persistent:no /user:acme\\bob «x7»",
						"NET USE Z: \\\\srv\\share /USER:bob «x7» /SAVECRED")
				.keeps("net use Z: \\\\srv\\share /user:bob /savecred", "net use Z: \\\\srv\\share /user:bob",
						"net users"),
			Phrase
				.of("option of Windows", "/pass:, /password:, /pwd:",
						"(?<=\\s)/(?:pass|password|pwd):(?<secret>[^\\s/][^\\s]*+)")
				.masks("cmdkey /add:srv /user:bob /pass:«velvetmoon»", "mstsc /u:bob /password:«x7»",
						"tool /pwd:«x7» /q")
				.keeps("/etc/pass:/opt", "GET /password: 404", "/pass: x"),
			Phrase.of("remote desktop", "/u:", "/u:[^\\s]{1,256} (?:/[^\\s]{1,256} ){0,4}/p:(?<secret>[^\\s]++)")
				.masks("xfreerdp /u:bob /p:«Sommer7» /v:h", "mstsc /u:acme\\bob /p:«x7»",
						"tool /u:bob /v:h /p:«velvetmoon»")
				.keeps("xfreerdp /u:bob /v:h", "msbuild /p:Configuration=Release", "/u:bob /pages/x"),
			Phrase.of("user of Windows", "net user ", "net user [^\\s/]{1,256} (?<secret>(?!/)[^\\s]++)")
				.masks("net user bob «Sommer7» /add", "net user bob «x7»", "NET USER acme-bob «velvetmoon» /domain")
				.keeps("net user bob", "net user bob /delete", "net user /domain"),
			Phrase.of("input of a command", "echo , printf ",
					"(?<![\\w-])(?:echo|printf)(?: -\\w{1,3})? [\"']?(?:[\\w.-]{1,64}:)?(?<secret>[^\\s\"'|$]{1,256})[\"']? ?\\| ?"
							+ "(?:sudo )?(?:-S |chpasswd|passwd|docker login|podman login|helm registry|kinit|cryptsetup|sudo -S|gpg )")
				.masks("echo «velvetmoon» | docker login -u bob --password-stdin", "echo 'bob:«x7»' | sudo chpasswd",
						"printf \"«x7»\" | kinit bob")
				.keeps("echo done | tee log", "echo $PASSWORD | docker login", "echo | passwd"),
			Phrase.of("user of a directory or a store", "ldappasswd , smbclient , kadmin , kinit , etcdctl , influx ",
					"(?:ldappasswd|smbclient|kadmin|etcdctl|influx) [^\n|]{0,256}(?:-U [\\w\\\\.-]{1,64}%|--user[= ][\\w.-]{1,64}:|-s |-w |-password[= ])[\"']?(?<secret>[^\\s\"']++)")
				.masks("smbclient //srv/share -U bob%«velvetmoon»", "etcdctl --user root:«x7» get /",
						"ldappasswd -x -s «x7» uid=bob")
				.keeps("smbclient //srv/share -U bob", "etcdctl --user root get /", "kadmin list_principals"));

	private CommandPhrases() {
	}

}
