package io.github.gmr.content;

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

	private Limits() {
	}

	static String more(long omitted) {
		return "... " + ((omitted < MAX_COUNTED) ? "" : "at least ") + omitted + " more";
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
