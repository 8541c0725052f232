package io.github.gmr.redact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.report.Report;
import io.github.gmr.report.ReportHead;
import io.github.gmr.report.ReportedProcess;
import io.github.gmr.report.SectionReport;
import io.github.gmr.report.SectionStatus;
import io.github.gmr.view.ReportView;
import io.github.gmr.view.html.HtmlReportView;
import io.github.gmr.view.json.JsonReportView;
import io.github.gmr.view.text.BriefReportView;
import io.github.gmr.view.text.TextReportView;
import io.github.gmr.view.xml.XmlReportView;

/**
 * Reports of one section, redacted, in all formats.
 */
final class RenderedContent {

	private static final List<ReportView> VIEWS = List.of(new TextReportView(), new BriefReportView(),
			new JsonReportView(), new XmlReportView(), new HtmlReportView());

	private RenderedContent() {
	}

	static RedactedReport redact(Content content) {
		SectionReport section = new SectionReport("x", "X", SectionStatus.OK, Duration.ZERO, content);
		ReportHead head = new ReportHead(1, Instant.EPOCH, List.of(), 0, new ReportedProcess(1, "host", "app"));
		return Redaction.builder()
			.build()
			.redact(new Report(head, Duration.ZERO, List.of(), List.of(section), true), Audience.MASKED);
	}

	/**
	 * Write a report in all formats, one after the other.
	 * @param report the report
	 * @return all of them, and what its sections say as it is
	 * @throws IOException if it cannot be written
	 */
	static String render(RedactedReport report) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (ReportView view : VIEWS) {
			view.write(report, out);
		}
		return report.sections() + out.toString(StandardCharsets.UTF_8);
	}

}
