package io.github.gmr.benchmarks.reports;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.gmr.benchmarks.measurement.CountingStream;
import io.github.gmr.content.Threads;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.redact.Audience;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.report.Report;
import io.github.gmr.report.ReportGenerator;
import io.github.gmr.report.ReportHead;
import io.github.gmr.report.ReportProgress;
import io.github.gmr.report.ReportedProcess;
import io.github.gmr.report.SectionReport;
import io.github.gmr.report.TimeLimits;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.view.ReportView;
import io.github.gmr.worker.Deadline;
import io.github.gmr.worker.WorkerThreads;
import io.github.gmr.worker.Workers;

import org.springframework.context.ApplicationContext;

/**
 * The stages of a report of an application, each to be done alone.
 */
final class ReportStages {

	private static final TimeLimits PATIENT = new TimeLimits(Duration.ofMinutes(1), Duration.ofMinutes(1));

	private final List<RegisteredSection> sections;

	private final Redaction redaction;

	private final ReportGenerator generator;

	ReportStages(ApplicationContext application) {
		this.sections = application.getBeansOfType(ReportSection.class)
			.entrySet()
			.stream()
			.map((bean) -> new RegisteredSection(bean.getKey(), bean.getKey(), bean.getValue(), null))
			.toList();
		this.redaction = application.getBean(Redaction.class);
		WorkerThreads threads = new WorkerThreads();
		threads.start();
		this.generator = new ReportGenerator(threads, new Workers(threads), () -> {
		});
	}

	/**
	 * Ask all sections.
	 * @return what they say
	 */
	Report collect() {
		ReportHead head = new ReportHead(1, Instant.EPOCH, List.of("benchmark"), 0,
				new ReportedProcess(1, "host", "benchmark"));
		ReportProgress progress = new ReportProgress(head, this.sections, List.of(), Deadline.in(PATIENT.report()));
		return this.generator.generate(progress, new ReportScope(), PATIENT);
	}

	/**
	 * Return the stacks of the threads in a report.
	 * @param report the report
	 * @return the threads, grouped by their stacks
	 */
	static List<StackGroup> stacks(Report report) {
		return report.sections()
			.stream()
			.map(SectionReport::content)
			.filter(Threads.class::isInstance)
			.flatMap((threads) -> ((Threads) threads).groups().stream())
			.toList();
	}

	/**
	 * Learn the secrets anew.
	 * @return what knows them
	 */
	Redaction refresh() {
		this.redaction.refresh(new ReportScope());
		return this.redaction;
	}

	/**
	 * Mask a report.
	 * @param report the report
	 * @return the masked report
	 */
	RedactedReport redact(Report report) {
		return this.redaction.redact(report, Audience.MASKED);
	}

	/**
	 * Write a report to nowhere.
	 * @param report the report
	 * @param view how it is written
	 * @return how long it is
	 * @throws IOException never
	 */
	long render(RedactedReport report, ReportView view) throws IOException {
		CountingStream out = new CountingStream();
		view.write(report, out);
		return out.count();
	}

}
