package io.github.gmr;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.gmr.content.Failure;
import io.github.gmr.redact.Audience;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.ParkedThread;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.report.Report;
import io.github.gmr.report.ReportFinding;
import io.github.gmr.report.ReportGenerator;
import io.github.gmr.report.ReportHead;
import io.github.gmr.report.ReportedProcess;
import io.github.gmr.report.SectionReport;
import io.github.gmr.report.SectionStatus;
import io.github.gmr.report.TimeLimits;
import io.github.gmr.report.Workers;
import io.github.gmr.report.Workers.StuckException;
import io.github.gmr.sink.StderrSink;
import org.jspecify.annotations.Nullable;

/**
 * What all applications of this JVM share: the threads, the sequence of reports, and that
 * one report is made at a time. Applications join when they are ready and leave when they
 * close; nothing here refers to them afterwards. Not for applications to use:
 * {@link GuruMeditation} is.
 */
public final class JvmReports {

	private static final Duration MARGIN = Duration.ofSeconds(1);

	private static final String FINDINGS = "findings";

	private static final String CAUSE = "cause";

	private final Workers workers = new Workers();

	private final ReportGenerator generator = new ReportGenerator(this.workers);

	private final Publisher publisher;

	private final SingleFlight<Collected> reports = new SingleFlight<>();

	private final SingleFlight<Publication> publications = new SingleFlight<>();

	private final AtomicLong sequence = new AtomicLong();

	private final Ballast ballast = new Ballast();

	private final Losses losses = new Losses();

	private final List<Contribution> joined = new CopyOnWriteArrayList<>();

	private volatile @Nullable Contribution starting;

	private JvmReports() {
		this(new StderrSink(new ParkedThread("gmr-stderr")));
	}

	JvmReports(StderrSink stderr) {
		this.publisher = new Publisher(this.workers, stderr);
	}

	/**
	 * Return the reports of this JVM. Their threads are started by the first call.
	 * @return the only instance
	 */
	public static JvmReports get() {
		return Holder.INSTANCE;
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
	public void starting(@Nullable Contribution starting) {
		this.starting = starting;
	}

	/**
	 * Let an application take part.
	 * @param contribution the application
	 */
	public void join(Contribution contribution) {
		this.joined.add(contribution);
		this.starting = null;
	}

	/**
	 * Let an application take part no longer.
	 * @param contribution the application
	 */
	public void leave(Contribution contribution) {
		this.joined.remove(contribution);
	}

	/**
	 * Return whether no application has joined and none is starting.
	 * @return whether nobody is left to report about
	 */
	public boolean isEmpty() {
		return this.joined.isEmpty() && this.starting == null;
	}

	/**
	 * Return whether applications other than this one take part.
	 * @param application the application
	 * @return whether another one has joined
	 */
	public boolean hasOthers(Contribution application) {
		return this.joined.stream().anyMatch((other) -> other != application);
	}

	/**
	 * Return the names of all sections that can be asked for alone.
	 * @return the names in printing order
	 */
	public List<String> sectionNames() {
		List<String> names = new ArrayList<>(List.of(FINDINGS));
		current().sections().forEach((section) -> names.add(section.name()));
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
		return reporting(request, () -> redact(collect(List.of(request)), audience));
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
		Contributions applications = current();
		if (FINDINGS.equals(name)) {
			return Optional.of(reporting(request, () -> redact(collect(List.of(request)).findings(), audience)));
		}
		return applications.sections()
			.stream()
			.filter((section) -> section.name().equals(name))
			.findFirst()
			.map((section) -> reporting(request,
					() -> this.reports
						.alone(patience(applications),
								() -> collect(List.of(request), applications, List.of(section), false))
						.redact(audience)));
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
		return this.publications.join(requests, patience(current()).multipliedBy(2), this::publishNow);
	}

	/**
	 * Make and render a report for nobody, so that a first real one meets loaded classes
	 * and compiled code. Asks sections about the JVM only, never user code.
	 */
	public void warmUp() {
		Contributions applications = current();
		List<RegisteredSection> sections = applications.sections()
			.stream()
			.filter(Contributions::isAboutTheJvm)
			.toList();
		Collected collected = this.reports.alone(patience(applications),
				() -> collect(List.of(), applications, sections, true));
		this.publisher.render(redact(collected, Audience.MASKED), applications.oldest().outlets());
	}

	private Publication publishNow(List<ReportRequest> requests) {
		Contributions applications = current();
		Outlets outlets = applications.oldest().outlets();
		long lost = this.losses.count();
		RedactedReport report = reporting(requests.get(0), () -> redact(collect(requests), outlets.audience()));
		Publication publication = deliver(report, outlets);
		this.losses.told(publication, lost);
		this.losses.add(publication);
		tell((listener) -> listener.published(publication));
		return publication;
	}

	private Publication deliver(RedactedReport report, Outlets outlets) {
		this.ballast.drop();
		try {
			return this.publisher.publish(report, outlets);
		}
		finally {
			this.ballast.arm();
		}
	}

	private Collected collect(List<ReportRequest> requests) {
		checkNoWorker();
		return this.reports.join(requests, patience(current()), (merged) -> {
			Contributions applications = current();
			return collect(merged, applications, withCauses(merged, applications.sections()), true);
		});
	}

	private Collected collect(List<ReportRequest> requests, Contributions applications,
			List<RegisteredSection> sections, boolean whole) {
		this.ballast.drop();
		ReportHead head = head(requests, applications);
		TimeLimits limits = applications.oldest().limits();
		applications.redactions().forEach((redaction) -> refresh(redaction, limits.section()));
		Report report = this.generator.generate(head, sections, limits);
		List<ReportFinding> findings = new ArrayList<>(report.findings());
		findings.addAll(this.losses.findings());
		return new Collected(new Report(head, report.duration(), findings, report.sections(), whole), applications);
	}

	private ReportHead head(List<ReportRequest> requests, Contributions applications) {
		long count = requests.stream().mapToLong(ReportRequest::count).sum();
		List<String> reasons = requests.stream().map(ReportRequest::reason).distinct().toList();
		ReportedProcess process = new ReportedProcess(ProcessHandle.current().pid(), Host.name(),
				applications.application());
		return new ReportHead(requests.isEmpty() ? 0 : this.sequence.incrementAndGet(), Instant.now(), reasons,
				Math.max(0, count - 1), process);
	}

	/**
	 * Learn the secrets anew. If that takes too long or fails, those known before count.
	 */
	private void refresh(Redaction redaction, Duration limit) {
		try {
			this.workers.callAlone(redaction, Executors.callable(redaction::refresh), limit);
		}
		catch (StuckException | ExecutionException | RejectedExecutionException ex) {
			// Names and patterns still mask
		}
	}

	/**
	 * Mask a report once for all who share it.
	 */
	private RedactedReport redact(Collected collected, Audience audience) {
		return collected.redacted().computeIfAbsent(audience, (reader) -> redactNow(collected, reader));
	}

	/**
	 * Mask a report on a worker, as rules of the application take part. If they do not
	 * come back the values they are asked about are hidden altogether.
	 */
	private RedactedReport redactNow(Collected collected, Audience audience) {
		try {
			return this.workers.call(() -> collected.redact(audience), collected.limits().report());
		}
		catch (StuckException | ExecutionException | RejectedExecutionException ex) {
			return collected.redact(Audience.HIDDEN);
		}
	}

	private static List<RegisteredSection> withCauses(List<ReportRequest> requests, List<RegisteredSection> sections) {
		List<RegisteredSection> all = new ArrayList<>();
		for (ReportRequest request : requests) {
			Throwable cause = request.cause();
			if (cause != null) {
				all.add(cause(cause, all.size() + 1));
			}
		}
		all.addAll(sections);
		return all;
	}

	private static RegisteredSection cause(Throwable cause, int number) {
		return (number == 1) ? new RegisteredSection(CAUSE, "Cause", () -> Failure.of(cause), null)
				: new RegisteredSection(CAUSE + "-" + number, "Cause (" + number + ")", () -> Failure.of(cause), null);
	}

	private RedactedReport reporting(ReportRequest request, Supplier<RedactedReport> maker) {
		checkNoWorker();
		RedactedReport report = null;
		try {
			report = maker.get();
			return report;
		}
		finally {
			this.ballast.arm();
			RedactedReport made = report;
			tell((listener) -> listener.reported(request.trigger(), made));
		}
	}

	private void tell(Consumer<ReportListener> event) {
		for (Contribution contribution : this.joined) {
			try {
				event.accept(contribution.listener());
			}
			catch (RuntimeException | LinkageError ex) {
				// A listener that fails must not cost the report
			}
		}
	}

	private void checkNoWorker() {
		if (this.workers.isWorker()) {
			throw new IllegalStateException("A section cannot ask for a report, it is part of one");
		}
	}

	private Contributions current() {
		List<Contribution> contributions = new ArrayList<>(this.joined);
		Contribution starting = this.starting;
		if (starting != null) {
			contributions.add(starting);
		}
		if (contributions.isEmpty()) {
			throw new ReportUnavailableException("no application is running");
		}
		return new Contributions(contributions);
	}

	private static Duration patience(Contributions applications) {
		return applications.oldest().limits().report().plus(MARGIN);
	}

	/**
	 * A collected report and the applications whose secrets it may hold.
	 */
	private record Collected(Report report, Contributions applications, Map<Audience, RedactedReport> redacted) {

		Collected(Report report, Contributions applications) {
			this(report, applications, new ConcurrentHashMap<>());
		}

		RedactedReport redact(Audience audience) {
			return this.applications.redact(this.report, audience);
		}

		TimeLimits limits() {
			return this.applications.oldest().limits();
		}

		Collected findings() {
			SectionReport findings = new SectionReport(FINDINGS, "Findings", SectionStatus.OK, this.report.duration(),
					null);
			return new Collected(new Report(this.report.head(), this.report.duration(), this.report.findings(),
					List.of(findings), false), this.applications);
		}

	}

	private static final class Holder {

		private static final JvmReports INSTANCE = new JvmReports();

	}

}
