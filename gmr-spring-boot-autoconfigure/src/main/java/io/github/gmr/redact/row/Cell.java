package io.github.gmr.redact.row;

/**
 * A part of a line or a list that stands between two delimiters.
 *
 * @param start the first character that is neither white space nor a quotation mark
 * @param end the index after the last such character
 */
record Cell(int start, int end) {

	private static final String QUOTES = "\"'`";

	/**
	 * Return a cell without what stands around its text.
	 * @param source the text that has the cell
	 * @param from the index after the delimiter before the cell
	 * @param to the index of the delimiter after it
	 * @return the cell, maybe empty
	 */
	static Cell of(String source, int from, int to) {
		int start = from;
		int end = to;
		while (start < end && isAround(source.charAt(start))) {
			start++;
		}
		while (end > start && isAround(source.charAt(end - 1))) {
			end--;
		}
		return new Cell(start, end);
	}

	private static boolean isAround(char ch) {
		return Character.isWhitespace(ch) || QUOTES.indexOf(ch) >= 0;
	}

	String text(String source) {
		return source.substring(this.start, this.end);
	}

	boolean isEmpty() {
		return this.start == this.end;
	}

}
