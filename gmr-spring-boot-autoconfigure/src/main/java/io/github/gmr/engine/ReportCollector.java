package io.github.gmr.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

import io.github.gmr.content.Failure;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.report.Report;
import io.github.gmr.report.ReportGenerator;
import io.github.gmr.report.ReportHead;
import io.github.gmr.report.ReportProgress;
import io.github.gmr.report.ReportedProcess;
import io.github.gmr.worker.WorkerThreads;
import io.github.gmr.worker.Workers;

/**
 * Collects reports and numbers them, one at a time. Requests that arrive before the
 * threads are dumped share one report. Thread-safe.
 */
final class ReportCollector {

	private final Workers workers;

	private final ApplicationRegistry applications;

	private final UndeliveredReports undelivered;

	private final ReportGenerator generator;

	private final RequestCoalescer<CollectedReport> coalescer = new RequestCoalescer<>();

	private final LongSupplier sequence;

	ReportCollector(WorkerThreads threads, Workers workers, ApplicationRegistry applications,
			UndeliveredReports undelivered, HeapReserve reserve, LongSupplier sequence) {
		this.workers = workers;
		this.applications = applications;
		this.undelivered = undelivered;
		this.sequence = sequence;
		this.generator = new ReportGenerator(threads, workers, reserve::dropLast);
	}

	/**
	 * Collect a whole report, or share one that is about to be collected.
	 * @param requests who asks
	 * @param observer sees the report while it is collected, unless it is one that others
	 * collect
	 * @return the report
	 */
	CollectedReport whole(List<ReportRequest> requests, Observer observer) {
		return this.coalescer.share(requests, patience(), (batch) -> {
			ReportRun run = begin(this.applications.current());
			return whole(run.answering(batch.close()), observer);
		});
	}

	/**
	 * Collect a report of one section.
	 * @param section the section
	 * @param request who asks
	 * @param applications the applications, of which one has the section
	 * @return the report
	 */
	CollectedReport section(RegisteredSection section, ReportRequest request, ApplicationSnapshot applications) {
		return this.coalescer.alone(patience(), () -> {
			ReportRun run = begin(applications).answering(List.of(request));
			return collect(run, this.sequence.getAsLong(), List.of(section), Observer.NONE).part();
		});
	}

	private Duration patience() {
		return ReportRun.patience(this.applications.current().limits());
	}

	private CollectedReport whole(ReportRun run, Observer observer) {
		List<RegisteredSection> sections = new ArrayList<>(causes(run.requests()));
		sections.addAll(run.applications().sections());
		return collect(run, this.sequence.getAsLong(), sections, observer);
	}

	private CollectedReport collect(ReportRun run, long sequence, List<RegisteredSection> sections, Observer observer) {
		ReportProgress progress = new ReportProgress(head(run, sequence), sections, this.undelivered.findings(),
				run.deadline());
		observer.begun(run, progress);
		Report report = this.generator.generate(progress, run.scope(), run.applications().limits());
		return new CollectedReport(report, run, this.workers);
	}

	/**
	 * Begin a run, and learn the secrets anew. If that takes too long or fails, those
	 * known before are masked, as are names and patterns.
	 */
	private ReportRun begin(ApplicationSnapshot applications) {
		ReportRun run = ReportRun.begin(applications);
		for (Redaction redaction : applications.redactions()) {
			this.workers.attempt(redaction, Executors.callable(() -> redaction.refresh(run.scope())),
					limit(redaction, applications.limits().section()));
		}
		return run;
	}

	/**
	 * The findings do not wait for secrets that are known from an earlier time.
	 */
	private static Duration limit(Redaction redaction, Duration limit) {
		return (redaction.knowsSecrets() && limit.compareTo(ReportOpening.PATIENCE) > 0) ? ReportOpening.PATIENCE
				: limit;
	}

	private static ReportHead head(ReportRun run, long sequence) {
		List<ReportRequest> requests = run.requests();
		long count = requests.stream().mapToLong(ReportRequest::count).sum();
		List<String> reasons = requests.stream().map(ReportRequest::reason).distinct().toList();
		ReportedProcess process = new ReportedProcess(ProcessHandle.current().pid(), HostName.get(),
				run.applications().name());
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
		String name = ApplicationSnapshot.CAUSE;
		return (number == 1) ? new RegisteredSection(name, "Cause", () -> Failure.of(cause), null)
				: new RegisteredSection(name + "-" + number, "Cause (" + number + ")", () -> Failure.of(cause), null);
	}

	/**
	 * Sees reports while they are collected.
	 */
	@FunctionalInterface
	interface Observer {

		/**
		 * Sees nothing.
		 */
		Observer NONE = (run, progress) -> {
		};

		/**
		 * Note that a report begins. Called by the thread that collects it.
		 * @param run its run
		 * @param progress what is known of it from now on
		 */
		void begun(ReportRun run, ReportProgress progress);

	}

}
