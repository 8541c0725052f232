package io.github.gmr.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

import io.github.gmr.redact.Audience;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.Report;
import io.github.gmr.report.SectionReport;
import io.github.gmr.report.SectionStatus;
import io.github.gmr.worker.StuckException;
import io.github.gmr.worker.Workers;

/**
 * A collected report and the applications whose secrets it may hold. Masked once for each
 * audience, however many share it.
 */
final class CollectedReport {

	static final String FINDINGS = "findings";

	private final Report report;

	private final ApplicationSnapshot applications;

	private final Workers workers;

	private final Map<Audience, RedactedReport> redacted = new ConcurrentHashMap<>();

	CollectedReport(Report report, ApplicationSnapshot applications, Workers workers) {
		this.report = report;
		this.applications = applications;
		this.workers = workers;
	}

	/**
	 * Return the report for an audience.
	 * @param audience who reads it
	 * @return the redacted report
	 */
	RedactedReport redact(Audience audience) {
		return this.redacted.computeIfAbsent(audience, this::redactNow);
	}

	/**
	 * Return the findings alone.
	 * @return a report of one section
	 */
	CollectedReport findings() {
		SectionReport findings = new SectionReport(FINDINGS, "Findings", SectionStatus.OK, this.report.duration(),
				null);
		return new CollectedReport(new Report(this.report.head(), this.report.duration(), this.report.findings(),
				List.of(findings), false), this.applications, this.workers);
	}

	/**
	 * Mask the report on a worker, as rules of the application take part. If they do not
	 * come back the values they are asked about are hidden altogether.
	 */
	private RedactedReport redactNow(Audience audience) {
		Duration limit = this.applications.oldest().limits().report();
		try {
			return this.workers.callUnlessStuck(this.applications.oldest(),
					() -> this.applications.redact(this.report, audience), limit);
		}
		catch (StuckException | ExecutionException | RejectedExecutionException ex) {
			return this.applications.redact(this.report, Audience.HIDDEN);
		}
	}

}
