package io.github.gmr.benchmarks.configuration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.report.Report;
import io.github.gmr.report.ReportHead;
import io.github.gmr.report.ReportedProcess;
import io.github.gmr.report.SectionReport;
import io.github.gmr.report.SectionStatus;

/**
 * Reports of one section.
 */
final class Reports {

	private Reports() {
	}

	static Report of(Content content) {
		SectionReport section = new SectionReport("configuration", "Configuration", SectionStatus.OK, Duration.ZERO,
				content);
		ReportHead head = new ReportHead(1, Instant.EPOCH, List.of(), 0, new ReportedProcess(1, "host", "app"));
		return new Report(head, Duration.ZERO, List.of(), List.of(section), true);
	}

}
