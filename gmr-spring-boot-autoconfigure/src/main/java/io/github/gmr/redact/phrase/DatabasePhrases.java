package io.github.gmr.redact.phrase;

import java.util.List;

import io.github.gmr.redact.text.Prose;

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
			Phrase.of("logon", "as , for , user , logon , connect , login , using , target , userid ",
					"(?<![\\w-])(?:as|for|user|logon|connect|login|using|target|userid) [\"']?"
							+ "(?!http/|host/|hdfs/|kafka/|zookeeper/|ldap/|nfs/|cifs/|hive/|yarn/|krbtgt/)[\\w$#-]{1,64}/"
							+ "(?<secret>[^\\s@/\"']{1,128})@(?!v?\\d|sha256:)[\\w/]")
				.masks("ORA-01017: cannot log on as scott/«velvetmoon»@db",
						"logon denied for scott/«tiger9x»@orders-db", "connect scott/«tiger»@//db:1521/orders")
				.keeps("no key for HTTP/web.acme.com@ACME.COM", "version for actions/checkout@v4",
						"as acme/orders@sha256:9f86d081"),
			Phrase.of("logon of nowhere", "as , for user , logon , login , connect ",
					"(?<![\\w-])(?:as|for user|logon|login|connect) [\"']?[a-z][\\w$#-]{1,64}/(?<secret>(?=[^\\s/]{0,64}\\d)(?=[^\\s/]{0,64}[A-Za-z])[^\\s@/\"']{6,128})(?=[\\s\"']|$)")
				.where((secret) -> !secret.matches("v\\d.*"))
				.masks("Connecting as bob/«tiger77» to orders-db", "login scott/«x7velvet» failed",
						"logon bob/«Velvet99»")
				.keeps("as orders/v2beta1 of the API", "login pages/form", "as of 2024/05/01"),
			Phrase.of("call with a user and a password",
					"login, logon, auth, signin, sign_in, adduser, add_user, createuser, create_user, verify_user, password",
					"(?:login|logon|auth\\w{0,16}|sign_?in|add_?user|create_?user|verify_user|password)(?!s)\\w{0,16} ?\\(? ?N?"
							+ "(?<q>['\"])[^'\"\n]{1,128}\\k<q>, ?N?\\k<q>(?<secret>[^'\"\n]++)\\k<q>")
				.masks("CALL login('bob', '«velvetmoon»')", "EXEC sp_addlogin 'bob', N'«x7»'",
						"service.authenticate(\"bob\", \"«velvet moon»\")")
				.keeps("login('bob')", "select authorities('bob', ?)", "createUser(name, password)"),
			Phrase.of("call with a user and a password in a trace", "login(, authenticate(, signin(, logon(, connect(",
					"(?:login|authenticate|signin|logon|connect)\\([\\w.@-]{1,64}, ?(?<secret>[^\\s,()'\"]{6,128})\\)")
				.where(Prose::isUnusual)
				.masks("AuthService.login(bob, «Velvet77!»)", "calling authenticate(bob, «x7velvet»)",
						"ldap.connect(cn-admin, «x7$velvet») failed")
				.keeps("login(bob, true)", "login(user, password)", "connect(db, 5432)"),
			Phrase
				.of("setting of Redis", "requirepass , masterauth ",
						"(?:requirepass|masterauth) (?<secret>[^\\s\"']++)")
				.masks("sentinel auth: requirepass «velvetmoon»", "CONFIG SET masterauth «x7»",
						"> requirepass «velvet»")
				.keeps("requirepass", "masterauth=", "requirepass: see redis.conf"),
			Phrase
				.of("change of a password by a procedure", "sp_password ",
						"sp_password (?:N?'[^'\n]{0,128}'|null), ?N?'(?<secret>[^'\n]++)'")
				.masks("EXEC sp_password NULL, '«velvetmoon»', 'bob'", "sp_password 'old1', N'«x7»'",
						"exec sp_password '', '«velvetmoon»'")
				.keeps("sp_password NULL", "sp_passwords 'a', 'b'", "EXEC sp_password @old, @new"),
			Phrase.of("key of an encrypted database", "pragma , attach ",
					"(?:pragma (?:hex)?(?:re)?key ?= ?|attach database '[^'\n]{1,256}' as \\w{1,64} key )[\"']?(?:x')?(?<secret>[^\\s\"';]++)")
				.masks("PRAGMA key = '«velvetmoon»'", "PRAGMA rekey='«x7»'",
						"ATTACH DATABASE 'a.db' AS enc KEY '«velvetmoon»'")
				.keeps("PRAGMA foreign_keys = ON", "PRAGMA table_info(keys)", "ATTACH DATABASE 'a.db' AS enc"),
			Phrase.of("variable of a procedure", "declare ",
					"declare @(?<name>\\w{1,64}) (?:as )?n?(?:var)?(?:char|binary|text)(?:\\([^)\n]{1,8}\\))? ?= ?N?'(?<secret>[^'\n]++)'")
				.masks("DECLARE @pw NVARCHAR(50) = N'«velvetmoon»'", "declare @token varchar(64)='«x7»'",
						"DECLARE @secret AS CHAR(9) = '«velvet 9»'")
				.keeps("DECLARE @path NVARCHAR(50) = N'orders'", "DECLARE @pw NVARCHAR(50)",
						"declare @pw varchar(9) = ?"),
			Phrase
				.of("logon of a setting", "db=, logon=, connect=, userid=, datasource=, database=, dsn=, oracle=",
						"(?:db|logon|connect|userid|datasource|database|dsn|oracle)=[\\w$#-]{1,64}/"
								+ "(?<secret>[^\\s@/\"']{1,128})@(?!v?\\d|sha256:)[\\w/]")
				.masks("--app.db=app_owner/«h0neybadger»@ORCL", "userid=scott/«tiger»@//db:1521/orders",
						"dsn=bob/«x7»@orders")
				.keeps("--app.db=orders/main", "db=acme/orders@sha256:9f86", "db=acme/orders@v4"),
			Phrase.of("password without quotation marks", "create , alter , grant , connect to , identified by ",
					"(?:(?:create|alter) (?:user|role) |grant |connect to |(?-i:IDENTIFIED BY ))[^;\n]{0,200}?"
							+ "(?:(?<=(?-i:IDENTIFIED BY ))|identified by )(?:values )?"
							+ "(?!['\":?$&]|password\\b|externally|globally|random|the |its )(?<secret>[^\\s;,)'\"]++)")
				.masks("CREATE DATABASE LINK fin CONNECT TO fin_ro IDENTIFIED BY «lesenurmal» USING 'FINPRD'",
						"alter user bob identified by «x7»;", "near IDENTIFIED BY «velvetmoon» at line 1")
				.keeps("a user is identified by name", "CREATE USER bob IDENTIFIED EXTERNALLY",
						"create user ? identified by ?"),
			Phrase.of("key of a function", "pgp_sym_, aes_encrypt(, aes_decrypt(, hmac(, encrypt_iv(",
					"(?:pgp_sym_(?:de|en)crypt(?:_bytea)?|aes_(?:de|en)crypt|hmac|encrypt_iv) ?\\([^,()']{0,200}"
							+ "(?:\\([^()]{0,200}\\)[^,()]{0,50}|'[^'\n]{0,500}'[^,()]{0,50})?, ?'(?<secret>[^'\n]++)'")
				.masks("SELECT pgp_sym_decrypt(iban, '«pgpKey_2020»') FROM customer",
						"insert into a values (AES_ENCRYPT('bob', '«x7»'))",
						"select hmac(lower(name), '«velvetmoon»', 'sha256')")
				.keeps("select pgp_sym_decrypt(iban, ?)", "select hmac(name, key, 'sha256')",
						"aes_encrypt(name, :key)"),
			Phrase
				.of("password that a function hashes", "crypt(",
						"crypt\\( ?'(?<secret>[^'\n]{1,500})' ?, ?(?:gen_salt|\\w)")
				.masks("select crypt('«Sommer7»', gen_salt('bf'))", "where hash = crypt('«x7»', hash)",
						"crypt( '«velvet moon»' , salt)")
				.keeps("select crypt(?, salt)", "crypt(name, hash)", "crypt('bob')"),
			Phrase
				.of("login in a shell of a database", ".auth(",
						"\\.auth\\( ?[\"'][^\"'\n]{1,256}[\"'], ?[\"'](?<secret>[^\"'\n]++)[\"']")
				.masks("db.auth('bob', '«Sommer7»')", "db.getSiblingDB('admin').auth(\"bob\",\"«x7»\")",
						"client.auth('bob', '«velvet moon»')")
				.keeps("db.auth(user, password)", "http.auth('basic')", "x.auth()"),
			Phrase
				.of("rule for a user of Redis", "acl setuser ",
						"acl setuser [^\\s]{1,256} [^\n>]{0,256}>(?<secret>[^\\s]++)")
				.masks("ACL SETUSER bob on >«Sommer7» ~* +@all", "acl setuser bob >«x7»",
						"ACL SETUSER bob on ~* >«velvetmoon»")
				.keeps("ACL SETUSER bob on nopass", "ACL GETUSER bob", "ACL SETUSER bob ~orders:*"),
			Phrase
				.of("pass phrase of a function", "cryptbypassphrase", "cryptbypassphrase ?\\( ?N?'(?<secret>[^'\n]++)'")
				.masks("SELECT DECRYPTBYPASSPHRASE('«velvetmoon»', iban)", "EncryptByPassPhrase(N'«x7»', name)",
						"decryptbypassphrase( '«x 7»', a)")
				.keeps("DECRYPTBYPASSPHRASE(@key, iban)", "EncryptByPassPhrase(key, 'bob')", "bypassphrase 'bob'"));

	private DatabasePhrases() {
	}

}