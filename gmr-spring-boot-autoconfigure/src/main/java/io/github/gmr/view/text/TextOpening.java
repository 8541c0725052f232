package io.github.gmr.view.text;

import java.util.List;

import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.Coverage;
import io.github.gmr.report.ReportFinding;

/**
 * What the opening of a report has said, if it was written before the rest was known.
 *
 * @param findings the findings
 * @param coverage what was looked for until then
 * @param missing the titles of sections that were not collected yet
 */
public record TextOpening(List<ReportFinding> findings, Coverage coverage, List<String> missing) {

	/**
	 * Create an opening.
	 * @param report the report as far as it is known
	 * @param missing the titles of sections that are not collected yet
	 */
	public TextOpening(RedactedReport report, List<String> missing) {
		this(report.findings(), report.coverage(), missing);
	}

	public TextOpening {
		findings = List.copyOf(findings);
		missing = List.copyOf(missing);
	}

	/**
	 * Return those findings that the opening has not said.
	 * @param all all findings
	 * @return the later ones
	 */
	List<ReportFinding> later(List<ReportFinding> all) {
		return all.stream().filter((finding) -> !this.findings.contains(finding)).toList();
	}

}
