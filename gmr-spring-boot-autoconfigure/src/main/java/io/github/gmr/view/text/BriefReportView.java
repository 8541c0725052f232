package io.github.gmr.view.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.Findings;
import io.github.gmr.report.SectionReport;
import io.github.gmr.view.ReportView;

/**
 * Writes what a report says first in no more than 8 kB, for pagers, chats and small
 * terminals: its head, the findings with their evidence, what was looked for, where most
 * threads stand and the oldest requests. What has no room is counted, the findings are
 * the last to go. Of a section that was asked for alone it is the beginning. As in text,
 * a whole report ends with a head {@code End of Guru Meditation}.
 */
public final class BriefReportView implements ReportView {

	@Override
	public String name() {
		return "brief";
	}

	@Override
	public String mediaType() {
		return TextPart.MEDIA_TYPE;
	}

	@Override
	public String extension() {
		return "brief";
	}

	@Override
	public void write(RedactedReport report, OutputStream out) throws IOException {
		BriefLines brief = new BriefLines();
		if (report.isWhole()) {
			addWhole(report, brief);
		}
		else {
			addPart(report, brief);
		}
		TextPart.write(out, (lines) -> brief.write(lines, (ending) -> {
			if (report.isWhole()) {
				TextReportView.writeEnding(report, ending);
			}
		}));
	}

	private static void addWhole(RedactedReport report, BriefLines brief) throws IOException {
		brief.head(BriefRank.FRAME, "Guru Meditation");
		brief.line(BriefRank.FRAME, "|".repeat(TextLines.WIDTH));
		for (String pair : TextHead.of(report)) {
			brief.named(BriefRank.FRAME, pair);
		}
		new BriefFindings(brief).add(report);
		new BriefActivity(brief).add(report.sections());
	}

	private static void addPart(RedactedReport report, BriefLines brief) throws IOException {
		for (SectionReport section : report.sections()) {
			if (Findings.NAME.equals(section.name())) {
				new BriefFindings(brief).add(report);
			}
			else {
				addBeginning(report, brief);
			}
		}
	}

	private static void addBeginning(RedactedReport report, BriefLines brief) throws IOException {
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		new TextReportView().write(report.cutTo(BriefLines.MAX_SIZE), text);
		for (String line : text.toString(StandardCharsets.UTF_8).lines().toList()) {
			brief.line(BriefRank.SECTION, line);
		}
	}

}
