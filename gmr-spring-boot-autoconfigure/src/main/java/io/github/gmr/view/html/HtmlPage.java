package io.github.gmr.view.html;

import java.io.IOException;
import java.util.List;

import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.Findings;
import io.github.gmr.report.ReportHead;
import io.github.gmr.report.SectionReport;
import io.github.gmr.report.SectionStatus;
import io.github.gmr.view.FindingPages;
import io.github.gmr.view.Markup;

/**
 * Writes the page around the contents of sections: what the report is about, the
 * findings, where the sections are, and a frame for each of them.
 */
final class HtmlPage {

	private static final String TITLE = "Guru Meditation";

	private final RedactedReport report;

	private final PageStyle style;

	private final FindingPages pages;

	private final Markup html;

	private final HtmlContent content;

	HtmlPage(RedactedReport report, PageStyle style, FindingPages pages, Markup html) {
		this.report = report;
		this.style = style;
		this.pages = pages;
		this.html = html;
		this.content = new HtmlContent(html);
	}

	void write() throws IOException {
		this.html.doctype().line().start("html").attribute("lang", "en");
		writeHead();
		this.html.line().start("body");
		writeHeader(this.report.head());
		if (isAboutFindings()) {
			new HtmlFindings(this.report, new SectionLinks(this.report.sections()), this.pages, this.html).write();
		}
		if (this.report.sections().size() > 1) {
			writeNavigation();
		}
		writeSections();
		this.html.line()
			.start("footer")
			.element("p", this.report.isWhole() ? "End of " + TITLE : "One section of a report");
		this.html.end().line().end().line().end();
	}

	private void writeHead() throws IOException {
		this.html.line().start("head").line().empty("meta").attribute("charset", "UTF-8");
		this.html.line().empty("meta").attribute("http-equiv", "Content-Security-Policy");
		this.html.attribute("content", this.style.contentSecurityPolicy());
		writeMeta("viewport", "width=device-width, initial-scale=1");
		writeMeta("color-scheme", "light dark");
		writeMeta("robots", "noindex");
		this.html.line().empty("link").attribute("rel", "icon").attribute("href", "data:,");
		this.html.line().element("title", TITLE + ": " + this.report.head().process().application());
		this.html.line().element("style", this.style.css()).line().end();
	}

	private void writeMeta(String name, String content) throws IOException {
		this.html.line().empty("meta").attribute("name", name).attribute("content", content);
	}

	private void writeHeader(ReportHead head) throws IOException {
		this.html.line().start("header").element("p", "kind", TITLE);
		this.html.element("h1", head.process().application()).start("dl");
		writeFact("asked by", String.join(", ", head.triggers()) + merged(head));
		writeFact("time", head.time().toString());
		writeFact("host", head.process().host());
		writeFact("process", Long.toString(head.process().pid()));
		writeFact("report", Long.toString(head.sequence()));
		writeFact("took", this.report.duration().toMillis() + " ms");
		this.html.end().end();
	}

	private static String merged(ReportHead head) {
		return (head.merged() > 0) ? " and " + head.merged() + " more" : "";
	}

	private void writeFact(String name, String value) throws IOException {
		this.html.line().start("div").element("dt", name).element("dd", value).end();
	}

	private boolean isAboutFindings() {
		return this.report.isWhole() || !this.report.findings().isEmpty()
				|| this.report.sections().stream().anyMatch(this::isFindings);
	}

	private boolean isFindings(SectionReport section) {
		return !this.report.isWhole() && Findings.NAME.equals(section.name());
	}

	private void writeNavigation() throws IOException {
		this.html.line().start("nav").attribute("aria-label", "Sections").start("ul");
		List<SectionReport> sections = this.report.sections();
		for (int i = 0; i < sections.size(); i++) {
			this.html.start("li")
				.start("a")
				.attribute("href", "#" + SectionLinks.anchor(i))
				.text(sections.get(i).title())
				.end();
			writeStatus(sections.get(i).status());
			this.html.end();
		}
		this.html.end().end();
	}

	private void writeSections() throws IOException {
		this.html.line().start("main");
		List<SectionReport> sections = this.report.sections();
		for (int i = 0; i < sections.size(); i++) {
			if (!isFindings(sections.get(i))) {
				write(sections.get(i), i);
			}
		}
		this.html.end();
	}

	private void write(SectionReport section, int index) throws IOException {
		this.html.line()
			.start("details", "section")
			.attribute("id", SectionLinks.anchor(index))
			.attribute("open", "open");
		this.html.start("summary").element("h2", section.title());
		writeStatus(section.status());
		this.html.element("span", "took", section.duration().toMillis() + " ms").end().start("div", "body");
		this.content.write(section.content());
		this.html.end().end();
	}

	private void writeStatus(SectionStatus status) throws IOException {
		if (status != SectionStatus.OK) {
			this.html.text(" ").element("span", "status", status.code());
		}
	}

}
