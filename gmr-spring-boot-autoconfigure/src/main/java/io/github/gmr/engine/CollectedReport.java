package io.github.gmr.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.gmr.redact.Audience;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.Findings;
import io.github.gmr.report.Report;
import io.github.gmr.report.SectionReport;
import io.github.gmr.report.SectionStatus;
import io.github.gmr.worker.Outcome;
import io.github.gmr.worker.Outcome.Done;
import io.github.gmr.worker.Workers;

/**
 * A collected report and its run. It is masked once for each audience, however many
 * requests share it. Thread-safe.
 */
final class CollectedReport {

	private final Report report;

	private final ReportRun run;

	private final Workers workers;

	private final Map<Audience, RedactedReport> redacted = new ConcurrentHashMap<>();

	CollectedReport(Report report, ReportRun run, Workers workers) {
		this.report = report;
		this.run = run;
		this.workers = workers;
	}

	/**
	 * Return the applications that the report is about.
	 * @return the applications when its run began
	 */
	ApplicationSnapshot applications() {
		return this.run.applications();
	}

	/**
	 * Return where the report goes if it is published.
	 * @return the settings of the oldest application
	 */
	OutputSettings output() {
		return applications().oldest().output();
	}

	/**
	 * Return the report for an audience.
	 * @param audience who reads it
	 * @return the redacted report
	 */
	RedactedReport redact(Audience audience) {
		return this.redacted.computeIfAbsent(audience, (any) -> redact(applications().oldest(), this.report, audience));
	}

	/**
	 * Return the head and the findings alone, for those who read published reports.
	 * @return a report without sections
	 */
	RedactedReport opening() {
		return redact(this, this.report.with(List.of(), true), output().audience());
	}

	/**
	 * Return the report as a part of a whole one.
	 * @return the same sections, with a head only
	 */
	CollectedReport part() {
		return part(this.report.sections());
	}

	/**
	 * Return the findings alone.
	 * @return a report of one section
	 */
	CollectedReport findings() {
		return part(List
			.of(new SectionReport(Findings.NAME, Findings.TITLE, SectionStatus.OK, this.report.duration(), null)));
	}

	private CollectedReport part(List<SectionReport> sections) {
		return new CollectedReport(this.report.with(sections, false), this.run, this.workers);
	}

	/**
	 * Mask a report on a worker, as rules of the application take part. If they do not
	 * come back the values they are asked about are hidden altogether.
	 */
	private RedactedReport redact(Object subject, Report report, Audience audience) {
		ApplicationSnapshot applications = applications();
		Outcome<RedactedReport> outcome = this.workers.attempt(subject, () -> applications.redact(report, audience),
				applications.limits().report());
		return (outcome instanceof Done<RedactedReport> done) ? done.value()
				: applications.redact(report, Audience.HIDDEN);
	}

}
