package io.github.gmr.view;

import io.github.gmr.redact.VisibleText;

/**
 * Makes text fit into every format, as {@link VisibleText} does, whether it was masked or
 * not.
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
		return VisibleText.of(text, "\n\t");
	}

	/**
	 * Return text of one line, line feeds escaped, too.
	 * @param text the text
	 * @return the same text, visible, without a line feed
	 */
	static String line(String text) {
		return VisibleText.of(text, "");
	}

}
