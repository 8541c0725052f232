package io.github.gmr.redact.name;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the segments of a name say of the values under it. A segment that names a secret
 * taints those after it, unless the last of them has a harmless noun. Where no row
 * matches, the name is harmless.
 */
final class SegmentRules {

	/**
	 * Collects what is said about the things above.
	 */
	private static final Set<String> ANNOTATIONS = Vocabulary
		.words("labels annotations tags names descriptions messages paths");

	/**
	 * Collects texts for people, wherever it stands in a name.
	 */
	private static final Set<String> TRANSLATIONS = Vocabulary.words("labels translations captions tooltips");

	private static final List<String> I18N = List.of("i", "n");

	/**
	 * Collects what stands below: texts, addresses, figures. A {@code labels.password} is
	 * a label.
	 */
	private static final Set<String> COLLECTIONS = Vocabulary.words("""
			labels messages texts translations captions titles tooltips hints descriptions errors routes paths
			urls uris endpoints links pages views templates icons images topics queues tables columns names
			features menus buttons sql queries statements""");

	/**
	 * Ends the name of what only says where a secret is.
	 */
	private static final Set<String> REFERENCES = Vocabulary.words("ref refs reference references");

	/**
	 * Names whose secret it is in a map of secrets.
	 */
	private static final Set<String> PERSONS = Vocabulary.words("user login principal client owner role");

	private static final Predicate<SegmentedName> BELOW = SegmentedName::isBelowSecret;

	private static final Predicate<SegmentedName> SECRET = (name) -> name.own().isSecret();

	static final RuleTable<SegmentedName> TABLE = RuleTable.<SegmentedName>empty()
		.row("working directory",
				(name) -> name.text().equalsIgnoreCase("pwd") || name.text().equalsIgnoreCase("oldpwd"),
				Shape.DIRECTORY, "PWD", "OLDPWD")
		.row("class of an exception", (name) -> name.text().endsWith("Exception") || name.text().endsWith("Error"),
				Shape.ANY, "io.jsonwebtoken.ExpiredJwtException", "com.acme.TokenError")
		.row("reference to a secret", (name) -> name.isBelow(REFERENCES), Shape.LABEL, "secretKeyRef.key",
				"app.secret-ref.name")
		.row("logger", SegmentRules::isLogger, Shape.LABEL, "logging.level.com.acme.password")
		.row("collection of figures", (name) -> name.isCollectedIn(Vocabulary.FIGURES), Shape.NUMBER, "ttls.password",
				"timeouts.license", "i18n.ttls.password")
		.row("collection of texts or places", (name) -> name.isCollectedIn(COLLECTIONS), Shape.LABEL, "labels.password",
				"messages.seed")
		.row("harmless noun", SECRET.negate().and((name) -> name.own() != Shape.ANY), SegmentedName::own,
				"app.secret.token-url")
		.row("annotation of a secret", (name) -> name.hasBelowSecret(ANNOTATIONS), Shape.LABEL,
				"app.secrets.labels.app", "app.secrets.labels.length", "app.colour-key.tags.blue")
		.row("figure about a secret", BELOW.and(SegmentRules::isFigure), Shape.NUMBER, "app.password.length",
				"app.colour-key.length", "i18n.password.length")
		.row("description of a secret", BELOW.and(SegmentRules::isDescription), Shape.LABEL, "credentials.username",
				"app.password.reader", "app.colour-key.name")
		.row("translation", BELOW.or(SECRET).and(SegmentRules::isTranslated), Shape.LABEL, "i18n.password",
				"i18n.password.abc", "i18n.colour-key.blue")
		.row("secret", SECRET, SegmentedName::own, "app.password")
		.row("element of a key", (name) -> name.shapeAbove() == Shape.WORD_KEY, Shape.WORD_KEY, "app.colour-key.blue")
		.row("element of a secret", BELOW, Shape.SMALL_NUMBER, "app.passwords.store");

	private SegmentRules() {
	}

	/**
	 * Return whether a logger is named, whose values are levels and other loggers.
	 */
	private static boolean isLogger(SegmentedName name) {
		List<List<String>> segments = name.segments();
		return segments.size() > 2 && segments.get(0).equals(List.of("logging"))
				&& (segments.get(1).equals(List.of("level")) || segments.get(1).equals(List.of("group")));
	}

	private static boolean isFigure(SegmentedName name) {
		List<String> words = name.lastWords();
		return Vocabulary.isQuantity(words, head(words)) || Vocabulary.containsFigure(words);
	}

	private static boolean isDescription(SegmentedName name) {
		List<String> words = name.lastWords();
		boolean description = !name.isInMap()
				&& words.stream().allMatch((word) -> Vocabulary.isHead(word) && !Vocabulary.OWNERS.contains(word));
		boolean owner = name.isInMap() && !name.isBelowCredentials() && PERSONS.contains(head(words));
		return description || (Vocabulary.DESCRIPTIONS.contains(head(words)) && !owner);
	}

	private static String head(List<String> words) {
		return words.get(words.size() - 1);
	}

	private static boolean isTranslated(SegmentedName name) {
		return name.segments()
			.subList(0, name.segments().size() - 1)
			.stream()
			.anyMatch((segment) -> segment.equals(I18N) || TRANSLATIONS.contains(head(segment)));
	}

}
