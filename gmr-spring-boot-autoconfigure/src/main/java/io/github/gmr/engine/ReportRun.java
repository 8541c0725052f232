package io.github.gmr.engine;

import java.time.Duration;
import java.util.List;

import io.github.gmr.report.TimeLimits;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.worker.Deadline;

/**
 * One run of a report: everything about it that is the same from its beginning to its
 * end.
 *
 * @param applications the applications when the run began
 * @param deadline until when sections may be collected
 * @param scope what masking and sections look at together
 * @param requests the requests that the run answers
 */
record ReportRun(ApplicationSnapshot applications, Deadline deadline, ReportScope scope, List<ReportRequest> requests) {

	private static final Duration MARGIN = Duration.ofSeconds(1);

	ReportRun {
		requests = List.copyOf(requests);
	}

	/**
	 * Begin a run.
	 * @param applications the applications
	 * @return a run that answers no requests yet
	 */
	static ReportRun begin(ApplicationSnapshot applications) {
		return new ReportRun(applications, Deadline.in(applications.limits().report()), new ReportScope(), List.of());
	}

	/**
	 * Return this run when its requests are known.
	 * @param requests the requests that it answers
	 * @return the run
	 */
	ReportRun answering(List<ReportRequest> requests) {
		return new ReportRun(this.applications, this.deadline, this.scope, requests);
	}

	/**
	 * Return how long to wait for a run before the next can begin.
	 * @param limits the limits of the run
	 * @return the longest time a run should take
	 */
	static Duration patience(TimeLimits limits) {
		return limits.report().plus(MARGIN);
	}

}
