package io.github.gmr;

import io.github.gmr.redact.Audience;
import io.github.gmr.redact.RedactedReport;

/**
 * The door to Guru Meditation Reports: make one, or publish one to the sinks. A bean of
 * every application with the starter.
 */
public final class GuruMeditation {

	private static final String API = "api";

	private final JvmReports reports;

	private final Audience audience;

	/**
	 * Create the door.
	 * @param reports the reports of this JVM
	 * @param audience who reads the reports that {@link #generate()} makes
	 */
	public GuruMeditation(JvmReports reports, Audience audience) {
		this.reports = reports;
		this.audience = audience;
	}

	/**
	 * Make a report of this moment. Waits until all sections have answered or their time
	 * is up.
	 * @return the report, secrets masked
	 * @throws ReportUnavailableException if another report takes too long
	 */
	public RedactedReport generate() {
		return this.reports.generate(ReportRequest.of(API, API), this.audience);
	}

	/**
	 * Make a report and give it to the sinks: standard error, files, those of the
	 * application. Requests that come while another one waits are merged with it.
	 * @param reason why, printed as the report's trigger
	 * @return where the report went
	 * @throws ReportUnavailableException if another report takes too long
	 */
	public Publication publish(String reason) {
		return this.reports.publish(ReportRequest.of(API, reason));
	}

	/**
	 * Make a report about an exception and give it to the sinks. The exception is a
	 * section of its own.
	 * @param reason why, printed as the report's trigger
	 * @param cause the exception
	 * @return where the report went
	 * @throws ReportUnavailableException if another report takes too long
	 */
	public Publication publish(String reason, Throwable cause) {
		return this.reports.publish(new ReportRequest(API, reason, 1, cause));
	}

}
