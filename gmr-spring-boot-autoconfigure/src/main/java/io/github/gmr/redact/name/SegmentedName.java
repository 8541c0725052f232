package io.github.gmr.redact.name;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A name and what each of its segments says of the values under it. Immutable.
 */
final class SegmentedName {

	private final String text;

	private final List<List<String>> segments;

	private final List<Shape> shapes;

	private final int secret;

	/**
	 * Judge each segment of a name by its last noun.
	 * @param text the whole name
	 * @param segments its words, by segment
	 */
	SegmentedName(String text, List<List<String>> segments) {
		this.text = text;
		this.segments = segments;
		this.shapes = IntStream.range(0, segments.size()).mapToObj(this::shapeOfSegment).toList();
		this.secret = (own() == Shape.ANY) ? lastSecret() : -1;
	}

	private Shape shapeOfSegment(int segment) {
		for (int i = this.segments.get(segment).size() - 1; i >= 0; i--) {
			Noun noun = new Noun(this.segments, segment, i);
			Shape shape = NounRules.shape(noun);
			if (shape != Shape.ANY) {
				return CompoundRules.TABLE.decide(Compound.of(noun, shape));
			}
		}
		return Shape.ANY;
	}

	private int lastSecret() {
		int segment = this.shapes.size() - 1;
		while (segment >= 0 && !this.shapes.get(segment).isSecret()) {
			segment--;
		}
		return segment;
	}

	String text() {
		return this.text;
	}

	List<List<String>> segments() {
		return this.segments;
	}

	/**
	 * Return what the last segment says.
	 * @return its shape, {@link Shape#ANY} if it says nothing
	 */
	Shape own() {
		return this.shapes.isEmpty() ? Shape.ANY : this.shapes.get(this.shapes.size() - 1);
	}

	/**
	 * Return whether the last segment says nothing, but one before it is the name of a
	 * secret.
	 * @return whether the name is below that of a secret
	 */
	boolean isBelowSecret() {
		return this.secret >= 0;
	}

	/**
	 * Return what the nearest secret above the last segment is.
	 * @return its shape, {@link Shape#ANY} if there is none
	 */
	Shape shapeAbove() {
		return isBelowSecret() ? this.shapes.get(this.secret) : Shape.ANY;
	}

	/**
	 * Return whether the nearest secret above is a plural, so that the last segment may
	 * be the key of a map of secrets.
	 * @return whether it ends with an s
	 */
	boolean isInMap() {
		return isBelowSecret() && noun(this.secret).endsWith("s");
	}

	/**
	 * Return whether the nearest secret above consists of a user and a password.
	 * @return whether a user below it is no secret
	 */
	boolean isBelowCredentials() {
		return isBelowSecret() && noun(this.secret).startsWith("cred");
	}

	/**
	 * Return the words of the last segment.
	 * @return the words, none if the name has no letters
	 */
	List<String> lastWords() {
		return this.segments.isEmpty() ? List.of() : this.segments.get(this.segments.size() - 1);
	}

	/**
	 * Return whether the last segment says something, and the one before it is a
	 * collection and says nothing.
	 * @param nouns the last words of collections
	 * @return whether the name is that of an element of a collection
	 */
	boolean isCollectedIn(Set<String> nouns) {
		int parent = this.segments.size() - 2;
		return parent >= 0 && own() != Shape.ANY && this.shapes.get(parent) == Shape.ANY
				&& nouns.contains(noun(parent));
	}

	/**
	 * Return whether one of some words ends a segment between the nearest secret above
	 * and the last segment.
	 * @param nouns the words
	 * @return whether there is such a segment
	 */
	boolean hasBelowSecret(Set<String> nouns) {
		return isBelowSecret()
				&& IntStream.range(this.secret + 1, this.segments.size() - 1).anyMatch((i) -> nouns.contains(noun(i)));
	}

	/**
	 * Return whether one of some words ends the segment before the last.
	 * @param nouns the words
	 * @return whether the name is one below such a noun
	 */
	boolean isBelow(Set<String> nouns) {
		return this.segments.size() > 1 && nouns.contains(noun(this.segments.size() - 2));
	}

	private String noun(int segment) {
		List<String> words = this.segments.get(segment);
		return words.get(words.size() - 1);
	}

}
