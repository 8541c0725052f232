package io.github.gmr.redact.name;

import java.util.Set;
import java.util.function.Predicate;

/**
 * What the words after a noun make of it. The last one decides: a {@code password-policy}
 * is a policy, a {@code policy-password} is a password.
 */
final class CompoundRules {

	private static final Predicate<Compound> SECRET = (compound) -> compound.shape().isSecret();

	private static final Predicate<Compound> NOUN_ALONE = (compound) -> compound.wordsAfterNoun() == 0;

	private static final Set<String> FINGERPRINTS = Set.of("fingerprint", "fingerprints");

	private static final Set<String> IDS = Set.of("id", "ids");

	/**
	 * Ends the name of an algorithm, without its numbers.
	 */
	private static final Set<String> VARIANTS = Set.of("sha", "md", "cbc", "gcm", "ctr", "siv");

	static final RuleTable<Compound> TABLE = RuleTable.<Compound>empty()
		.row("where a secret is sent", SECRET.and(NOUN_ALONE).and(Compound::endsWithPreposition), Shape.LABEL,
				"app.token-in")
		.row("noun alone", NOUN_ALONE, Compound::shape, "app.password", "app.password-at-max", "signing.key",
				"app.session-id", "app.bearer")
		.row("value of a header or a setting", SECRET.negate().and((compound) -> compound.last().equals("value")),
				Shape.NONE, "auth-header-value", "app.salt-min-value")
		.row("variant of an algorithm",
				(compound) -> compound.shape() == Shape.CIPHER && VARIANTS.contains(compound.last()), Shape.CIPHER,
				"app.hmac-sha256", "crypto.aes-gcm")
		.row("attribute of what is no secret", SECRET.negate(), Shape.ANY, "cookie-name", "auth-url", "auth-max-age",
				"bearer-ttl", "access.jwt-id")
		.row("secret identifier", CompoundRules::isSecretId, Shape.NONE, "vault.secret-id")
		.row("bound or figure", Compound::hasFigure, Shape.NUMBER, "app.password-min-letters",
				"app.password-expiry-url", "signing.key-min")
		.row("quantity", Compound::isQuantity, Shape.NUMBER, "app.password-length", "token-time-to-live",
				"signing.key-size")
		.row("identifier or place",
				(compound) -> IDS.contains(compound.head()) || Vocabulary.PLACES.contains(compound.head()), Shape.ID,
				"app.token-url", "app.key-id")
		.row("fingerprint", (compound) -> FINGERPRINTS.contains(compound.head()), Shape.ANY, "gpg.key-fingerprint")
		.row("label",
				(compound) -> Vocabulary.LABELS.contains(compound.head())
						|| Vocabulary.DESCRIPTIONS.contains(compound.head()),
				Shape.LABEL, "app.secret-name")
		.row("attribute of a key",
				(compound) -> compound.noun().index() == 0 && compound.noun().word().startsWith("key")
						&& !KeyVocabulary.CONTENTS.contains(compound.last()),
				Shape.LABEL, "signing.key-thing")
		.row("other words", (compound) -> true, Compound::shape, "app.password-old");

	private CompoundRules() {
	}

	private static boolean isSecretId(Compound compound) {
		Noun noun = compound.noun();
		return compound.wordsAfterNoun() == 1 && compound.last().equals("id") && !noun.before().equals("manager")
				&& (noun.word().startsWith("secret") || noun.before().equals("access") || noun.before().equals("root"));
	}

}
