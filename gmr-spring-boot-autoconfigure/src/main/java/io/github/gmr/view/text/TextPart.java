package io.github.gmr.view.text;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import io.github.gmr.redact.RedactedReport;
import io.github.gmr.view.ReportView;

/**
 * Writes a part of a report as plain text.
 *
 * @param lines writes its lines
 */
record TextPart(Lines lines) implements ReportView {

	static final String NAME = "text";

	static final String MEDIA_TYPE = "text/plain;charset=UTF-8";

	static final String EXTENSION = "txt";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public String mediaType() {
		return MEDIA_TYPE;
	}

	@Override
	public String extension() {
		return EXTENSION;
	}

	@Override
	public void write(RedactedReport report, OutputStream out) throws IOException {
		write(out, (text) -> this.lines.write(report, text));
	}

	/**
	 * Write lines to a stream, encoded.
	 * @param out where to write, stays open
	 * @param text writes the lines
	 * @throws IOException if the output fails
	 */
	static void write(OutputStream out, Text text) throws IOException {
		Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		text.write(new TextLines(writer));
		writer.flush();
	}

	/**
	 * Writes lines about a report.
	 */
	@FunctionalInterface
	interface Lines {

		void write(RedactedReport report, TextLines lines) throws IOException;

	}

	/**
	 * Writes lines.
	 */
	@FunctionalInterface
	interface Text {

		void write(TextLines lines) throws IOException;

	}

}
