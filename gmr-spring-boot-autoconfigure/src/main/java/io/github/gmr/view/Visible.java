package io.github.gmr.view;

import io.github.gmr.content.text.VisibleText;

/**
 * Makes text fit into every format, as {@link VisibleText} does, whether it was masked or
 * not.
 */
public final class Visible {

	private Visible() {
	}

	/**
	 * Return text of one or more lines.
	 * @param text the text
	 * @return the same text, visible
	 */
	public static String of(String text) {
		return VisibleText.of(text, "\n\t");
	}

	/**
	 * Return text of one line, line feeds escaped, too.
	 * @param text the text
	 * @return the same text, visible, without a line feed
	 */
	public static String line(String text) {
		return VisibleText.of(text, "");
	}

}
