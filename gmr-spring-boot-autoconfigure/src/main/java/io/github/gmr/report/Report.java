package io.github.gmr.report;

import java.time.Duration;
import java.util.List;

/**
 * A collected report, not yet masked. Immutable.
 *
 * @param head what it says about itself
 * @param duration how long its collection took
 * @param findings the findings of all sections, the worst first
 * @param coverage what was looked for
 * @param sections the sections in printing order
 * @param whole whether this is the whole report, or one section that was asked for
 */
public record Report(ReportHead head, Duration duration, List<ReportFinding> findings, Coverage coverage,
		List<SectionReport> sections, boolean whole) {

	public Report {
		findings = List.copyOf(findings);
		sections = List.copyOf(sections);
	}

	/**
	 * Create a report for which nothing was looked for.
	 * @param head what it says about itself
	 * @param duration how long its collection took
	 * @param findings the findings
	 * @param sections the sections in printing order
	 * @param whole whether this is the whole report
	 */
	public Report(ReportHead head, Duration duration, List<ReportFinding> findings, List<SectionReport> sections,
			boolean whole) {
		this(head, duration, findings, Coverage.NONE, sections, whole);
	}

	/**
	 * Return this report with other sections.
	 * @param sections the sections in printing order
	 * @param whole whether it is the whole report then
	 * @return a new report
	 */
	public Report with(List<SectionReport> sections, boolean whole) {
		return new Report(this.head, this.duration, this.findings, this.coverage, sections, whole);
	}

}
