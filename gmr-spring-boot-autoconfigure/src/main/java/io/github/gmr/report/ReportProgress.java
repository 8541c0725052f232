package io.github.gmr.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.gmr.worker.Deadline;

/**
 * What is known of a report while it is collected. Thread-safe.
 */
public final class ReportProgress {

	private final ReportHead head;

	private final List<RegisteredSection> sections;

	private final List<ReportFinding> findings;

	private final Deadline deadline;

	private final Map<RegisteredSection, SectionReport> collected = new ConcurrentHashMap<>();

	private final CountDownLatch missing;

	/**
	 * Begin a report.
	 * @param head what the report says about itself
	 * @param sections the sections in printing order
	 * @param findings what is known without any section
	 * @param deadline until when the report may take
	 */
	public ReportProgress(ReportHead head, List<RegisteredSection> sections, List<ReportFinding> findings,
			Deadline deadline) {
		this.head = head;
		this.sections = List.copyOf(sections);
		this.findings = List.copyOf(findings);
		this.deadline = deadline;
		this.missing = new CountDownLatch(this.sections.size());
	}

	/**
	 * Wait until all sections are collected.
	 * @param limit the longest time to wait
	 * @throws InterruptedException if the thread is interrupted
	 */
	public void await(Duration limit) throws InterruptedException {
		this.missing.await(limit.toNanos(), TimeUnit.NANOSECONDS);
	}

	/**
	 * Return the report as far as it is collected.
	 * @return a report of those sections
	 */
	public Report soFar() {
		Gathering gathering = new Gathering();
		List<SectionReport> reports = new ArrayList<>();
		for (RegisteredSection section : this.sections) {
			SectionReport report = this.collected.get(section);
			if (report != null) {
				reports.add(report);
				gathering.add(section, report);
			}
		}
		return new Report(this.head, this.deadline.elapsed(), gathering.findings(this.findings), gathering.coverage(),
				reports, true);
	}

	/**
	 * Return the sections that are not collected yet.
	 * @return their titles, in printing order
	 */
	public List<String> missing() {
		return this.sections.stream()
			.filter((section) -> !this.collected.containsKey(section))
			.map(RegisteredSection::title)
			.toList();
	}

	ReportHead head() {
		return this.head;
	}

	List<RegisteredSection> sections() {
		return this.sections;
	}

	Deadline deadline() {
		return this.deadline;
	}

	void collected(RegisteredSection section, SectionReport report) {
		this.collected.put(section, report);
		this.missing.countDown();
	}

}
