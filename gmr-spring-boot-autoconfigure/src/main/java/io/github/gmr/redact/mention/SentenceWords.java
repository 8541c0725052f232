package io.github.gmr.redact.mention;

import java.util.Set;

/**
 * Words that say in a sentence about a secret what follows them.
 */
final class SentenceWords {

	static final Set<String> LINKS = Set.of("is", "was", "are", "were", "to", "as", "equals");

	static final Set<String> PREPOSITIONS = Set.of("for", "of", "in", "on", "at", "by", "with", "under", "from");

	/**
	 * Stand before the name of whom a secret belongs to.
	 */
	static final Set<String> OWNERS = Set.of("the", "a", "an", "user", "account", "client", "realm", "tenant", "host",
			"service", "customer", "login", "database", "role", "our", "your", "his", "new", "all");

	/**
	 * Names of what a secret was and is.
	 */
	static final Set<String> STATES = Set.of("old", "new", "from", "to", "previous", "current", "before", "after",
			"value", "was", "now", "actual", "expected", "got", "given", "provided", "received");

	/**
	 * Before the words for a password that may be a word.
	 */
	static final Set<String> LEADS = Set.of("with", "using", "use", "tried", "trying", "try", "entered", "sent",
			"received", "and");

	static final Set<String> CHANGES = Set.of("changed", "set", "reset", "updated", "rotated", "resolved", "overridden",
			"overwritten", "replaced", "evaluated", "decrypted", "defaulted", "bound");

	/**
	 * Before the words for a secret that is changed to what follows.
	 */
	static final Set<String> CHANGING = Set.of("set", "setting", "change", "changing", "update", "updating", "reset",
			"resetting", "rotate", "rotating", "override", "overriding");

	/**
	 * Say of a secret what somebody does with it, before the secret itself.
	 */
	static final Set<String> VERBS = Set.of("trying", "tried", "sent", "sending", "got", "wanted", "expected",
			"received", "provided", "given", "entered", "submitted", "supplied", "used", "generated", "chosen", "value",
			"now");

	/**
	 * Before what identifies something.
	 */
	static final Set<String> IDENTIFIERS = Set.of("id", "ids", "kid", "fingerprint", "thumbprint", "hash", "etag",
			"request", "trace", "span", "correlation", "digest", "checksum", "commit", "revision", "version", "user",
			"client", "order", "jti", "serial");

	private SentenceWords() {
	}

}
