package io.github.gmr.autoconfigure.listener;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;

import io.github.gmr.content.Check.Outcome;
import io.github.gmr.content.Finding;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.CheckReport;
import io.github.gmr.report.FindingCounts;
import org.jspecify.annotations.Nullable;

/**
 * What the last whole report has found, for as long as that counts. Thread-safe.
 */
final class LatestFindings {

	private final Duration maxAge;

	private final LongSupplier nanoTime;

	private volatile @Nullable Latest latest;

	/**
	 * Create what has found nothing yet.
	 * @param maxAge how long a report counts
	 * @param nanoTime the time as of {@link System#nanoTime()}
	 */
	LatestFindings(Duration maxAge, LongSupplier nanoTime) {
		this.maxAge = maxAge;
		this.nanoTime = nanoTime;
	}

	void accept(RedactedReport report) {
		this.latest = Latest.of(report, this.nanoTime.getAsLong());
	}

	/**
	 * Return how many findings there are.
	 * @param severity how bad they are
	 * @return their number, {@code NaN} if nobody knows
	 */
	double count(Finding.Severity severity) {
		Latest latest = known();
		return (latest != null) ? latest.counts().of(severity) : Double.NaN;
	}

	/**
	 * Return whether there is a finding.
	 * @param id what kind of finding
	 * @return 1 if there is, 0 if there is none, {@code NaN} if nobody knows
	 */
	double isRaised(String id) {
		Latest latest = known();
		if (latest == null || latest.unknown().contains(id)) {
			return Double.NaN;
		}
		return latest.raised().contains(id) ? 1 : 0;
	}

	/**
	 * Return how old they are.
	 * @return the age in seconds, {@code NaN} if there was no report yet
	 */
	double age() {
		Latest latest = this.latest;
		return (latest != null) ? age(latest).toMillis() / 1000.0 : Double.NaN;
	}

	private @Nullable Latest known() {
		Latest latest = this.latest;
		return (latest != null && age(latest).compareTo(this.maxAge) <= 0) ? latest : null;
	}

	private Duration age(Latest latest) {
		return Duration.ofNanos(this.nanoTime.getAsLong() - latest.time());
	}

	/**
	 * Return what kinds of findings a report knows, be they raised or not.
	 * @param report the report
	 * @return their ids
	 */
	static Set<String> ids(RedactedReport report) {
		Set<String> ids = new HashSet<>();
		report.coverage().checks().forEach((check) -> ids.add(check.id()));
		ids.addAll(raised(report));
		return ids;
	}

	private static Set<String> raised(RedactedReport report) {
		Set<String> ids = new HashSet<>();
		report.allFindings().forEach((found) -> ids.add(String.valueOf(found.finding().id())));
		return ids;
	}

	/**
	 * What one report has found.
	 */
	private record Latest(long time, FindingCounts counts, Set<String> raised, Set<String> unknown) {

		static Latest of(RedactedReport report, long time) {
			Set<String> unknown = new HashSet<>();
			report.coverage()
				.checks()
				.stream()
				.filter((check) -> check.outcome() == Outcome.NOT_POSSIBLE)
				.map(CheckReport::id)
				.forEach(unknown::add);
			Set<String> raised = LatestFindings.raised(report);
			unknown.removeAll(raised);
			return new Latest(time, FindingCounts.of(report.findings()), raised, unknown);
		}

	}

}
