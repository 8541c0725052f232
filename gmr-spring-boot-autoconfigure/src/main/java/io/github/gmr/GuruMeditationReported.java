package io.github.gmr;

import java.util.List;

import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.ReportFinding;

/**
 * An event of the application context: a whole report was made. Listeners are called on a
 * thread of the reports, which does not wait for long.
 *
 * @param trigger the kind of trigger, one of a few words such as {@code "signal"}
 * @param report the report, masked
 */
public record GuruMeditationReported(String trigger, RedactedReport report) {

	/**
	 * Return the findings of the report, those that follow from others included.
	 * @return the findings, the worst first but for those
	 */
	public List<ReportFinding> findings() {
		return this.report.allFindings();
	}

}
