package io.github.gmr.redact.name;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Decides by the words of a name which values may be shown under it. Safe for use by many
 * threads.
 */
public final class NameRules {

	private static final int MAX_REMEMBERED = 20_000;

	private static final int MAX_NAME = 512;

	/**
	 * Makes a placeholder an ordinary text.
	 */
	private static final String ESCAPE = "\\";

	private final List<List<String>> secret;

	private final List<List<String>> allowed;

	private final Map<String, Shape> shapes = new ConcurrentHashMap<>();

	/**
	 * Create the built-in rules with some of the user.
	 * @param secret names of more secrets; each hides the values under every name that
	 * contains its words
	 * @param allowed names of what is to be shown; each allows every name that ends with
	 * its words
	 */
	public NameRules(Collection<String> secret, Collection<String> allowed) {
		this.secret = secret.stream().map(Words::of).filter((words) -> !words.isEmpty()).toList();
		this.allowed = allowed.stream().map(Words::of).filter((words) -> !words.isEmpty()).toList();
	}

	/**
	 * Return whether a value is a secret because of its name.
	 * @param name the name
	 * @param value the value
	 * @return whether to mask the value
	 */
	public boolean hides(String name, String value) {
		return !shape(name).admits(value);
	}

	/**
	 * Return whether a value is a secret because of its name. What looks like a
	 * placeholder in it is none.
	 * @param name the name
	 * @param value the value, as the application gets it
	 * @return whether to mask the value
	 */
	public boolean hidesResolved(String name, String value) {
		return hides(name, value.contains("${") ? ESCAPE + value : value);
	}

	/**
	 * Return whether the user wants the values under this name to be shown.
	 * @param name the name
	 * @return whether the name is allowed
	 */
	public boolean allows(String name) {
		if (this.allowed.isEmpty()) {
			return false;
		}
		List<String> words = Words.of(name);
		return this.allowed.stream().anyMatch((allowed) -> endsWith(words, allowed));
	}

	/**
	 * Return what values under this name must look like.
	 * @param name the name
	 * @return the shape
	 */
	public Shape shape(String name) {
		if (name.length() > MAX_NAME) {
			return Shape.NONE;
		}
		Shape known = this.shapes.get(name);
		if (known != null) {
			return known;
		}
		Shape shape = allows(name) ? Shape.ANY : shapeOf(name);
		if (this.shapes.size() < MAX_REMEMBERED) {
			this.shapes.put(name, shape);
		}
		return shape;
	}

	/**
	 * Return the words for secrets, alone or within names.
	 * @return words of at least three letters, in lower case
	 */
	public List<String> nouns() {
		return Stream
			.of(Vocabulary.SECRETS.stream(), NounRules.nouns().stream(),
					this.secret.stream().map((words) -> words.get(0)))
			.flatMap(Function.identity())
			.filter((word) -> word.length() > 2)
			.distinct()
			.toList();
	}

	/**
	 * Return whether a word may be a part of the name of a setting, as in
	 * {@code password policy}.
	 * @param word the word in lower case
	 * @return whether it is a noun that is known
	 */
	public static boolean isPartOfNames(String word) {
		return Vocabulary.isHead(word) || Vocabulary.SECRETS.contains(word) || NounRules.nouns().contains(word);
	}

	private Shape shapeOf(String name) {
		List<List<String>> segments = Words.bySegment(name);
		if (!this.secret.isEmpty() && isAdditional(segments.stream().flatMap(List::stream).toList())) {
			return Shape.NONE;
		}
		return SegmentRules.TABLE.decide(new SegmentedName(name, segments));
	}

	private boolean isAdditional(List<String> words) {
		return this.secret.stream().anyMatch((secret) -> Collections.indexOfSubList(words, secret) >= 0);
	}

	private static boolean endsWith(List<String> words, List<String> end) {
		return words.size() >= end.size() && words.subList(words.size() - end.size(), words.size()).equals(end);
	}

}
