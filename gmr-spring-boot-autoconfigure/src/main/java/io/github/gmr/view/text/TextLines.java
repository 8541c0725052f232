package io.github.gmr.view.text;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes the lines of a text report. Only the report itself writes at the margin, so a
 * line of data cannot be mistaken for one of the report.
 */
final class TextLines {

	static final int WIDTH = 72;

	static final String INDENT = "  ";

	private static final int TITLE_WIDTH = 64;

	private static final String RULE = "=".repeat(WIDTH);

	private static final String BAR = "====";

	private final Writer writer;

	private final String indent;

	private final boolean belowFindings;

	TextLines(Writer writer) {
		this(writer, "", false);
	}

	private TextLines(Writer writer, String indent, boolean belowFindings) {
		this.writer = writer;
		this.indent = indent;
		this.belowFindings = belowFindings;
	}

	/**
	 * Return lines of a report whose findings stand at its top.
	 * @return the same lines, but for that
	 */
	TextLines belowFindings() {
		return new TextLines(this.writer, this.indent, true);
	}

	boolean isBelowFindings() {
		return this.belowFindings;
	}

	/**
	 * Return lines that are indented by one more level.
	 * @return the deeper lines
	 */
	TextLines deeper() {
		return new TextLines(this.writer, this.indent + INDENT, this.belowFindings);
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
	 * Write a line that begins with a word of the report or the name of a value. What
	 * follows a line feed stands deeper. A name that is no word stands deeper itself.
	 * @param text the text
	 * @return these lines
	 * @throws IOException if the output fails
	 */
	TextLines named(String text) throws IOException {
		int end = text.indexOf('\n');
		if (!beginsWithWord(text)) {
			return offMargin().data(text);
		}
		this.writer.write(this.indent);
		line((end < 0) ? text : text.substring(0, end));
		return (end < 0) ? this : deeper().data(text.substring(end + 1));
	}

	/**
	 * Begin a line with a word of the report or the name of a value. A name that is no
	 * word stands deeper.
	 * @param name the name, without line feed
	 * @return takes the rest of the line and its end
	 * @throws IOException if the output fails
	 */
	Writer begin(String name) throws IOException {
		this.writer.write((beginsWithWord(name) ? this : offMargin()).indent);
		return this.writer.append(name);
	}

	/**
	 * Write a row of a table, which begins with a space.
	 * @param row the row, a single line
	 * @return these lines
	 * @throws IOException if the output fails
	 */
	TextLines row(String row) throws IOException {
		return line(this.indent + row);
	}

	/**
	 * Write text of one or more lines that comes from somewhere else. No line of it
	 * stands at the margin, where it could be mistaken for a head, a thread or a line of
	 * a log.
	 * @param text the text
	 * @return these lines
	 * @throws IOException if the output fails
	 */
	TextLines data(String text) throws IOException {
		String indent = offMargin().indent;
		int start = 0;
		for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
			this.writer.write(indent);
			line(text.substring(start, end));
			start = end + 1;
		}
		this.writer.write(indent);
		return line(text.substring(start));
	}

	/**
	 * Return lines that do not stand at the margin.
	 * @return these lines, or deeper ones
	 */
	TextLines offMargin() {
		return this.indent.isEmpty() ? deeper() : this;
	}

	private static boolean beginsWithWord(String text) {
		return !text.isEmpty() && Character.isLetter(text.codePointAt(0));
	}

	Writer writer() {
		return this.writer;
	}

	static String centered(String text, int width) {
		String cut = (text.length() > width) ? text.substring(0, width) : text;
		int left = (width - cut.length()) / 2;
		return " ".repeat(left) + cut + " ".repeat(width - cut.length() - left);
	}

}
