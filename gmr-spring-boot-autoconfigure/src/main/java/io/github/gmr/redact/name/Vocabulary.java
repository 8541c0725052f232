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
	static final Set<String> SECRETS = words("""
			password passwords passwd passwds pwd pwds psw pw pass passphrase passphrases passcode passcodes
			passkey secret secrets cred creds credential credentials token tokens otp totp pin puk cvv cvc pat
			kek dek psk skey akey tok jsessionid phpsessid pincode masterauth mnemonic passwort kennwort
			geheimnis motdepasse passe contrasena senha parola wachtwoord""");

	/**
	 * A secret as {@link #SECRETS} that is written into one word with others.
	 */
	static final List<String> GLUED = List.of("password", "passwd", "passphrase", "passcode", "passwort", "kennwort",
			"credential", "secret", "token", "pwd");

	/**
	 * Words in which a secret's name stands by accident, or with another meaning.
	 */
	static final Set<String> INNOCENT = words("""
			passwordless secretary secretariat tokenizer tokenizers tokenize tokenized tokenizing tokenization
			tokenbucket bypass compass encompass surpass trespass overpass underpass passthrough keyboard
			keyword keywords keyspace keyspaces keycloak keynote keyring keytab keyframe keystroke keystore
			keystores truststore monkey turkey hockey donkey whiskey jockey hotkey hotkeys keyset keyed keying
			secretsmanager secretmanager keyvault keymanager""");

	/**
	 * Makes a key that everybody may know of the word after it.
	 */
	static final Set<String> OPEN_KEYS = words("""
			public publishable primary foreign partition partitioning routing sort sorting cache caching message
			row hash shard sharding index binding group grouping map order ordering lookup translation label
			annotation feature object record unique composite natural surrogate business idempotency idempotent
			correlation dedup deduplication tag attribute property header metric metrics trace tracing context
			mdc log logging parent child bucket compaction host redact sanitize mask ignore exclude include hide
			blacklist whitelist redis topic event entity aggregate column field document search query i18n msg
			text resource meta metadata json xml yaml config configuration join distribution clustering cluster
			range local registry window lock flag toggle filter facet state type sensitive masked hidden
			excluded ignored included allowed""");

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
			customizer propagation propagator translator""");

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
			queue exchange serde converter ttl""");

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
	 * Collects what is said about the things above.
	 */
	static final Set<String> ANNOTATIONS = words("labels annotations tags names descriptions messages paths");

	/**
	 * Said before a plural to count it.
	 */
	static final Set<String> COUNTS = words("max min num total count limit maximum minimum number per");

	/**
	 * Said before a token that a text is made of.
	 */
	static final Set<String> OPEN_TOKENS = words("""
			stop pad eos bos unk cls sep special delimiter unexpected unrecognized unrecognised illegal expected
			syntax next continuation""");

	/**
	 * Said before a pass that opens no computer.
	 */
	static final Set<String> OPEN_PASSES = words(
			"ask boarding season day travel ski bus first second multi two single mountain");

	/**
	 * Said before the words that restore a wallet.
	 */
	static final Set<String> PHRASES = words("seed recovery mnemonic backup secret pass");

	/**
	 * Said before and after what is a number.
	 */
	static final Set<String> BOUNDS = words("min max minimum maximum expiration expiry expires");

	/**
	 * Collects texts for people, wherever it stands in a name.
	 */
	static final Set<String> TRANSLATIONS = words("labels translations captions tooltips");

	static final List<String> I18N = List.of("i", "n");

	/**
	 * Ends what a noun is said of.
	 */
	static final Set<String> PREPOSITIONS = words("for in of per by on with from at");

	/**
	 * Makes a secret of a key below, as in {@code signing.key}.
	 */
	static final Set<String> SECRET_KEYS = words("""
			secret private signing sign signature encrypt encryption encryptor decrypt decryption crypto cipher
			aes des rsa hmac jwt jws jwe oauth auth api access account admin app application azure aws cosmos
			storage cloud server client session security remember me license licence master root ssl tls ssh
			vault webhook search maps firebase stripe service fastly instrumentation merchant mch subscription
			genie insert ingest ingestion integration deploy deployment shared pre symmetric transport wrapping
			wrap data user login device bot partner gateway payment consumer developer sdk write publish rest
			activation product enterprise secondary encoded priv preshared gpg pgp crypt enc hex fernet anon
			nonce mac agent openai unseal block deterministic functions assertion hapi apps""");

	/**
	 * Ends the name of what a key consists of.
	 */
	static final Set<String> KEY_CONTENTS = words("""
			value values content contents string base hex data material bytes pem der json text raw plain b
			encoded live prod production test dev staging current old new previous next primary secondary main
			backup""");

	/**
	 * Says that the key itself follows.
	 */
	static final Set<String> KEY_BYTES = words("data material bytes hex pem content contents");

	/**
	 * Collects what stands below: texts, addresses, figures. A {@code labels.password} is
	 * a label.
	 */
	static final Set<String> COLLECTIONS = words("""
			labels messages texts translations captions titles tooltips hints descriptions errors routes paths
			urls uris endpoints links pages views templates icons images topics queues tables columns names
			features menus buttons sql queries statements""");

	/**
	 * Collects figures of what stands below.
	 */
	static final Set<String> FIGURES = words(
			"ttls ttl timeouts timeout limits lengths sizes durations intervals expirations");

	/**
	 * Said before a code that lets somebody in.
	 */
	static final Set<String> CODES = words("""
			pin pass unlock access activation verification security auth login entry door recovery invite
			invitation registration confirmation""");

	/**
	 * Whose primary and secondary keys are secrets.
	 */
	static final Set<String> ACCOUNTS = words(
			"azure cosmos cosmosdb documentdb account iot servicebus eventhub signalr");

	/**
	 * Files that hold keys.
	 */
	static final Set<String> KEY_FILES = words("keystore keystores truststore kubeconfig kube account");

	/**
	 * Said before the code of a language or a country.
	 */
	static final Set<String> LANGUAGES = words("language locale lang country region messages message translation");

	/**
	 * Said before {@code info} of a user and a password with a colon between them.
	 */
	static final Set<String> PERSONS = words("user auth login credential basic");

	/**
	 * Said before a ticket that lets somebody in.
	 */
	static final Set<String> LOGINS = words("kerberos krb session auth authentication service granting login access");

	/**
	 * Ways to authenticate.
	 */
	static final Set<String> SCHEMES = words("""
			basic digest bearer ldap none kerberos jwt simple plain ntlm saml oidc oauth oauth2 token password
			iam form x509 certificate cert mtls tls negotiate spnego gssapi anonymous internal external native
			scram apikey api-key enabled disabled required optional permitted login oauthbearer need want""");

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

	private static Set<String> words(String words) {
		return Set.copyOf(new HashSet<>(List.of(words.trim().split("\\s+"))));
	}

}
