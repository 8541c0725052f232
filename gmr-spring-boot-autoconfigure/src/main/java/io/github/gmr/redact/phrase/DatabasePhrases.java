package io.github.gmr.redact.phrase;

import java.util.List;

/**
 * What databases are told.
 */
final class DatabasePhrases {

	static final List<Phrase> ROWS = List.of(Phrase.of("password of an account", "set password for ",
			"set password for [^=\n]{1,200}=\\s{0,8}(?:password\\s{0,2}\\(\\s{0,2})?(?<q>['\"])(?<secret>[^'\"\n]*+)")
		.masks("SET PASSWORD FOR 'bob'@'%' = '«velvetmoon»'", "set password for bob = password('«x7»')",
				"SET PASSWORD FOR bob@localhost='«x 7»'")
		.keeps("SET PASSWORD FOR 'bob'@'%' TO RANDOM", "set password for bob = ?",
				"SET PASSWORD FOR the account of bob"),
			Phrase
				.of("value in braces", "password={, pwd={, secret={",
						"(?<=[;?\\w])(?:password|pwd|secret)=\\{(?<secret>[^}\n]*+(?:\\}\\}[^}\n]*+)++)")
				.masks("jdbc:sqlserver://db;password={«vel}}vet;moon»};encrypt=true", "Server=db;PWD={«a}}»}",
						"jdbc:sqlserver://db;trustStorePassword={«x}}y}}z»}")
				.keeps("jdbc:sqlserver://db;user={a}}b}", "{\"a\":{\"b\":{}}}", "config={a={b=c}}"),
			Phrase.of("logon", "as , for , user , logon , connect , login , using ",
					"(?<![\\w-])(?:as|for|user|logon|connect|login|using) [\"']?"
							+ "(?!http/|host/|hdfs/|kafka/|zookeeper/|ldap/|nfs/|cifs/|hive/|yarn/|krbtgt/)[\\w$#-]{1,64}/"
							+ "(?<secret>[^\\s@/\"']{1,128})@(?!v?\\d|sha256:)[\\w/]")
				.masks("ORA-01017: cannot log on as scott/«velvetmoon»@db",
						"logon denied for scott/«tiger9x»@orders-db", "connect scott/«tiger»@//db:1521/orders")
				.keeps("no key for HTTP/web.acme.com@ACME.COM", "version for actions/checkout@v4",
						"as acme/orders@sha256:9f86d081"));

	private DatabasePhrases() {
	}

}
