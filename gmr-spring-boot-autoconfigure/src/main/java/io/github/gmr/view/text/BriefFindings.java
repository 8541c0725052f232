package io.github.gmr.view.text;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.FindingDetails;
import io.github.gmr.content.Setting;
import io.github.gmr.content.text.Truncation;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.Findings;
import io.github.gmr.report.ReportFinding;

/**
 * Adds the findings to a brief report: a line for each, then, two columns deeper, its
 * figures, what has led to it and the settings behind it, and what follows from it.
 */
final class BriefFindings {

	private static final int MAX_SUMMARY = 400;

	private static final int MAX_CHAIN = 5;

	private final BriefLines lines;

	BriefFindings(BriefLines lines) {
		this.lines = lines;
	}

	void add(RedactedReport report) throws IOException {
		this.lines.head(BriefRank.FRAME, Findings.TITLE);
		if (report.findings().isEmpty()) {
			this.lines.named(BriefRank.FRAME, "None");
		}
		for (ReportFinding found : report.findings()) {
			this.lines.named(BriefRank.FINDING, sentence(found));
			addDetails(found, 1);
		}
		if (!report.coverage().checks().isEmpty()) {
			this.lines.named(BriefRank.FRAME, "checks = " + report.coverage().words());
		}
	}

	private void addDetails(ReportFinding found, int level) throws IOException {
		addDetails(found.finding(), level);
		for (ReportFinding consequence : found.consequences()) {
			this.lines.deeper(BriefRank.FINDING, level, "because of that: " + sentence(consequence));
			addDetails(consequence, level + 1);
		}
	}

	/**
	 * Returns a finding with what to look at next, which stays if the summary is long.
	 */
	private static String sentence(ReportFinding found) {
		Finding finding = found.finding();
		return TextFinding.sentence(
				new ReportFinding(finding.summary(Truncation.fit(finding.summary(), MAX_SUMMARY)), found.section()));
	}

	private void addDetails(Finding finding, int level) throws IOException {
		FindingDetails details = finding.details();
		if (TextFinding.tellsPlace(finding)) {
			this.lines.deeper(BriefRank.DETAIL, level, TextFinding.place(details));
		}
		if (!details.evidence().isEmpty()) {
			this.lines.deeper(BriefRank.DETAIL, level, figures(details.evidence()));
		}
		if (details.since() != null) {
			this.lines.deeper(BriefRank.DETAIL, level, "since = " + details.since());
		}
		List<String> chain = details.chain();
		for (String link : chain.subList(0, Math.min(chain.size(), MAX_CHAIN))) {
			this.lines.deeper(BriefRank.DETAIL, level, link);
		}
		if (chain.size() > MAX_CHAIN) {
			this.lines.deeper(BriefRank.DETAIL, level, "... " + (chain.size() - MAX_CHAIN) + " more");
		}
		for (Setting setting : details.settings()) {
			this.lines.deeper(BriefRank.DETAIL, level, TextSettings.line(setting));
		}
	}

	private static String figures(Map<String, Content> evidence) {
		return evidence.entrySet()
			.stream()
			.map((figure) -> figure.getKey() + " = " + figure.getValue().asText())
			.collect(Collectors.joining(", "));
	}

}
