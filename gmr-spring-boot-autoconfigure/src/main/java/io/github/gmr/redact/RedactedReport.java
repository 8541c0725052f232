package io.github.gmr.redact;

import java.time.Duration;
import java.util.List;

import io.github.gmr.report.Report;
import io.github.gmr.report.ReportFinding;
import io.github.gmr.report.ReportHead;
import io.github.gmr.report.SectionReport;

/**
 * A report that is safe to show to its {@link Audience}: secrets are masked, values are
 * cut, and control characters are visible escapes. Only {@link Redaction} makes one.
 */
public final class RedactedReport {

	private final Report report;

	RedactedReport(Report report) {
		this.report = report;
	}

	/**
	 * Return what the report says about itself.
	 * @return the head
	 */
	public ReportHead head() {
		return this.report.head();
	}

	/**
	 * Return how long the collection took.
	 * @return the duration
	 */
	public Duration duration() {
		return this.report.duration();
	}

	/**
	 * Return the findings of all sections.
	 * @return the findings, the worst first
	 */
	public List<ReportFinding> findings() {
		return this.report.findings();
	}

	/**
	 * Return the sections.
	 * @return the sections in printing order
	 */
	public List<SectionReport> sections() {
		return this.report.sections();
	}

	/**
	 * Return whether this is the whole report, or one section that was asked for.
	 * @return whether the report is whole
	 */
	public boolean isWhole() {
		return this.report.whole();
	}

	/**
	 * Return how many groups of threads the longest thread section has.
	 * @return the number, zero if there is no thread section
	 */
	public int mostThreadGroups() {
		return new ReportCut(this.report).mostThreadGroups();
	}

	/**
	 * Leave out groups of threads, the last first.
	 * @param groups how many groups a section may keep
	 * @return a shorter report, what is left out counted
	 */
	public RedactedReport cutThreads(int groups) {
		return new RedactedReport(new ReportCut(this.report).threads(groups));
	}

	/**
	 * Leave out the content of the longest sections.
	 * @param count how many sections
	 * @return a shorter report that says so in their places
	 */
	public RedactedReport cutSections(int count) {
		return new RedactedReport(new ReportCut(this.report).longestSections(count));
	}

	Report report() {
		return this.report;
	}

}
