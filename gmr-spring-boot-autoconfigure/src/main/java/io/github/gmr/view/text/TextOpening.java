package io.github.gmr.view.text;

import java.util.List;

import io.github.gmr.report.ReportFinding;

/**
 * What the opening of a report has said, if it was written before the rest was known.
 *
 * @param findings the findings
 * @param missing the titles of sections that were not collected yet
 */
public record TextOpening(List<ReportFinding> findings, List<String> missing) {

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
