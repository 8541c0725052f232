package io.github.gmr.redact.name;

import java.util.List;
import java.util.Set;

/**
 * Rules for the segments of a name. The last noun decides: a {@code password-policy} is a
 * policy, a {@code policy-password} is a password. A segment that names a secret taints
 * those after it, unless the last of them has a harmless noun.
 */
final class SegmentRules {

	private final List<List<String>> segments;

	private SegmentRules(List<List<String>> segments) {
		this.segments = segments;
	}

	static Shape shape(List<List<String>> segments) {
		return new SegmentRules(segments).shape();
	}

	private Shape shape() {
		Shape shape = shapeOfName();
		return (shape.isSecret() && isTranslated()) ? Shape.LABEL : shape;
	}

	private boolean isTranslated() {
		return this.segments.subList(0, this.segments.size() - 1)
			.stream()
			.anyMatch((segment) -> segment.equals(Vocabulary.I18N)
					|| Vocabulary.TRANSLATIONS.contains(segment.get(segment.size() - 1)));
	}

	private Shape shapeOfName() {
		Shape collected = collected();
		if (collected != Shape.ANY) {
			return collected;
		}
		int last = this.segments.size() - 1;
		Shape own = (last >= 0) ? shape(last) : Shape.ANY;
		if (own != Shape.ANY) {
			return own;
		}
		int secret = last - 1;
		while (secret >= 0 && !shape(secret).isSecret()) {
			secret--;
		}
		return (secret >= 0) ? shapeBelow(secret) : Shape.ANY;
	}

	/**
	 * Return the shape of what stands below the name of a secret. Below a plural the last
	 * segment may be the key of a map of secrets.
	 */
	private Shape shapeBelow(int secret) {
		int last = this.segments.size() - 1;
		for (int i = secret + 1; i < last; i++) {
			if (Vocabulary.ANNOTATIONS.contains(last(i))) {
				return Shape.LABEL;
			}
		}
		boolean map = last(secret).endsWith("s");
		Shape shape = shapeOfDescription(this.segments.get(last), map);
		return (shape == Shape.SMALL_NUMBER && shape(secret) == Shape.WORD_KEY) ? Shape.WORD_KEY : shape;
	}

	private String last(int segment) {
		List<String> words = this.segments.get(segment);
		return words.get(words.size() - 1);
	}

	/**
	 * Return the shape of what stands in a collection that holds no secrets.
	 */
	private Shape collected() {
		if (this.segments.size() < 2) {
			return Shape.ANY;
		}
		List<String> parent = this.segments.get(this.segments.size() - 2);
		String noun = parent.get(parent.size() - 1);
		if (shape(this.segments.size() - 1) == Shape.ANY || shape(this.segments.size() - 2) != Shape.ANY) {
			return Shape.ANY;
		}
		if (Vocabulary.FIGURES.contains(noun)) {
			return Shape.NUMBER;
		}
		return Vocabulary.COLLECTIONS.contains(noun) ? Shape.LABEL : Shape.ANY;
	}

	private Shape shape(int segment) {
		List<String> words = this.segments.get(segment);
		for (int i = words.size() - 1; i >= 0; i--) {
			Shape shape = shapeOfNoun(segment, i);
			if (shape != Shape.ANY) {
				return shapeOfCompound(segment, i, shape);
			}
		}
		return Shape.ANY;
	}

	/**
	 * Return the shape of a segment by the noun that ends it, or ends what stands before
	 * a preposition: a {@code token-validity-in-seconds} is a validity.
	 */
	private Shape shapeOfCompound(int segment, int noun, Shape shape) {
		List<String> words = this.segments.get(segment);
		int end = noun + 1;
		while (end < words.size() && !Vocabulary.PREPOSITIONS.contains(words.get(end))) {
			end++;
		}
		if (end == noun + 1) {
			boolean where = end == words.size() - 1 && shape.isSecret();
			return where ? Shape.LABEL : shape;
		}
		if (!shape.isSecret()) {
			return words.get(end - 1).equals("value") ? Shape.NONE : Shape.ANY;
		}
		if (end == noun + 2 && isSecretId(segment, noun)) {
			return Shape.NONE;
		}
		if (words.subList(noun + 1, words.size()).stream().anyMatch(SegmentRules::isFigure)) {
			return Shape.NUMBER;
		}
		Shape head = shapeOfHead(words.subList(0, end));
		if (head == Shape.NONE && noun == 0 && words.get(0).startsWith("key")) {
			return Vocabulary.KEY_CONTENTS.contains(words.get(end - 1)) ? shape : Shape.LABEL;
		}
		return (head == Shape.NONE) ? shape : head;
	}

	private boolean isSecretId(int segment, int noun) {
		List<String> words = this.segments.get(segment);
		String before = before(segment, noun);
		return words.get(noun + 1).equals("id") && !before.equals("manager")
				&& (words.get(noun).startsWith("secret") || before.equals("access") || before.equals("root"));
	}

	/**
	 * Return whether numbers stand under all names with this word after a noun.
	 */
	private static boolean isFigure(String word) {
		return Vocabulary.BOUNDS.contains(word) || Vocabulary.FIGURES.contains(word);
	}

	private static Shape shapeOfHead(List<String> words) {
		String last = words.get(words.size() - 1);
		String head = Vocabulary.isHead(last) ? last : Vocabulary.head(last);
		if (isQuantity(words, head)) {
			return Shape.NUMBER;
		}
		if (head.equals("id") || head.equals("ids") || Vocabulary.PLACES.contains(head)) {
			return Shape.ID;
		}
		return (Vocabulary.LABELS.contains(head) || Vocabulary.DESCRIPTIONS.contains(head)) ? Shape.LABEL : Shape.NONE;
	}

	private static Shape shapeOfDescription(List<String> words, boolean map) {
		String head = words.get(words.size() - 1);
		if (isQuantity(words, head) || words.stream().anyMatch(SegmentRules::isFigure)) {
			return Shape.NUMBER;
		}
		boolean description = !map
				&& words.stream().allMatch((word) -> Vocabulary.isHead(word) && !Vocabulary.OWNERS.contains(word));
		return (description || Vocabulary.DESCRIPTIONS.contains(head)) ? Shape.LABEL : Shape.SMALL_NUMBER;
	}

	private static boolean isQuantity(List<String> words, String head) {
		boolean timeToLive = head.equals("live") && words.size() > 2 && words.contains("time");
		return timeToLive || Vocabulary.QUANTITIES.contains(head);
	}

	private Shape shapeOfNoun(int segment, int index) {
		String word = this.segments.get(segment).get(index);
		String before = before(segment, index);
		if (word.equals("key") || word.equals("keys")) {
			Shape shape = shapeOfKey(segment, before, after(segment, index));
			return (shape == Shape.KEY && !before.equals("primary") && !Vocabulary.SECRET_KEYS.contains(before))
					? Shape.WORD_KEY : shape;
		}
		if (!Vocabulary.SECRETS.contains(word)) {
			return shapeOfHint(segment, word, before);
		}
		if (word.startsWith("token")) {
			return shapeOfToken(this.segments.get(segment).get(0), before);
		}
		if (word.equals("pass") && Vocabulary.OPEN_PASSES.contains(before)) {
			return Shape.ANY;
		}
		if (word.startsWith("secret") && before.equals("pull")) {
			return Shape.LABEL;
		}
		return word.startsWith("cred") ? Shape.FILE : Shape.NONE;
	}

	private Shape shapeOfKey(int segment, String before, String after) {
		boolean open = before.isEmpty() || Vocabulary.OPEN_KEYS.contains(before)
				|| Vocabulary.OPEN_KEYS.contains(singular(before));
		if (before.isEmpty() && Vocabulary.KEY_BYTES.contains(after)) {
			return Shape.KEY;
		}
		boolean account = before.equals("primary") && stands(segment, Vocabulary.ACCOUNTS);
		return (open && !account || after.equals("values")) ? Shape.ANY : Shape.KEY;
	}

	/**
	 * Return whether one of some words stands in a segment or before it.
	 */
	private boolean stands(int segment, Set<String> words) {
		return this.segments.subList(0, segment + 1).stream().flatMap(List::stream).anyMatch(words::contains);
	}

	private static Shape shapeOfToken(String first, String before) {
		if (Vocabulary.COUNTS.contains(first)) {
			return Shape.NUMBER;
		}
		return Vocabulary.OPEN_TOKENS.contains(before) ? Shape.LABEL : Shape.SMALL_NUMBER;
	}

	private Shape shapeOfHint(int segment, String word, String before) {
		if (Vocabulary.KEY_FILES.contains(word)) {
			return holdsContents(segment, word, before) ? Shape.FILE : Shape.ANY;
		}
		Shape shape = shapeInCompany(segment, word, before);
		return (shape != Shape.ANY) ? shape : shapeAlone(word);
	}

	/**
	 * Return the shape of a word that is a hint in the company of certain others only.
	 */
	private Shape shapeInCompany(int segment, String word, String before) {
		return switch (word) {
			case "code", "codes" -> where(Vocabulary.CODES.contains(before), Shape.NONE);
			case "cookie", "cookies" -> where(before.equals("erlang"), Shape.NONE);
			case "team" -> where(before.equals("honeycomb"), Shape.NONE);
			case "community" -> where(stands(segment, Set.of("snmp")), Shape.NONE);
			case "sas" -> where(stands(segment, Set.of("azure")), Shape.KEY);
			case "private" -> where(Vocabulary.SECRET_KEYS.contains(before) && last(segment).equals(word), Shape.KEY);
			case "sk" -> where(!Vocabulary.LANGUAGES.contains(singular(before)), Shape.WORD_KEY);
			case "config" -> where(before.equals("jaas"), Shape.BARE);
			case "id" -> where(before.equals("session"), Shape.BARE);
			case "ticket" -> where(Vocabulary.LOGINS.contains(before), Shape.BARE);
			case "phrase" -> where(Vocabulary.PHRASES.contains(before), Shape.BARE);
			case "info" -> where(Vocabulary.PERSONS.contains(before), Shape.USER_INFO);
			default -> Shape.ANY;
		};
	}

	private static Shape where(boolean hint, Shape shape) {
		return hint ? shape : Shape.ANY;
	}

	/**
	 * Return the shape of a word that is a hint wherever it stands.
	 */
	private static Shape shapeAlone(String word) {
		return switch (word) {
			case "auth", "authorization" -> Shape.SCHEME;
			case "cookie", "cookies" -> Shape.COOKIE;
			case "jwt", "bearer", "hmac", "sas", "sessionid", "nonce", "salt", "pepper" -> Shape.BARE;
			case "basic", "basicauth", "userinfo", "authinfo", "users" -> Shape.USER_INFO;
			case "license", "licence", "authentication", "signature" -> Shape.LABEL;
			case "seed" -> Shape.NUMBER;
			case "dsn" -> Shape.ADDRESS;
			default -> Shape.ANY;
		};
	}

	/**
	 * Return whether a file that holds keys is itself the value, and not its name.
	 */
	private boolean holdsContents(int segment, String word, String before) {
		return Vocabulary.KEY_CONTENTS.contains(last(segment)) && (!word.equals("account") || before.equals("service"));
	}

	private static String singular(String word) {
		return (word.endsWith("s") && !word.endsWith("ss")) ? word.substring(0, word.length() - 1) : word;
	}

	private String after(int segment, int index) {
		List<String> words = this.segments.get(segment);
		return (index + 1 < words.size()) ? words.get(index + 1) : "";
	}

	private String before(int segment, int index) {
		if (index > 0) {
			return this.segments.get(segment).get(index - 1);
		}
		if (segment == 0) {
			return "";
		}
		List<String> previous = this.segments.get(segment - 1);
		return previous.get(previous.size() - 1);
	}

}
