package io.github.gmr.redact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.report.Report;
import io.github.gmr.report.ReportFinding;
import io.github.gmr.report.ReportHead;
import io.github.gmr.report.ReportedProcess;
import io.github.gmr.report.SectionReport;
import io.github.gmr.report.SectionStatus;
import org.jspecify.annotations.Nullable;

/**
 * Reports of a fixed time and process for tests of those who get them. Nothing in them is
 * masked.
 */
public final class SampleReports {

	/**
	 * When the reports were made.
	 */
	public static final Instant TIME = Instant.parse("2026-11-23T14:05:09Z");

	private SampleReports() {
	}

	public static ReportHead head(String application, long sequence, String... triggers) {
		return new ReportHead(sequence, TIME, List.of(triggers), 0, new ReportedProcess(4242, "host-1", application));
	}

	public static SectionReport section(String title, @Nullable Content content) {
		return section(title, SectionStatus.OK, content);
	}

	public static SectionReport section(String title, SectionStatus status, @Nullable Content content) {
		return new SectionReport(title.toLowerCase().replace(' ', '-'), title, status, Duration.ofMillis(5), content);
	}

	public static RedactedReport whole(ReportHead head, List<ReportFinding> findings, SectionReport... sections) {
		return new RedactedReport(new Report(head, Duration.ofMillis(42), findings, List.of(sections), true));
	}

	public static RedactedReport alone(SectionReport section, ReportFinding... findings) {
		return new RedactedReport(new Report(head("orders", 3, "HTTP GET"), Duration.ofMillis(42), List.of(findings),
				List.of(section), false));
	}

}
