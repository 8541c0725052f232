package io.github.gmr.redact;

import java.util.List;

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
		Shape collected = collected();
		if (collected != Shape.ANY) {
			return collected;
		}
		boolean tainted = false;
		for (int i = 0; i < this.segments.size(); i++) {
			Shape shape = shape(i);
			boolean last = i == this.segments.size() - 1;
			if (last && (shape != Shape.ANY || !tainted)) {
				return shape;
			}
			tainted |= shape.isSecret();
		}
		return tainted ? shapeOfDescription(this.segments.get(this.segments.size() - 1)) : Shape.ANY;
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
			return shape;
		}
		if (!shape.isSecret()) {
			return Shape.ANY;
		}
		if (end == noun + 2 && isSecretId(segment, noun)) {
			return Shape.NONE;
		}
		Shape head = shapeOfHead(words.subList(0, end));
		if (head == Shape.NONE && noun == 0 && words.get(0).startsWith("key")) {
			return Vocabulary.KEY_CONTENTS.contains(words.get(end - 1)) ? shape : Shape.LABEL;
		}
		return (head == Shape.NONE) ? shape : head;
	}

	private boolean isSecretId(int segment, int noun) {
		List<String> words = this.segments.get(segment);
		return words.get(noun + 1).equals("id")
				&& (words.get(noun).startsWith("secret") || before(segment, noun).equals("access"));
	}

	private static Shape shapeOfHead(List<String> words) {
		String last = words.get(words.size() - 1);
		String head = Vocabulary.isHead(last) ? last : Vocabulary.head(last);
		if (isQuantity(words, head)) {
			return Shape.NUMBER;
		}
		return (Vocabulary.PLACES.contains(head) || Vocabulary.LABELS.contains(head)) ? Shape.LABEL : Shape.NONE;
	}

	private static Shape shapeOfDescription(List<String> words) {
		String head = words.get(words.size() - 1);
		if (isQuantity(words, head)) {
			return Shape.NUMBER;
		}
		return Vocabulary.DESCRIPTIONS.contains(head) ? Shape.LABEL : Shape.SMALL_NUMBER;
	}

	private static boolean isQuantity(List<String> words, String head) {
		boolean timeToLive = head.equals("live") && words.size() > 2 && words.contains("time");
		return timeToLive || Vocabulary.QUANTITIES.contains(head);
	}

	private Shape shapeOfNoun(int segment, int index) {
		String word = this.segments.get(segment).get(index);
		String before = before(segment, index);
		if (word.equals("key") || word.equals("keys")) {
			Shape shape = shapeOfKey(before, after(segment, index));
			return (shape == Shape.KEY && index == 0 && !Vocabulary.SECRET_KEYS.contains(before)) ? Shape.WORD_KEY
					: shape;
		}
		if (!Vocabulary.SECRETS.contains(word)) {
			return shapeOfHint(word, before);
		}
		if (word.startsWith("token")) {
			return shapeOfToken(this.segments.get(segment).get(0), before);
		}
		if (word.equals("pass") && Vocabulary.OPEN_PASSES.contains(before)) {
			return Shape.ANY;
		}
		return word.startsWith("cred") ? Shape.FILE : Shape.NONE;
	}

	private static Shape shapeOfKey(String before, String after) {
		boolean open = before.isEmpty() || Vocabulary.OPEN_KEYS.contains(singular(before));
		return (open || after.equals("values")) ? Shape.ANY : Shape.KEY;
	}

	private static Shape shapeOfToken(String first, String before) {
		if (Vocabulary.COUNTS.contains(first)) {
			return Shape.NUMBER;
		}
		return Vocabulary.OPEN_TOKENS.contains(before) ? Shape.LABEL : Shape.SMALL_NUMBER;
	}

	private static Shape shapeOfHint(String word, String before) {
		return switch (word) {
			case "auth", "authorization" -> Shape.SCHEME;
			case "cookie", "cookies" -> Shape.COOKIE;
			case "jwt", "bearer", "hmac", "sessionid", "nonce", "sas", "salt", "pepper" -> Shape.BARE;
			case "signature" -> Shape.LABEL;
			case "seed" -> Shape.NUMBER;
			case "dsn" -> Shape.ADDRESS;
			case "config" -> before.equals("jaas") ? Shape.BARE : Shape.ANY;
			case "basic" -> Shape.USER_INFO;
			case "private" -> Vocabulary.SECRET_KEYS.contains(before) ? Shape.KEY : Shape.ANY;
			case "id" -> before.equals("session") ? Shape.BARE : Shape.ANY;
			case "basicauth", "userinfo", "authinfo", "users" -> Shape.USER_INFO;
			case "info" -> Vocabulary.PERSONS.contains(before) ? Shape.USER_INFO : Shape.ANY;
			case "ticket" -> Vocabulary.LOGINS.contains(before) ? Shape.BARE : Shape.ANY;
			case "phrase" -> Vocabulary.PHRASES.contains(before) ? Shape.BARE : Shape.ANY;
			default -> Shape.ANY;
		};
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
