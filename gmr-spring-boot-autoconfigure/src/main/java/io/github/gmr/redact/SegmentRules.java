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
		boolean tainted = false;
		for (int i = 0; i < this.segments.size(); i++) {
			Shape shape = shape(i);
			boolean last = i == this.segments.size() - 1;
			if (last && (shape != Shape.ANY || !tainted)) {
				return shape;
			}
			tainted |= taints(shape);
		}
		return tainted ? shapeOfDescription(this.segments.get(this.segments.size() - 1)) : Shape.ANY;
	}

	private static boolean taints(Shape shape) {
		return shape == Shape.NONE || shape == Shape.SMALL_NUMBER || shape == Shape.FILE;
	}

	private Shape shape(int segment) {
		List<String> words = this.segments.get(segment);
		for (int i = words.size() - 1; i >= 0; i--) {
			Shape shape = shapeOfNoun(segment, i);
			if (shape != Shape.ANY) {
				return (i == words.size() - 1) ? shape : shapeAfter(segment, i);
			}
		}
		return Shape.ANY;
	}

	private Shape shapeAfter(int segment, int noun) {
		List<String> words = this.segments.get(segment);
		String word = words.get(noun);
		boolean id = noun == words.size() - 2 && words.get(noun + 1).equals("id");
		if (id && (word.startsWith("secret") || before(segment, noun).equals("access"))) {
			return Shape.NONE;
		}
		return (isWay(word) || word.startsWith("cookie")) ? Shape.ANY : shapeOfHead(words);
	}

	private static boolean isWay(String word) {
		return word.equals("auth") || word.equals("authorization") || word.equals("jwt") || word.equals("seed");
	}

	private static Shape shapeOfHead(List<String> words) {
		String head = words.get(words.size() - 1);
		if (Vocabulary.QUANTITIES.contains(head)) {
			return Shape.NUMBER;
		}
		if (Vocabulary.PLACES.contains(head)) {
			return Shape.PLACE;
		}
		return Vocabulary.LABELS.contains(head) ? Shape.LABEL : Shape.NONE;
	}

	private static Shape shapeOfDescription(List<String> words) {
		String head = words.get(words.size() - 1);
		if (Vocabulary.QUANTITIES.contains(head)) {
			return Shape.NUMBER;
		}
		return Vocabulary.DESCRIPTIONS.contains(head) ? Shape.LABEL : Shape.NONE;
	}

	private Shape shapeOfNoun(int segment, int index) {
		String word = this.segments.get(segment).get(index);
		if (word.equals("key") || word.equals("keys")) {
			return shapeOfKey(before(segment, index));
		}
		if (word.startsWith("token") && Vocabulary.SECRETS.contains(word)) {
			return Vocabulary.COUNTS.contains(this.segments.get(segment).get(0)) ? Shape.NUMBER : Shape.SMALL_NUMBER;
		}
		if (word.startsWith("cred")) {
			return Vocabulary.SECRETS.contains(word) ? Shape.FILE : Shape.ANY;
		}
		if (word.equals("config") && before(segment, index).equals("jaas")) {
			return Shape.NONE;
		}
		return Vocabulary.SECRETS.contains(word) ? Shape.NONE : shapeOfHint(word);
	}

	private static Shape shapeOfKey(String qualifier) {
		return (qualifier.isEmpty() || Vocabulary.OPEN_KEYS.contains(qualifier)) ? Shape.ANY : Shape.SMALL_NUMBER;
	}

	private static Shape shapeOfHint(String word) {
		return switch (word) {
			case "auth", "authorization" -> Shape.SCHEME;
			case "cookie", "cookies" -> Shape.COOKIE;
			case "jwt", "bearer", "nonce", "signature" -> Shape.LABEL;
			case "seed" -> Shape.NUMBER;
			default -> Shape.ANY;
		};
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
