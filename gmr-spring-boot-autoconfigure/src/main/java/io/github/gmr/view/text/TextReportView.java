package io.github.gmr.view.text;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.Coverage;
import io.github.gmr.report.Findings;
import io.github.gmr.report.ReportFinding;
import io.github.gmr.report.SectionReport;
import io.github.gmr.report.SectionStatus;
import io.github.gmr.view.ReportView;

/**
 * Writes a report as plain text, 72 columns wide, the way operators know it from
 * OpenStack. The last three lines of a whole report are a head
 * {@code End of Guru Meditation}: a report without it was cut.
 */
public final class TextReportView implements ReportView {

	@Override
	public String name() {
		return TextPart.NAME;
	}

	@Override
	public String mediaType() {
		return TextPart.MEDIA_TYPE;
	}

	@Override
	public String extension() {
		return TextPart.EXTENSION;
	}

	@Override
	public void write(RedactedReport report, OutputStream out) throws IOException {
		TextPart.write(out, (lines) -> {
			TextOpening opening = new TextOpening(report, List.of());
			if (report.isWhole()) {
				writeOpening(report, opening, lines);
			}
			writeRest(report, opening, lines);
		});
	}

	/**
	 * Return a view of the opening of a whole report, up to the end of its findings.
	 * @param opening what it says
	 * @return the view
	 */
	public static ReportView opening(TextOpening opening) {
		return new TextPart((report, lines) -> writeOpening(report, opening, lines));
	}

	/**
	 * Return a view of what follows on the opening of a whole report.
	 * @param opening what the opening has said
	 * @return the view
	 */
	public static ReportView rest(TextOpening opening) {
		return new TextPart((report, lines) -> writeRest(report, opening, lines));
	}

	private static void writeOpening(RedactedReport report, TextOpening opening, TextLines lines) throws IOException {
		lines.head("Guru Meditation");
		lines.line("|".repeat(TextLines.WIDTH));
		for (String pair : TextHead.of(report)) {
			lines.named(pair);
		}
		lines.line("").line("");
		writeFindings(Findings.TITLE, opening.findings(), opening.coverage(), lines);
		if (!opening.missing().isEmpty()) {
			lines.named("not known yet = " + String.join(", ", opening.missing()) + " (see Later Findings)");
		}
	}

	private static void writeRest(RedactedReport report, TextOpening opening, TextLines lines) throws IOException {
		for (SectionReport section : report.sections()) {
			write(section, report, report.isWhole() ? lines.belowFindings() : lines);
		}
		if (report.isWhole()) {
			List<ReportFinding> later = opening.later(report.findings());
			if (!later.isEmpty() || !opening.missing().isEmpty()) {
				writeFindings("Later Findings", later, report.coverage(), lines);
			}
			writeEnding(report, lines);
		}
	}

	/**
	 * Write what shows that a whole report has not lost its end.
	 * @param report the report
	 * @param lines where to write it
	 * @throws IOException if the output fails
	 */
	static void writeEnding(RedactedReport report, TextLines lines) throws IOException {
		lines.line("").named("duration = " + report.duration().toMillis() + " ms");
		lines.head("End of Guru Meditation");
	}

	private static void write(SectionReport section, RedactedReport report, TextLines lines) throws IOException {
		if (!report.isWhole() && Findings.NAME.equals(section.name())) {
			writeFindings(Findings.TITLE, report.findings(), report.coverage(), lines);
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

	private static void writeFindings(String title, List<ReportFinding> findings, Coverage coverage, TextLines lines)
			throws IOException {
		lines.head(title);
		if (findings.isEmpty()) {
			lines.line("None");
		}
		for (ReportFinding found : findings) {
			new TextFinding(found).write(lines);
		}
		if (!coverage.checks().isEmpty()) {
			lines.named("checks = " + coverage.words());
		}
	}

}
