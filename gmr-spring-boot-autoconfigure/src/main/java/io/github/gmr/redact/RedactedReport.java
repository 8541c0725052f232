package io.github.gmr.redact;

import java.time.Duration;
import java.util.List;

import io.github.gmr.report.Coverage;
import io.github.gmr.report.Findings;
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
	 * Return the findings and those that follow from them.
	 * @return each finding before what follows from it
	 */
	public List<ReportFinding> allFindings() {
		return findings().stream().flatMap(ReportFinding::all).toList();
	}

	/**
	 * Return what was looked for.
	 * @return the coverage
	 */
	public Coverage coverage() {
		return this.report.coverage();
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
	 * Return whether this report tells the findings of all sections.
	 * @return whether it is whole, or its findings alone
	 */
	public boolean hasAllFindings() {
		return isWhole() || sections().stream().anyMatch((section) -> section.name().equals(Findings.NAME));
	}

	/**
	 * Estimate how long this report is as text. Other formats may be longer.
	 * @return the number of characters
	 */
	public long length() {
		return new ReportCut(this.report).length();
	}

	/**
	 * Cut this report: its longest sections lose their ends, and count what they have
	 * lost. The findings are never cut.
	 * @param length how long it may be, by the estimate of {@link #length()}
	 * @return a shorter report, or one that cannot be cut any further
	 */
	public RedactedReport cutTo(long length) {
		return new RedactedReport(new ReportCut(this.report).to(length));
	}

	Report report() {
		return this.report;
	}

}
