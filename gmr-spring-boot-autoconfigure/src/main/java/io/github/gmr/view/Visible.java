package io.github.gmr.view;

/**
 * Makes text fit into every format: what no XML document may hold, and what would hide or
 * reorder other text, is written as <code>&#92;uXXXX</code>.
 */
final class Visible {

	private Visible() {
	}

	/**
	 * Return text of one or more lines.
	 * @param text the text
	 * @return the same text, visible
	 */
	static String of(String text) {
		return of(text, true);
	}

	/**
	 * Return text of one line, line feeds escaped, too.
	 * @param text the text
	 * @return the same text, visible, without a line feed
	 */
	static String line(String text) {
		return of(text, false);
	}

	private static String of(String text, boolean lines) {
		for (int i = 0; i < text.length(); i++) {
			if (!isPlain(text.charAt(i), lines)) {
				return escape(text, i, lines);
			}
		}
		return text;
	}

	private static boolean isPlain(int ch, boolean lines) {
		return (ch >= ' ' && ch < 0x7f) || (lines && (ch == '\n' || ch == '\t'));
	}

	private static String escape(String text, int from, boolean lines) {
		StringBuilder result = new StringBuilder(text.length() + 16).append(text, 0, from);
		for (int i = from; i < text.length();) {
			int codePoint = text.codePointAt(i);
			if (isPlain(codePoint, lines) || isVisible(codePoint)) {
				result.appendCodePoint(codePoint);
			}
			else {
				text.substring(i, i + Character.charCount(codePoint))
					.chars()
					.forEach((ch) -> result.append(String.format("\\u%04x", ch)));
			}
			i += Character.charCount(codePoint);
		}
		return result.toString();
	}

	private static boolean isVisible(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE ->
				false;
			default -> (codePoint & 0xfffe) != 0xfffe;
		};
	}

}
