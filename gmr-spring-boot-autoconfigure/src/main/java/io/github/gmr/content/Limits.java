package io.github.gmr.content;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much content may hold.
 */
final class Limits {

	/**
	 * Levels that composites may nest.
	 */
	static final int MAX_DEPTH = 16;

	/**
	 * Entries of one composite, and values of one conversion.
	 */
	static final int MAX_ENTRIES = 10_000;

	/**
	 * Entries beyond the limit that are counted. Some iterables never end.
	 */
	static final int MAX_COUNTED = 1_000_000;

	private static final Pattern MORE = Pattern.compile("\\.\\.\\. (?:at least )?(\\d{1,12}) more");

	private Limits() {
	}

	static String more(long omitted) {
		return "... " + ((omitted < MAX_COUNTED) ? "" : "at least ") + omitted + " more";
	}

	/**
	 * Count entries that are left out, those that were left out before among them.
	 * @param omitted the entries
	 * @return the words for their number
	 */
	static Text more(Collection<Content> omitted) {
		return new Text(more(omitted.stream().mapToLong(Limits::count).sum()));
	}

	/**
	 * Return how many entries a line stands for.
	 * @param line the line
	 * @return one, or the number of those that it counts
	 */
	static long count(String line) {
		Matcher more = MORE.matcher(line);
		return more.matches() ? Long.parseLong(more.group(1)) : 1;
	}

	private static long count(Content entry) {
		return (entry instanceof Text text) ? count(text.text()) : 1;
	}

	/**
	 * Return the content, or a text in its place if it could not stand one level deeper.
	 * @param content the content to nest
	 * @return the content to use
	 */
	static Content nested(Content content) {
		return (Depth.of(content) < MAX_DEPTH) ? content : tooDeep();
	}

	static Text tooDeep() {
		return new Text("... nested deeper than " + MAX_DEPTH + " levels");
	}

}
