package io.github.gmr.view;

import java.io.IOException;
import java.io.OutputStream;

import io.github.gmr.redact.RedactedReport;

/**
 * Writes a redacted report in a format. A view only writes what is there: it never masks
 * and never collects.
 */
public interface ReportView {

	/**
	 * Return the name of the format, as configured for sinks.
	 * @return the name, such as {@code "text"}
	 */
	String name();

	/**
	 * Return the media type of the format.
	 * @return the media type with its charset, such as {@code "text/plain;charset=UTF-8"}
	 */
	String mediaType();

	/**
	 * Return the extension of files in the format.
	 * @return the extension without a dot, such as {@code "txt"}
	 */
	String extension();

	/**
	 * Write a report.
	 * @param report the report
	 * @param out where to write, stays open
	 * @throws IOException if the output fails
	 */
	void write(RedactedReport report, OutputStream out) throws IOException;

}
