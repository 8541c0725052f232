package io.github.gmr.view.text;

/**
 * Keeps a text on one line.
 */
final class Line {

	private Line() {
	}

	static String of(String text) {
		return (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) ? text
				: text.replace("\r", "\\r").replace("\n", "\\n");
	}

}
