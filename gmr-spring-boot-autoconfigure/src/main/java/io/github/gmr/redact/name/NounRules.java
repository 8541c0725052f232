package io.github.gmr.redact.name;

import java.util.Set;
import java.util.stream.Collectors;

import static io.github.gmr.redact.name.NounPattern.noun;

/**
 * What a noun says of the values under it, by itself and in the company of the words
 * around it. Where no row matches, or one says that any value may be shown, the word
 * before it is looked at.
 */
final class NounRules {

	private static final NounPattern KEY = noun("key keys schlüssel schluessel clave clé chiave");

	private static final NounPattern TOKEN = noun("token tokens");

	private static final NounPattern COOKIE = noun("cookie cookies");

	/**
	 * Behind such a word {@code sk} is Slovak.
	 */
	private static final Set<String> LANGUAGES = Vocabulary
		.words("language locale lang country region message translation");

	static final RuleTable<Noun> TABLE = RuleTable.<Noun>empty()
		.row("key material", KEY.where((noun) -> noun.isFirst() && KeyVocabulary.BYTES.contains(noun.after())),
				Shape.WORD_KEY, "key-data")
		.row("keys and values", KEY.where((noun) -> noun.after().equals("values")), Shape.ANY, "signing.key-values",
				"account.primary-key-values")
		.row("primary key of a cloud account", KEY.behind("primary").near(KeyVocabulary.ACCOUNTS), Shape.KEY,
				"azure.cosmos.primary-key")
		.row("key to send to PagerDuty", KEY.behind("routing").near(Set.of("pagerduty", "pager")), Shape.KEY,
				"pagerduty.routing-key")
		.row("key to route by", KEY.behind("routing"), Shape.ID, "app.routing-key")
		.row("key alone", KEY.where((noun) -> noun.isFirst() && noun.after().isEmpty()), Shape.NOT_RANDOM, "key")
		.row("open key", KEY.where((noun) -> noun.isFirst() || noun.isBehindOneOrMore(KeyVocabulary.OPEN)), Shape.ANY,
				"key-type", "app.public-key", "app.messages.key")
		.row("key of OpenPGP", KEY.behind("gpg pgp"), Shape.FINGERPRINT, "gpg.key")
		.row("secret key", KEY.behind(KeyVocabulary.SECRET), Shape.KEY, "app.signing-key", "jwt.key")
		.row("key of unknown kind", KEY, Shape.WORD_KEY, "app.colour-key")
		.row("number of tokens", TOKEN.where((noun) -> Vocabulary.COUNTS.contains(noun.words().get(0))), Shape.NUMBER,
				"max-stop-tokens")
		.row("tokens of a model", noun("tokens").behind("""
				prompt completion input output total used cached reasoning generated remaining context"""),
				Shape.NUMBER, "prompt-tokens", "usage.output_tokens")
		.row("token of a text", TOKEN.behind("""
				stop pad eos bos unk cls sep special delimiter unexpected unrecognized unrecognised illegal expected
				syntax next continuation"""), Shape.LABEL, "app.stop-token")
		.row("token", TOKEN, Shape.SMALL_NUMBER, "app.token")
		.row("pass that is no password",
				noun("pass").behind("ask boarding season day travel ski bus first second multi two single mountain"),
				Shape.ANY, "boarding-pass")
		.row("pull secret of Kubernetes", noun("secret secrets").behind("pull"), Shape.LABEL, "image.pull-secret")
		.row("credentials", noun("cred creds credential credentials"), Shape.FILE, "app.credentials")
		.row("secret", noun(Vocabulary.SECRETS), Shape.NONE, "app.password")
		.row("contents of a key store",
				noun("keystore keystores truststore kubeconfig kube").inSegmentThatEndsWith(KeyVocabulary.CONTENTS),
				Shape.FILE, "keystore-base64")
		.row("key of a service account",
				noun("account").behind("service").inSegmentThatEndsWith(KeyVocabulary.CONTENTS), Shape.FILE,
				"google.service-account-json")
		.row("code that grants access", noun("code codes").behind("""
				pin pass unlock access activation verification security auth login entry door recovery invite
				invitation registration confirmation time pairing linking
				redemption emergency backup"""), Shape.NONE, "app.unlock-code")
		.row("cookie of an Erlang cluster", COOKIE.behind("erlang"), Shape.NONE, "erlang-cookie")
		.row("key of Honeycomb", noun("team").behind("honeycomb"), Shape.NONE, "x-honeycomb-team")
		.row("community of SNMP", noun("community").near(Set.of("snmp")), Shape.NONE, "snmp.agent.community")
		.row("community alone", noun("community").where((noun) -> noun.words().size() == 1), Shape.NONE,
				"agent.community")
		.row("shared access signature of Azure", noun("sas").near(Set.of("azure")), Shape.KEY, "azure.blob.sas")
		.row("private key", noun("private").behind(KeyVocabulary.SECRET).inSegmentThatEndsWith(Set.of("private")),
				Shape.KEY, "jwt.private")
		.row("secret key of Stripe", noun("sk").where((noun) -> !noun.isBehindOneOrMore(LANGUAGES)), Shape.WORD_KEY,
				"stripe.sk")
		.row("login of Kafka", noun("config").behind("jaas"), Shape.BARE, "sasl.jaas.config")
		.row("session identifier", noun("id").behind("session"), Shape.BARE, "app.session-id")
		.row("ticket that grants access",
				noun("ticket").behind("kerberos krb session auth authentication service granting login access"),
				Shape.BARE, "kerberos.ticket")
		.row("recovery phrase of a wallet", noun("phrase").behind("seed recovery mnemonic backup secret pass"),
				Shape.BARE, "recovery-phrase")
		.row("user info", noun("info").behind("user auth login credential basic"), Shape.USER_INFO,
				"basic.auth.user.info")
		.row("authentication scheme or credentials", noun("auth authorization"), Shape.SCHEME, "redis.auth")
		.row("cookie", COOKIE, Shape.COOKIE, "headers.cookie")
		.row("secret or its settings", noun("jwt bearer sas sessionid nonce salt pepper csrf xsrf"), Shape.BARE,
				"app.salt", "form.csrf")
		.row("cookie to be remembered by", noun("me").behind("remember").where((noun) -> noun.words().size() == 2),
				Shape.BARE, "cookies.remember-me")
		.row("session", noun("session sid"), Shape.LABEL, "app.session")
		.row("login", noun("api bind login logon connect").where((noun) -> noun.after().isEmpty()), Shape.LOGON,
				"ldap.bind", "jenkins.api")
		.row("key or algorithm", noun("aes hmac"), Shape.CIPHER, "app.crypto.aes", "auth.hmac")
		.row("users", noun("basic basicauth userinfo authinfo users"), Shape.USER_INFO, "app.users")
		.row("license or signature", noun("license licence authentication signature"), Shape.LABEL, "app.license")
		.row("number of a card", noun("number numbers").behind("card"), Shape.FEW_DIGITS, "customer.card-number")
		.row("number of a card or a bank account", noun("pan iban cardnumber"), Shape.FEW_DIGITS, "payment.pan")
		.row("authentication code of a message", noun("mac sign"), Shape.NOT_DIGEST, "payment.mac")
		.row("seed", noun("seed"), Shape.NUMBER, "app.seed")
		.row("data source name", noun("dsn"), Shape.ADDRESS, "sentry.dsn");

	/**
	 * What the rows are about. Most words of most names are none of these.
	 */
	private static final Set<String> NOUNS = TABLE.rules()
		.stream()
		.map((rule) -> (NounPattern) rule.condition())
		.flatMap((pattern) -> pattern.nouns().stream())
		.collect(Collectors.toUnmodifiableSet());

	private NounRules() {
	}

	/**
	 * Return what the rows are about.
	 * @return the nouns, in lower case
	 */
	static Set<String> nouns() {
		return NOUNS;
	}

	/**
	 * Return the shape of the values under a noun alone.
	 * @param noun the noun
	 * @return the shape, {@link Shape#ANY} if the word says nothing
	 */
	static Shape shape(Noun noun) {
		return NOUNS.contains(noun.word()) ? TABLE.decide(noun) : Shape.ANY;
	}

}
