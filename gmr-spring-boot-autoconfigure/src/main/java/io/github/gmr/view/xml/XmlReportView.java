package io.github.gmr.view.xml;

import java.io.IOException;
import java.io.OutputStream;

import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Check.Outcome;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.CheckReport;
import io.github.gmr.report.Coverage;
import io.github.gmr.report.ReportFinding;
import io.github.gmr.report.ReportHead;
import io.github.gmr.report.SectionReport;
import io.github.gmr.view.Markup;
import io.github.gmr.view.Millis;
import io.github.gmr.view.Omitted;
import io.github.gmr.view.ReportVersion;
import io.github.gmr.view.ReportView;
import io.github.gmr.view.Word;

/**
 * Writes a report as XML: the tree that {@link JsonReportView} writes, below one element
 * {@code guruMeditation}. Names that come from a report are attributes, never elements.
 */
public final class XmlReportView implements ReportView {

	@Override
	public String name() {
		return "xml";
	}

	@Override
	public String mediaType() {
		return "application/xml";
	}

	@Override
	public String extension() {
		return "xml";
	}

	@Override
	public void write(RedactedReport report, OutputStream out) throws IOException {
		Markup xml = Markup.to(out).declaration();
		xml.line().start("guruMeditation").attribute("reportVersion", ReportVersion.CURRENT);
		writeHead(report, xml);
		xml.line().start("findings");
		for (ReportFinding found : report.findings()) {
			XmlFinding.write(found, xml);
		}
		xml.line().end();
		write(report.coverage(), xml);
		xml.line().start("sections");
		for (SectionReport section : report.sections()) {
			write(section, xml);
		}
		xml.line().end().line().end().line().flush();
	}

	private static void writeHead(RedactedReport report, Markup xml) throws IOException {
		ReportHead head = report.head();
		xml.line().start("report").line().start("triggers");
		for (String trigger : head.triggers()) {
			xml.line().element("trigger", trigger);
		}
		xml.line().end().line().element("time", head.time().toString());
		xml.line().element("sequence", Long.toString(head.sequence()));
		xml.line().element("merged", Long.toString(head.merged()));
		xml.line().element("pid", Long.toString(head.process().pid()));
		xml.line().element("host", head.process().host());
		xml.line().element("application", head.process().application());
		xml.line().element("durationMs", Millis.of(report.duration()).toString());
		xml.line().start("omitted");
		for (String name : Omitted.names(report)) {
			xml.line().element("name", name);
		}
		xml.end().line().end();
	}

	private static void write(Coverage coverage, Markup xml) throws IOException {
		xml.line().start("checks").attribute("made", coverage.made());
		xml.attribute("raised", coverage.count(Outcome.RAISED));
		xml.attribute("notPossible", coverage.count(Outcome.NOT_POSSIBLE));
		for (CheckReport check : coverage.checks()) {
			xml.line().start("check").attribute("id", check.id()).attribute("section", check.section());
			xml.attribute("outcome", Word.of(check.outcome()));
			Level level = check.level();
			if (level != null) {
				xml.attribute("value", Double.toString(level.value()))
					.attribute("limit", Double.toString(level.limit()));
				xml.attribute("unit", level.unit()).attribute("falling", Boolean.toString(level.falling()));
			}
			if (check.reason() != null) {
				xml.text(check.reason());
			}
			xml.end();
		}
		xml.line().end();
	}

	private static void write(SectionReport section, Markup xml) throws IOException {
		xml.line().start("section").attribute("name", section.name()).attribute("title", section.title());
		xml.attribute("status", section.status().code());
		xml.attribute("durationMs", Millis.of(section.duration()).toString());
		new XmlContent(xml).write(section.content());
		xml.line().end();
	}

}
