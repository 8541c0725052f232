package io.github.gmr.report;

import java.time.Duration;
import java.util.List;

/**
 * A collected report, not yet masked. Immutable.
 *
 * @param head what it says about itself
 * @param duration how long its collection took
 * @param findings the findings of all sections, the worst first
 * @param sections the sections in printing order
 * @param whole whether this is the whole report, or one section that was asked for
 */
public record Report(ReportHead head, Duration duration, List<ReportFinding> findings, List<SectionReport> sections,
		boolean whole) {

	public Report {
		findings = List.copyOf(findings);
		sections = List.copyOf(sections);
	}

}
