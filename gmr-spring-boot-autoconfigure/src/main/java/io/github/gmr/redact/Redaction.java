package io.github.gmr.redact;

import io.github.gmr.report.Report;

/**
 * Masks secrets in reports.
 */
public final class Redaction {

	/**
	 * Mask a report for an audience.
	 * @param report the report
	 * @param audience who reads it
	 * @return the redacted report
	 */
	public RedactedReport redact(Report report, Audience audience) {
		return new RedactedReport(report);
	}

	/**
	 * Mask a report that another redaction has masked before, for an audience.
	 * @param report the report
	 * @param audience who reads it
	 * @return the redacted report
	 */
	public RedactedReport redact(RedactedReport report, Audience audience) {
		return redact(report.report(), audience);
	}

}
