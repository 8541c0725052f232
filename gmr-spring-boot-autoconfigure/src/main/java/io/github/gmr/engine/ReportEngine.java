package io.github.gmr.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.gmr.GuruMeditation;
import io.github.gmr.Publication;
import io.github.gmr.ReportUnavailableException;
import io.github.gmr.redact.Audience;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.sink.StderrSink;
import io.github.gmr.worker.ParkedThread;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

/**
 * What all applications of this JVM share: the threads, the sequence of reports, and that
 * one report is made at a time. Applications join when they are ready and leave when they
 * close; nothing here refers to them afterwards. Not for applications to use:
 * {@link GuruMeditation} is.
 */
public final class ReportEngine {

	private static final Duration MARGIN = Duration.ofSeconds(1);

	private final Workers workers = new Workers();

	private final ApplicationRegistry applications = new ApplicationRegistry(this.workers);

	private final UndeliveredReports losses = new UndeliveredReports();

	private final HeapReserve ballast = new HeapReserve();

	private final ReportCollector collector = new ReportCollector(this.workers, this.losses, this.ballast);

	private final ReportPublisher publisher;

	private final RequestCoalescer<CollectedReport> reports = new RequestCoalescer<>();

	private final RequestCoalescer<Publication> publications = new RequestCoalescer<>();

	private ReportEngine() {
		this(new StderrSink(new ParkedThread("gmr-stderr")));
	}

	ReportEngine(StderrSink stderr) {
		this.publisher = new ReportPublisher(this.workers, stderr);
	}

	/**
	 * Return the reports of this JVM. Their threads are started by the first call.
	 * @return the only instance
	 */
	public static ReportEngine get() {
		return Holder.INSTANCE;
	}

	/**
	 * Return what an application uses to make reports.
	 * @param audience the audience of the reports that it makes
	 * @return makes and publishes reports by this engine
	 */
	public GuruMeditation guruMeditation(Audience audience) {
		return new DefaultGuruMeditation(this, audience);
	}

	/**
	 * Return the threads that run sections.
	 * @return the workers
	 */
	public Workers workers() {
		return this.workers;
	}

	/**
	 * Say what is known about an application that starts.
	 * @param starting what is known, or {@code null} if none starts any more
	 */
	public void starting(@Nullable ReportingApplication starting) {
		this.applications.starting(starting);
	}

	/**
	 * Let an application take part.
	 * @param contribution the application
	 */
	public void join(ReportingApplication contribution) {
		this.applications.join(contribution);
	}

	/**
	 * Let an application take part no longer.
	 * @param contribution the application
	 */
	public void leave(ReportingApplication contribution) {
		this.applications.leave(contribution);
		this.workers.renew();
	}

	/**
	 * Return whether no application has joined and none is starting.
	 * @return whether nobody is left to report about
	 */
	public boolean isEmpty() {
		return this.applications.isEmpty();
	}

	/**
	 * Return whether applications other than this one take part.
	 * @param application the application
	 * @return whether another one has joined
	 */
	public boolean hasOthers(ReportingApplication application) {
		return this.applications.hasOthers(application);
	}

	/**
	 * Return the names of all sections that can be asked for alone.
	 * @return the names in printing order
	 */
	public List<String> sectionNames() {
		List<String> names = new ArrayList<>(List.of(CollectedReport.FINDINGS));
		this.applications.current().sections().forEach((section) -> names.add(section.name()));
		return names;
	}

	/**
	 * Make a whole report, or share one that is about to be made.
	 * @param request who asks
	 * @param audience who reads it
	 * @return the report
	 * @throws ReportUnavailableException if it takes too long
	 */
	public RedactedReport generate(ReportRequest request, Audience audience) {
		return reporting(request, () -> collect(List.of(request)).redact(audience));
	}

	/**
	 * Make a report of one section.
	 * @param name the name of the section
	 * @param request who asks
	 * @param audience who reads it
	 * @return the report, empty if there is no such section
	 * @throws ReportUnavailableException if it takes too long
	 */
	public Optional<RedactedReport> generate(String name, ReportRequest request, Audience audience) {
		if (CollectedReport.FINDINGS.equals(name)) {
			return Optional.of(reporting(request, () -> collect(List.of(request)).findings().redact(audience)));
		}
		ApplicationSnapshot applications = this.applications.current();
		return applications.section(name)
			.map((section) -> reporting(request, () -> collect(section, request, applications).redact(audience)));
	}

	/**
	 * Make a report and give it to the sinks. Requests that come while another one waits
	 * are merged with it.
	 * @param request who asks
	 * @return where the report went
	 * @throws ReportUnavailableException if it takes too long
	 */
	public Publication publish(ReportRequest request) {
		return publish(List.of(request));
	}

	/**
	 * Make one report for several who ask, and give it to the sinks.
	 * @param requests who asks
	 * @return where the report went
	 * @throws ReportUnavailableException if it takes too long
	 */
	public Publication publish(List<ReportRequest> requests) {
		checkNoWorker();
		return this.publications.join(requests, patience(this.applications.current()).multipliedBy(2),
				(boarded) -> publishNow(boarded.get()));
	}

	/**
	 * Make and render a report for nobody, so that a first real one meets loaded classes
	 * and compiled code. Asks sections about the JVM only, never user code.
	 */
	public void warmUp() {
		WarmUp.flight();
		ApplicationSnapshot applications = this.applications.current();
		CollectedReport collected = this.reports.alone(patience(applications),
				() -> this.collector.rehearsal(applications));
		this.publisher.render(collected.redact(Audience.MASKED), applications.oldest().outlets());
	}

	/**
	 * Do something that failed for want of heap once more, with the heap that is set
	 * aside for reports.
	 * @param work what to do
	 */
	public void relieve(Runnable work) {
		this.ballast.drop();
		try {
			work.run();
		}
		finally {
			this.ballast.restore();
		}
	}

	private Publication publishNow(List<ReportRequest> requests) {
		this.ballast.drop();
		try {
			ApplicationSnapshot applications = this.applications.current();
			OutputSettings outlets = applications.oldest().outlets();
			long lost = this.losses.count();
			RedactedReport report = reporting(requests.get(0), () -> collect(requests).redact(outlets.audience()));
			this.ballast.dropLast();
			Publication publication = this.publisher.publish(report, outlets, applications::mask);
			this.losses.told(publication, lost);
			this.losses.add(publication);
			this.applications.tell((listener) -> listener.published(publication));
			return publication;
		}
		finally {
			this.ballast.restore();
		}
	}

	private CollectedReport collect(List<ReportRequest> requests) {
		return this.reports.join(requests, patience(this.applications.current()),
				(boarded) -> this.collector.whole(boarded, this.applications.current()));
	}

	private CollectedReport collect(RegisteredSection section, ReportRequest request,
			ApplicationSnapshot applications) {
		return this.reports.alone(patience(applications), () -> this.collector.section(section, request, applications));
	}

	private RedactedReport reporting(ReportRequest request, Supplier<RedactedReport> maker) {
		checkNoWorker();
		RedactedReport report = null;
		this.ballast.drop();
		try {
			report = maker.get();
			return report;
		}
		finally {
			this.ballast.restore();
			RedactedReport made = report;
			this.applications.tell((listener) -> listener.reported(request.trigger(), made));
		}
	}

	private void checkNoWorker() {
		if (this.workers.isWorker()) {
			throw new IllegalStateException("A section cannot ask for a report, it is part of one");
		}
	}

	private static Duration patience(ApplicationSnapshot applications) {
		return applications.oldest().limits().report().plus(MARGIN);
	}

	private static final class Holder {

		private static final ReportEngine INSTANCE = new ReportEngine();

	}

}
