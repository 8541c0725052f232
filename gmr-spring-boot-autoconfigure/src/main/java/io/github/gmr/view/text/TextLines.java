package io.github.gmr.view.text;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes the lines of a text report. A line of data cannot be mistaken for a line of the
 * report itself: where it would look like one it is indented.
 */
final class TextLines {

	static final int WIDTH = 72;

	private static final int TITLE_WIDTH = 64;

	private static final String RULE = "=".repeat(WIDTH);

	private static final String BAR = "====";

	private static final String INDENT = "  ";

	private final Writer writer;

	private final String indent;

	TextLines(Writer writer) {
		this(writer, "");
	}

	private TextLines(Writer writer, String indent) {
		this.writer = writer;
		this.indent = indent;
	}

	/**
	 * Return lines that are indented by one more level.
	 * @return the deeper lines
	 */
	TextLines deeper() {
		return new TextLines(this.writer, this.indent + INDENT);
	}

	TextLines head(String title) throws IOException {
		line(RULE);
		line(BAR + centered(title, TITLE_WIDTH) + BAR);
		return line(RULE);
	}

	/**
	 * Write a line of the report's own making, as it is.
	 * @param line the line
	 * @return these lines
	 * @throws IOException if the output fails
	 */
	TextLines line(String line) throws IOException {
		this.writer.write(line);
		this.writer.write('\n');
		return this;
	}

	/**
	 * Write a horizontal line of the report's own making, indented like data.
	 * @param stroke what it consists of
	 * @param width how many strokes
	 * @return these lines
	 * @throws IOException if the output fails
	 */
	TextLines rule(char stroke, int width) throws IOException {
		return line(this.indent + String.valueOf(stroke).repeat(width));
	}

	/**
	 * Write text of one or more lines that comes from somewhere else, each line indented.
	 * @param text the text
	 * @return these lines
	 * @throws IOException if the output fails
	 */
	TextLines data(String text) throws IOException {
		int start = 0;
		for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
			dataLine(text.substring(start, end));
			start = end + 1;
		}
		return dataLine(text.substring(start));
	}

	Writer writer() {
		return this.writer;
	}

	private TextLines dataLine(String line) throws IOException {
		this.writer.write((this.indent.isEmpty() && looksLikeOurs(line)) ? INDENT : this.indent);
		return line(line);
	}

	private static boolean looksLikeOurs(String line) {
		return line.startsWith("==") || line.startsWith("--") || line.startsWith("||");
	}

	static String centered(String text, int width) {
		String cut = (text.length() > width) ? text.substring(0, width) : text;
		int left = (width - cut.length()) / 2;
		return " ".repeat(left) + cut + " ".repeat(width - cut.length() - left);
	}

}
