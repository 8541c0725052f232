package io.github.gmr.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import io.github.gmr.content.Failure;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.report.Report;
import io.github.gmr.report.ReportFinding;
import io.github.gmr.report.ReportGenerator;
import io.github.gmr.report.ReportHead;
import io.github.gmr.report.ReportedProcess;
import io.github.gmr.worker.StuckException;
import io.github.gmr.worker.Workers;

/**
 * Collects reports and numbers them.
 */
final class ReportCollector {

	private static final String CAUSE = "cause";

	private final Workers workers;

	private final UndeliveredReports losses;

	private final ReportGenerator generator;

	private final AtomicLong sequence = new AtomicLong();

	ReportCollector(Workers workers, UndeliveredReports losses, HeapReserve ballast) {
		this.workers = workers;
		this.losses = losses;
		this.generator = new ReportGenerator(workers, ballast::dropLast);
	}

	/**
	 * Collect a whole report.
	 * @param boarded says who asks, is asked just before the threads are dumped
	 * @param applications the applications
	 * @return the report
	 */
	CollectedReport whole(Supplier<List<ReportRequest>> boarded, ApplicationSnapshot applications) {
		refresh(applications);
		List<ReportRequest> requests = boarded.get();
		List<RegisteredSection> sections = new ArrayList<>(causes(requests));
		sections.addAll(applications.sections());
		return collect(head(requests, this.sequence.incrementAndGet(), applications), sections, applications, true);
	}

	/**
	 * Collect a report of one section.
	 * @param section the section
	 * @param request who asks
	 * @param applications the applications
	 * @return the report
	 */
	CollectedReport section(RegisteredSection section, ReportRequest request, ApplicationSnapshot applications) {
		refresh(applications);
		ReportHead head = head(List.of(request), this.sequence.incrementAndGet(), applications);
		return collect(head, List.of(section), applications, false);
	}

	/**
	 * Collect what every report has, asking no code of the applications.
	 * @param applications the applications
	 * @return a report without a number
	 */
	CollectedReport rehearsal(ApplicationSnapshot applications) {
		refresh(applications);
		List<RegisteredSection> sections = new ArrayList<>(applications.sectionsAboutTheJvm());
		sections.addAll(WarmUp.sections());
		return collect(head(List.of(), 0, applications), sections, applications, true);
	}

	private CollectedReport collect(ReportHead head, List<RegisteredSection> sections, ApplicationSnapshot applications,
			boolean whole) {
		Report report = this.generator.generate(head, sections, applications.oldest().limits());
		List<ReportFinding> findings = new ArrayList<>(report.findings());
		findings.addAll(this.losses.findings());
		return new CollectedReport(new Report(head, report.duration(), findings, report.sections(), whole),
				applications, this.workers);
	}

	private void refresh(ApplicationSnapshot applications) {
		Duration limit = applications.oldest().limits().section();
		applications.redactions().forEach((redaction) -> refresh(redaction, limit));
	}

	/**
	 * Learn the secrets anew. If that takes too long or fails, those known before count.
	 */
	private void refresh(Redaction redaction, Duration limit) {
		try {
			this.workers.callUnlessStuck(redaction, Executors.callable(redaction::refresh), limit);
		}
		catch (StuckException | ExecutionException | RejectedExecutionException ex) {
			// Names and patterns still mask
		}
	}

	private static ReportHead head(List<ReportRequest> requests, long sequence, ApplicationSnapshot applications) {
		long count = requests.stream().mapToLong(ReportRequest::count).sum();
		List<String> reasons = requests.stream().map(ReportRequest::reason).distinct().toList();
		ReportedProcess process = new ReportedProcess(ProcessHandle.current().pid(), HostName.name(),
				applications.application());
		return new ReportHead(sequence, Instant.now().truncatedTo(ChronoUnit.MILLIS), reasons, Math.max(0, count - 1),
				process);
	}

	private static List<RegisteredSection> causes(List<ReportRequest> requests) {
		List<RegisteredSection> causes = new ArrayList<>();
		for (ReportRequest request : requests) {
			Throwable cause = request.cause();
			if (cause != null) {
				causes.add(cause(cause, causes.size() + 1));
			}
		}
		return causes;
	}

	private static RegisteredSection cause(Throwable cause, int number) {
		return (number == 1) ? new RegisteredSection(CAUSE, "Cause", () -> Failure.of(cause), null)
				: new RegisteredSection(CAUSE + "-" + number, "Cause (" + number + ")", () -> Failure.of(cause), null);
	}

}
