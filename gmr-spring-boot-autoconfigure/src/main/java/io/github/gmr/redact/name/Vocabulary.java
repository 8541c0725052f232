package io.github.gmr.redact.name;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that tell secrets from harmless settings when they stand in a name.
 */
final class Vocabulary {

	/**
	 * A value under such a name is a secret.
	 */
	static final Set<String> SECRETS = words(
			"""
					password passwords passwd passwds pwd pwds psw pswd pswds pword passwrd pw pass passphrase passphrases passcode passcodes
					passkey secret secrets cred creds credential credentials token tokens otp totp pin puk cvv cvc pat
					kek dek psk skey akey tok jsessionid phpsessid pincode masterauth mnemonic passwort kennwort
					geheimnis motdepasse passe contrasena contraseña contrasenya senha parola wachtwoord zugangscode
					zugangsdaten hasło haslo lösenord losenord salasana adgangskode jelszó jelszo heslo şifre sifre lozinka
					пароль 密码 密碼 パスワード 비밀번호""");

	/**
	 * A secret as {@link #SECRETS} that is written into one word with others.
	 */
	static final List<String> GLUED = List.of("password", "passwd", "passphrase", "passcode", "passwort", "kennwort",
			"credential", "secret", "token", "pwd", "pswd", "schlüssel", "schluessel");

	/**
	 * Words in which a secret's name stands by accident, or with another meaning.
	 */
	static final Set<String> INNOCENT = words("""
			passwordless secretary secretariat tokenizer tokenizers tokenize tokenized tokenizing tokenization
			tokenbucket bypass compass encompass surpass trespass overpass underpass passthrough keyboard
			keyword keywords keyspace keyspaces keycloak keynote keyring keytab keyframe keystroke keystore
			keystores truststore monkey turkey hockey donkey whiskey jockey hotkey hotkeys keyset keyed keying
			secretsmanager secretmanager keyvault keymanager jsonwebtoken""");

	/**
	 * Ends the name of a number, a duration or a size.
	 */
	static final Set<String> QUANTITIES = words("""
			length size count counts total max min maximum minimum limit limits ttl timeout timeouts seconds
			second secs sec minutes minute millis ms hours hour days day weeks interval capacity rate rates
			retries retry attempts attempt tries age duration expiry expiration expires expire expiring validity
			lifetime lifespan iterations iteration strength cost rounds round period delay threshold index order
			weight bits bytes digits percent ratio number num depth width history memory parallelism skew leeway
			window port ports concurrency priority level quota burst tolerance refill factor backoff multiplier
			quantity usage used remaining time date budget entries msec msecs millisecond milliseconds nanos
			usec hrs mins score entropy precision deadline frequency position offset minlength maxlength""");

	/**
	 * Ends the name of a place.
	 */
	static final Set<String> PLACES = words("""
			url urls uri uris endpoint endpoints path paths file files filename location locations dir directory
			folder host hosts hostname hostnames domain domains address addresses server servers link page mount
			resource resources template templates view bucket""");

	/**
	 * Ends the name of something that is called a name, or chosen from a list.
	 */
	static final Set<String> LABELS = words("""
			name names type types algorithm algorithms alg alias aliases format formats provider providers store
			stores class classes prefix suffix header headers param params parameter parameters encoder encoders
			decoder serializer serializers deserializer converter strategy mode modes policy policies scope
			scopes issuer audience username usernames user users login principal email id ids region regions
			profile profiles description label labels message messages title pattern patterns regex charset
			encoding encodings method methods manager managers service services factory generator generators
			validator validators validation handler handlers filter filters interceptor resolver resolvers
			repository client clients adapter bean beans enabled disabled enable disable required allowed allow
			optional active supported backend engine namespace namespaces context role roles group groups claim
			claims field fields column columns attribute attributes property properties rule rules state status
			kind category cron schedule rotation refresh reset renewal renew change changes reuse expired
			cleanup purge eviction cache caching exchange introspection revocation relay bearer grant flow hint
			question placeholder separator delimiter aggregator extractor supplier source sources script
			database db table tables topic queue zone locale language comment display icon text through off on
			over fail fails failed fallback log logging logs audit auditing metrics metric tracing monitor
			monitoring check checks checker case sensitive insensitive ignore ignored spec specs specification
			usages vendor product lookup space spaces bundle bundles event events listener listeners binding
			bindings vault sync syncer operator controller converters configurer advisor cipher digest hasher
			hashing function functions curve family length sanitize redact mask masking masked hide hidden
			exclude excluded include included certificate certificates cert certs chain storage ref refs
			reference references arn selector mapping mapper entries estimator currency unit units expression
			serde color colour exception exceptions error errors version versions dn ring rings chars characters
			letters scan scans scanner scanning pad meter prompt prompts list lists model models classification
			channel channels colors colours separators excludes includes detection leak leaks sharing exposure
			analysis analyzer report reports reporting alert alerts viewer editor picker input inputs output box
			panel tab menu item items step steps phase task tasks job jobs pool pools catalog library plugin
			plugins feature features support compatibility compliance standard standards hierarchy tree import
			export migration recovery forgot forgotten lost changed update updated created issued request
			requests response responses confirm confirmation verify verified approved approval consent agreement
			autofill autocomplete toggle visibility tooltip tooltips caption captions hints notice notices
			subject subjects heading footer note notes tag tags permission permissions hashers derivation
			generation verification transformation requirement requirements complexity constraint constraints
			blacklist whitelist denylist allowlist deny dictionary alphabet symbols uppercase lowercase special
			reminder reminders notification notifications mailer screen form forms dialog button buttons widget
			banner image images avatar style route routes redirect redirects callback callbacks realm scheme
			schemes schema schemas lifecycle extension extensions marker markers grace cooldown kid kinds lister
			loader loaders reader readers writer writers renderer parser parsers formatter comparator detector
			inspector rotator rotators suppliers extractors issuers audiences matcher matchers rewriter
			customizer propagation propagator translator meta metadata origin origins fingerprint fingerprints""");

	/**
	 * Describes a secret when it stands below the secret's name, as in
	 * {@code credentials.username}. Fewer words than may end a compound, because the keys
	 * of a map of secrets are anybody's choice.
	 */
	static final Set<String> DESCRIPTIONS = words("""
			url urls uri uris endpoint endpoints path paths file files filename location locations dir directory
			folder host hosts hostname domain name names type algorithm alg alias format provider class prefix
			suffix header param parameter encoder decoder serializer deserializer strategy mode policy scope
			scopes issuer audience username user login principal id region profile description enabled disabled
			required allowed namespace kind method encoding charset engine backend pattern validator schedule
			cron currency unit units subject sender recipient owner contact team rotation source spec manager in
			on status state comment note notes tag tags label title tooltip hint icon destination group topic
			queue exchange serde converter ttl origin meta metadata fingerprint""");

	/**
	 * Names whose secret it is when it stands below the secret's name: a
	 * {@code password.database} is that of the database.
	 */
	static final Set<String> OWNERS = words("""
			users user login principal email client clients service services role roles group groups database db
			table tables cache vault bearer refresh access reset renewal renew namespace context bundle form
			image mailer realm manager managers repository topic queue zone region profile backend engine server
			servers domain domains host hosts""");

	/**
	 * Said before a plural to count it.
	 */
	static final Set<String> COUNTS = words("max min num total count limit maximum minimum number per");

	/**
	 * Said before and after what is a number.
	 */
	static final Set<String> BOUNDS = words("min max minimum maximum expiration expiry expires");

	/**
	 * Collects figures of what stands below.
	 */
	static final Set<String> FIGURES = words(
			"ttls ttl timeouts timeout limits lengths sizes durations intervals expirations");

	/**
	 * Ways to authenticate.
	 */
	static final Set<String> SCHEMES = words(
			"""
					basic digest bearer ldap none kerberos jwt simple plain ntlm saml oidc oauth oauth2 token password
					iam form x509 certificate cert mtls tls negotiate spnego gssapi anonymous internal external native
					scram client_secret_basic client_secret_post client_secret_jwt private_key_jwt
					tls_client_auth client_credentials authorization_code apikey api-key enabled disabled required optional permitted login oauthbearer need want""");

	private static final int MIN_HEAD = 2;

	private Vocabulary() {
	}

	/**
	 * Return the harmless word that ends a run of letters.
	 * @param run letters in lower case
	 * @return the word, or the run itself if it ends with none
	 */
	static String head(String run) {
		for (int start = 0; start <= run.length() - MIN_HEAD; start++) {
			String before = run.substring(0, start);
			boolean words = start == 0 || COUNTS.contains(before) || isHead(before);
			if (words && isHead(run.substring(start))) {
				return run.substring(start);
			}
		}
		return run;
	}

	static boolean isHead(String word) {
		return QUANTITIES.contains(word) || PLACES.contains(word) || LABELS.contains(word);
	}

	/**
	 * Return whether words end with that of a number, a duration or a size.
	 * @param words the words
	 * @param head the noun they end with
	 * @return whether they are a quantity
	 */
	static boolean isQuantity(List<String> words, String head) {
		boolean timeToLive = head.equals("live") && words.size() > 2 && words.contains("time");
		return timeToLive || QUANTITIES.contains(head);
	}

	/**
	 * Return whether a word says that numbers stand under the name.
	 * @param words the words
	 * @return whether one of them does
	 */
	static boolean containsFigure(List<String> words) {
		return words.stream().anyMatch((word) -> BOUNDS.contains(word) || FIGURES.contains(word));
	}

	static Set<String> words(String words) {
		return Set.copyOf(new HashSet<>(List.of(words.trim().split("\\s+"))));
	}

}
