package io.github.gmr.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.github.gmr.GuruMeditation;
import io.github.gmr.Publication;
import io.github.gmr.ReportUnavailableException;
import io.github.gmr.engine.ReportCollector.Observer;
import io.github.gmr.engine.RequestCoalescer.Batch;
import io.github.gmr.redact.Audience;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.Findings;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.sink.StderrSink;
import io.github.gmr.worker.WorkerThreads;
import io.github.gmr.worker.Workers;

/**
 * Makes the reports of this JVM, for all its applications: it has the threads, numbers
 * reports, and makes one at a time. Applications join when they are ready and leave when
 * they close; nothing here refers to them afterwards. Thread-safe. Not for applications
 * to use: {@link GuruMeditation} is.
 */
public final class ReportEngine {

	private final WorkerThreads threads;

	private final Workers workers;

	private final HeapReserve reserve;

	private final StderrSink stderr;

	private final ApplicationRegistry applications;

	private final UndeliveredReports undelivered = new UndeliveredReports();

	private final ReportCollector collector;

	private final ReportPublisher publisher;

	private final RequestCoalescer<Publication> publications = new RequestCoalescer<>();

	ReportEngine(StderrSink stderr) {
		this(new WorkerThreads(), stderr);
	}

	private ReportEngine(WorkerThreads threads, StderrSink stderr) {
		this(threads, new Workers(threads), new HeapReserve(), stderr, new AtomicLong()::incrementAndGet);
	}

	private ReportEngine(WorkerThreads threads, Workers workers, HeapReserve reserve, StderrSink stderr,
			LongSupplier sequence) {
		this.threads = threads;
		this.workers = workers;
		this.reserve = reserve;
		this.stderr = stderr;
		this.applications = new ApplicationRegistry(this.workers);
		this.collector = new ReportCollector(threads, this.workers, this.applications, this.undelivered, reserve,
				sequence);
		this.publisher = new ReportPublisher(this.workers, stderr);
	}

	/**
	 * Return the engine of this JVM. Its threads run as long as there are applications.
	 * @return the only instance of this copy of the library
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
	 * Return what calls code that may hang.
	 * @return the workers of this JVM
	 */
	public Workers workers() {
		return this.workers;
	}

	/**
	 * Let an application take part that has no context, be it not yet or no longer.
	 * @param key identifies the application
	 * @param application what there is of it
	 */
	public synchronized void joinWithoutContext(Object key, ReportingApplication application) {
		start();
		this.applications.joinWithoutContext(key, application);
	}

	/**
	 * Let an application without a context take part no longer.
	 * @param key what identifies it
	 */
	public synchronized void leaveWithoutContext(Object key) {
		this.applications.leaveWithoutContext(key);
		endIfEmpty();
	}

	/**
	 * Let an application take part.
	 * @param application the application
	 */
	public synchronized void join(ReportingApplication application) {
		start();
		this.applications.join(application);
	}

	/**
	 * Let an application take part no longer. With the last one the threads end.
	 * @param application the application
	 */
	public synchronized void leave(ReportingApplication application) {
		this.applications.leave(application);
		this.threads.renew();
		endIfEmpty();
	}

	/**
	 * Return whether no application takes part.
	 * @return whether there is nothing to report about
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
		List<String> names = new ArrayList<>(List.of(Findings.NAME));
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
		return make(request, () -> this.collector.whole(List.of(request), Observer.NONE), audience);
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
		return part(name, request).map((part) -> make(request, part, audience));
	}

	private Optional<Supplier<CollectedReport>> part(String name, ReportRequest request) {
		if (Findings.NAME.equals(name)) {
			return Optional.of(() -> this.collector.whole(List.of(request), Observer.NONE).findings());
		}
		ApplicationSnapshot applications = this.applications.current();
		Optional<RegisteredSection> section = applications.section(name);
		return section.map((found) -> () -> this.collector.section(found, request, applications));
	}

	/**
	 * Make a report and publish it to the sinks. Requests that arrive while another one
	 * waits share its report.
	 * @param request who asks
	 * @return where the report went
	 * @throws ReportUnavailableException if it takes too long
	 */
	public Publication publish(ReportRequest request) {
		return publish(List.of(request));
	}

	/**
	 * Make one report that answers several requests, and publish it to the sinks.
	 * @param requests who asks
	 * @return where the report went
	 * @throws ReportUnavailableException if it takes too long
	 */
	public Publication publish(List<ReportRequest> requests) {
		checkNoWorker();
		Duration patience = ReportRun.patience(this.applications.current().limits()).multipliedBy(2);
		return this.reserve.use(() -> this.publications.share(requests, patience, this::publish));
	}

	/**
	 * Return what makes reports and publishes them to nowhere, so that a first real one
	 * meets loaded classes and linked code. Asks no section of the applications.
	 * @return the steps, each of which takes a moment; they are about the applications
	 * that take part when it runs
	 */
	public List<Runnable> warmUp() {
		List<Runnable> steps = new ArrayList<>();
		for (WarmUp step : WarmUp.values()) {
			steps.add(() -> warmUp(step));
		}
		return steps;
	}

	private void warmUp(WarmUp step) {
		StderrSink nowhere = new StderrSink(OutputStream.nullOutputStream());
		try {
			step.run(this.applications.current().applications(), new ReportEngine(this.threads, this.workers,
					HeapReserve.empty(), nowhere, () -> RegisteredSection.WARM_UP));
		}
		finally {
			nowhere.end();
			endIfEmpty();
		}
	}

	/**
	 * Note on standard error that a report could not be made. Waits as long as standard
	 * error does, and throws nothing.
	 * @param cause why not
	 */
	public void noteFailure(Throwable cause) {
		try {
			this.stderr.note("The Guru Meditation Report failed: " + cause);
		}
		catch (IOException | RuntimeException | Error ex) {
			// Neither the report nor this can be had
		}
	}

	/**
	 * Do something that failed for want of heap once more, with the heap that is set
	 * aside for reports.
	 * @param work what to do
	 */
	public void relieve(Runnable work) {
		this.reserve.drop();
		try {
			work.run();
		}
		finally {
			this.reserve.restore();
		}
	}

	private RedactedReport make(ReportRequest request, Supplier<CollectedReport> collecting, Audience audience) {
		checkNoWorker();
		return this.reserve.use(() -> collect(request, collecting, (report) -> audience).redact(audience));
	}

	private Publication publish(Batch<Publication> batch) {
		List<ReportRequest> requests = batch.close();
		long reported = this.undelivered.count();
		ReportOpening opening = this.publisher.opening();
		CollectedReport collected = collect(requests.get(0), () -> this.collector.whole(requests, opening),
				(report) -> report.output().audience());
		OutputSettings output = collected.output();
		RedactedReport report = collected.redact(output.audience());
		this.reserve.dropLast();
		Publication publication = this.publisher.publish(report, output, collected.applications()::mask, opening);
		this.undelivered.reported(publication, reported);
		this.undelivered.add(publication);
		this.applications.notify(collected.applications().listeners(), (listener) -> listener.published(publication));
		return publication;
	}

	/**
	 * Collect a report and mask it for its audience, and notify the listeners of it or of
	 * the failure.
	 */
	private CollectedReport collect(ReportRequest request, Supplier<CollectedReport> collecting,
			Function<CollectedReport, Audience> audience) {
		try {
			CollectedReport collected = collecting.get();
			RedactedReport report = collected.redact(audience.apply(collected));
			this.applications.notify(collected.applications().listeners(),
					(listener) -> listener.reported(request.trigger(), report));
			return collected;
		}
		catch (RuntimeException | Error ex) {
			this.applications.notify(this.applications.listeners(),
					(listener) -> listener.reported(request.trigger(), null));
			throw ex;
		}
	}

	private void start() {
		this.threads.start();
		this.stderr.start();
	}

	private synchronized void endIfEmpty() {
		if (isEmpty()) {
			this.threads.end();
			this.stderr.end();
		}
	}

	private void checkNoWorker() {
		if (this.threads.isWorker()) {
			throw new IllegalStateException("A section cannot ask for a report, it is part of one");
		}
	}

	private static final class Holder {

		private static final ReportEngine INSTANCE = new ReportEngine(new StderrSink());

	}

}
