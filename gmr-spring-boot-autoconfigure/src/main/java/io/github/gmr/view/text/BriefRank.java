package io.github.gmr.view.text;

/**
 * What a brief report consists of, the most important first: what has no room goes from
 * the end.
 */
enum BriefRank {

	/**
	 * What each report has.
	 */
	FRAME("lines about the report", 220),

	/**
	 * The sentence of a finding.
	 */
	FINDING("findings", 600),

	/**
	 * What else a finding says.
	 */
	DETAIL("lines about findings", 300),

	/**
	 * How many threads there are, and a large group of them.
	 */
	THREADS("lines about threads", 300),

	/**
	 * How many requests there are, and an old one of them.
	 */
	REQUESTS("lines about requests", 300),

	/**
	 * A line of a section that was asked for alone.
	 */
	SECTION("lines", 600);

	private final String words;

	private final int length;

	BriefRank(String words, int length) {
		this.words = words;
		this.length = length;
	}

	/**
	 * Return what several of this rank are called.
	 * @return the words
	 */
	String words() {
		return this.words;
	}

	/**
	 * Return how long a line may be.
	 * @return the number of characters
	 */
	int length() {
		return this.length;
	}

}
