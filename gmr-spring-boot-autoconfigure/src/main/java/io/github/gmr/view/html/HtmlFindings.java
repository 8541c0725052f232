package io.github.gmr.view.html;

import java.io.IOException;
import java.util.List;

import io.github.gmr.content.Finding;
import io.github.gmr.content.FindingDetails;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Provenance;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.ReportFinding;
import io.github.gmr.view.FindingPages;
import io.github.gmr.view.Markup;
import io.github.gmr.view.Word;

/**
 * Writes the findings of a report as they stand at its top: each with what has led to it,
 * the settings behind it and what follows from it, and how much was looked for.
 */
final class HtmlFindings {

	/**
	 * The name of the findings in links.
	 */
	static final String ANCHOR = "findings";

	private final RedactedReport report;

	private final SectionLinks links;

	private final FindingPages pages;

	private final Markup html;

	HtmlFindings(RedactedReport report, SectionLinks links, FindingPages pages, Markup html) {
		this.report = report;
		this.links = links;
		this.pages = pages;
		this.html = html;
	}

	void write() throws IOException {
		this.html.line().start("section", ANCHOR).attribute("aria-labelledby", ANCHOR);
		this.html.start("h2").attribute("id", ANCHOR).text("Findings").end();
		if (this.report.findings().isEmpty()) {
			this.html.element("p", "none", "None");
		}
		else {
			write(this.report.findings());
		}
		if (!this.report.coverage().checks().isEmpty()) {
			this.html.element("p", "hint", "checks: " + this.report.coverage().words());
		}
		this.html.end();
	}

	private void write(List<ReportFinding> findings) throws IOException {
		this.html.start("ul");
		for (ReportFinding found : findings) {
			this.html.line().start("li");
			write(found);
			this.html.end();
		}
		this.html.end();
	}

	private void write(ReportFinding found) throws IOException {
		Finding finding = found.finding();
		String severity = Word.of(finding.severity());
		this.html.start("div", "finding " + severity).element("strong", severity).text(" ");
		this.html.element("span", finding.summary()).text(" ");
		writeNext(found);
		writePlace(finding);
		writeDetails(finding.details());
		if (!found.consequences().isEmpty()) {
			this.html.element("p", "because", "Because of that:");
			write(found.consequences());
		}
		this.html.end();
	}

	private void writeNext(ReportFinding found) throws IOException {
		String next = found.next();
		String row = found.finding().details().row();
		this.html.start("span", "next").text("see ");
		this.links.write(next, this.html);
		this.html.text((row != null) ? " " + row : "");
		if (!next.equals(found.section())) {
			this.html.text(", raised by ");
			this.links.write(found.section(), this.html);
		}
		this.html.end();
		if (found.kind() != null) {
			writeKind(found.kind());
		}
	}

	private void writeKind(String kind) throws IOException {
		String page = this.pages.of(kind, this.report.coverage());
		this.html.text(" ");
		if (page != null) {
			this.html.start("a").attribute("href", page).element("code", "id", kind).end();
		}
		else {
			this.html.element("code", "id", kind);
		}
	}

	private void writePlace(Finding finding) throws IOException {
		List<String> place = finding.details().place();
		if (!place.isEmpty() && !finding.summary().contains(place.get(0))) {
			this.html.element("p", "place", "at " + String.join(" in ", place));
		}
	}

	private void writeDetails(FindingDetails details) throws IOException {
		if (details.chain().isEmpty() && details.settings().isEmpty()) {
			return;
		}
		this.html.start("ul", "chain");
		for (String link : details.chain()) {
			this.html.element("li", link);
		}
		for (Setting setting : details.settings()) {
			this.html.start("li");
			write(setting);
			this.html.end();
		}
		this.html.end();
	}

	private void write(Setting setting) throws IOException {
		String value = (setting.value() != null) ? " = " + setting.value() : "";
		this.html.element("code", setting.name() + value);
		Provenance provenance = setting.provenance();
		if (provenance != null) {
			this.html.text(" (" + provenance.place() + ")");
		}
		if (setting.remark() != null) {
			this.html.text(" ").element("span", "remark", setting.remark().text());
		}
	}

}
