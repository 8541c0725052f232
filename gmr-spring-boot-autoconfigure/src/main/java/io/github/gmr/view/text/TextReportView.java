package io.github.gmr.view.text;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.ReportFinding;
import io.github.gmr.report.ReportHead;
import io.github.gmr.report.SectionReport;
import io.github.gmr.report.SectionStatus;
import io.github.gmr.view.ReportView;

/**
 * Writes a report as plain text, 72 columns wide, the way operators know it from
 * OpenStack. The last three lines of a whole report are a head
 * {@code End of Guru Meditation}: a report without it was cut.
 */
public final class TextReportView implements ReportView {

	private static final String FINDINGS = "findings";

	@Override
	public String name() {
		return "text";
	}

	@Override
	public String mediaType() {
		return "text/plain;charset=UTF-8";
	}

	@Override
	public String extension() {
		return "txt";
	}

	@Override
	public void write(RedactedReport report, OutputStream out) throws IOException {
		Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		write(report, new TextLines(writer));
		writer.flush();
	}

	private void write(RedactedReport report, TextLines lines) throws IOException {
		if (report.isWhole()) {
			lines.head("Guru Meditation");
			lines.line("|".repeat(TextLines.WIDTH));
			writeHead(report, lines);
			lines.line("").line("");
			writeFindings(report.findings(), lines);
		}
		for (SectionReport section : report.sections()) {
			write(section, report, lines);
		}
		if (report.isWhole()) {
			lines.head("End of Guru Meditation");
		}
	}

	private void writeHead(RedactedReport report, TextLines lines) throws IOException {
		ReportHead head = report.head();
		lines.named("trigger = " + String.join(", ", head.triggers()));
		lines.named("time = " + head.time());
		lines.named("sequence = " + head.sequence());
		lines.named("pid = " + head.process().pid());
		lines.named("host = " + head.process().host());
		lines.named("application = " + head.process().application());
		lines.named("duration = " + report.duration().toMillis() + " ms");
		if (head.merged() > 0) {
			lines.named("merged with this report = " + head.merged());
		}
	}

	private void write(SectionReport section, RedactedReport report, TextLines lines) throws IOException {
		if (!report.isWhole() && FINDINGS.equals(section.name())) {
			writeFindings(report.findings(), lines);
			return;
		}
		lines.head(section.title());
		if (section.status() == SectionStatus.FAILED) {
			lines.line("failed:");
		}
		if (section.content() != null) {
			TextContent.of(section.content()).write(lines);
		}
		else {
			lines.line("None");
		}
	}

	private static void write(ReportFinding found, TextLines lines) throws IOException {
		String next = found.next();
		String raisedBy = next.equals(found.section()) ? "" : ", raised by " + found.section();
		lines.named(TextContent.line(found.finding()) + " (see " + next + raisedBy + ")");
	}

	private void writeFindings(List<ReportFinding> findings, TextLines lines) throws IOException {
		lines.head("Findings");
		if (findings.isEmpty()) {
			lines.line("None");
		}
		for (ReportFinding found : findings) {
			write(found, lines);
		}
	}

}
