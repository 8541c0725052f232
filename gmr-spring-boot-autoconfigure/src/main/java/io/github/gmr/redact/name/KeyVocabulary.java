package io.github.gmr.redact.name;

import java.util.Set;

/**
 * Words that tell the keys that are secrets from others, when they stand beside
 * {@code key} in a name.
 */
final class KeyVocabulary {

	/**
	 * Makes a key that everybody may know of the word after it.
	 */
	static final Set<String> OPEN = Vocabulary.words("""
			public publishable primary foreign partition partitioning routing sort sorting cache caching message
			row hash shard sharding index binding group grouping map order ordering lookup translation label
			annotation feature object record unique composite natural surrogate business idempotency idempotent
			correlation dedup deduplication tag attribute property header metric metrics trace tracing context
			mdc log logging parent child bucket compaction host redact sanitize mask ignore exclude include hide
			blacklist whitelist redis topic event entity aggregate column field document search query i18n msg
			text resource meta metadata json xml yaml config configuration join distribution clustering cluster
			range local registry window lock flag toggle filter facet state type sensitive masked hidden
			excluded ignored included allowed primär primaer fremd
			sortier öffentlicher primaria""");

	/**
	 * Makes a secret of a key below, as in {@code signing.key}.
	 */
	static final Set<String> SECRET = Vocabulary.words("""
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
	static final Set<String> CONTENTS = Vocabulary.words("""
			value values content contents string base hex data material bytes pem der json text raw plain b
			encoded live prod production test dev staging current old new previous next primary secondary main
			backup""");

	/**
	 * Says that the key itself follows.
	 */
	static final Set<String> BYTES = Vocabulary.words("data material bytes hex pem content contents");

	/**
	 * Whose primary and secondary keys are secrets.
	 */
	static final Set<String> ACCOUNTS = Vocabulary
		.words("azure cosmos cosmosdb documentdb account iot servicebus eventhub signalr");

	private KeyVocabulary() {
	}

}
