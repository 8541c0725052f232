package io.github.gmr;

import io.github.gmr.redact.RedactedReport;

/**
 * Makes Guru Meditation Reports, or publishes them to the sinks. A bean of every
 * application with the starter; where reports are off ({@code gmr.enabled} is false) each
 * method throws a {@link ReportUnavailableException}. Can be called on any thread, but
 * not by a {@link io.github.gmr.section.ReportSection}, which is part of a report itself.
 */
public interface GuruMeditation {

	/**
	 * Make a report of this moment. Waits until all sections have answered or their time
	 * is up.
	 * @return the report, secrets masked
	 * @throws ReportUnavailableException if another report takes too long, or reports are
	 * off
	 */
	RedactedReport generate();

	/**
	 * Make a report and publish it to the sinks: standard error, files, those of the
	 * application. Requests that arrive while another one waits share its report.
	 * @param reason why, printed as the report's trigger
	 * @return where the report went
	 * @throws ReportUnavailableException if another report takes too long, or reports are
	 * off
	 */
	Publication publish(String reason);

	/**
	 * Make a report about an exception and publish it to the sinks. The exception is a
	 * section of its own.
	 * @param reason why, printed as the report's trigger
	 * @param cause the exception
	 * @return where the report went
	 * @throws ReportUnavailableException if another report takes too long, or reports are
	 * off
	 */
	Publication publish(String reason, Throwable cause);

}
