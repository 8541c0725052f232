package io.github.gmr.view.json;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Check.Outcome;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.CheckReport;
import io.github.gmr.report.Coverage;
import io.github.gmr.report.ReportFinding;
import io.github.gmr.report.ReportHead;
import io.github.gmr.report.SectionReport;
import io.github.gmr.view.FindingPages;
import io.github.gmr.view.Millis;
import io.github.gmr.view.Omitted;
import io.github.gmr.view.ReportVersion;
import io.github.gmr.view.ReportView;
import io.github.gmr.view.Visible;
import io.github.gmr.view.Word;

import org.springframework.boot.json.WritableJson;

/**
 * Writes a report as one JSON object on one line, so that what ships logs can take it.
 * The shape is described by {@code docs/report.schema.json}.
 */
public final class JsonReportView implements ReportView {

	private final FindingPages pages;

	/**
	 * Create a view without links to pages about findings.
	 */
	public JsonReportView() {
		this(FindingPages.NONE);
	}

	/**
	 * Create a view.
	 * @param pages knows the pages about findings
	 */
	public JsonReportView(FindingPages pages) {
		this.pages = pages;
	}

	@Override
	public String name() {
		return "json";
	}

	@Override
	public String mediaType() {
		return "application/json";
	}

	@Override
	public String extension() {
		return "json";
	}

	@Override
	public void write(RedactedReport report, OutputStream out) throws IOException {
		Buffer buffer = new Buffer(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		try {
			json(report).to(buffer);
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		buffer.append('\n');
		buffer.flush();
	}

	private WritableJson json(RedactedReport report) {
		return JsonContent.object((pairs) -> {
			pairs.accept("reportVersion", ReportVersion.CURRENT);
			pairs.accept("report", head(report));
			pairs.accept("findings", JsonContent.each(report.findings(), (found) -> finding(found, report.coverage())));
			pairs.accept("checks", checks(report.coverage()));
			pairs.accept("sections", JsonContent.each(report.sections(), JsonReportView::section));
		});
	}

	private static WritableJson head(RedactedReport report) {
		ReportHead head = report.head();
		return JsonContent.object((pairs) -> {
			pairs.accept("triggers", JsonContent.each(head.triggers(), Visible::of));
			pairs.accept("time", head.time().toString());
			pairs.accept("sequence", head.sequence());
			pairs.accept("merged", head.merged());
			pairs.accept("pid", head.process().pid());
			pairs.accept("host", Visible.of(head.process().host()));
			pairs.accept("application", Visible.of(head.process().application()));
			pairs.accept("durationMs", Millis.of(report.duration()));
			pairs.accept("omitted", JsonContent.each(Omitted.names(report), Visible::of));
		});
	}

	private WritableJson finding(ReportFinding found, Coverage coverage) {
		return JsonContent.object((pairs) -> {
			JsonContent.finding(found.finding(), pairs);
			pairs.accept("section", Visible.of(found.section()));
			String page = this.pages.of(found.finding().id(), coverage);
			if (page != null) {
				pairs.accept("page", page);
			}
			if (!found.consequences().isEmpty()) {
				pairs.accept("consequences",
						JsonContent.each(found.consequences(), (consequence) -> finding(consequence, coverage)));
			}
		});
	}

	private static WritableJson checks(Coverage coverage) {
		return JsonContent.object((pairs) -> {
			pairs.accept("made", coverage.made());
			pairs.accept("raised", coverage.count(Outcome.RAISED));
			pairs.accept("notPossible", coverage.count(Outcome.NOT_POSSIBLE));
			pairs.accept("all", JsonContent.each(coverage.checks(), JsonReportView::check));
		});
	}

	private static WritableJson check(CheckReport check) {
		return JsonContent.object((pairs) -> {
			pairs.accept("id", check.id());
			pairs.accept("section", Visible.of(check.section()));
			pairs.accept("outcome", Word.of(check.outcome()));
			Level level = check.level();
			if (level != null) {
				pairs.accept("value", level.value());
				pairs.accept("limit", level.limit());
				pairs.accept("unit", level.unit());
				pairs.accept("falling", level.falling());
			}
			if (check.reason() != null) {
				pairs.accept("reason", Visible.of(check.reason()));
			}
		});
	}

	private static WritableJson section(SectionReport section) {
		return JsonContent.object((pairs) -> {
			pairs.accept("name", Visible.of(section.name()));
			pairs.accept("title", Visible.of(section.title()));
			pairs.accept("status", section.status().code());
			pairs.accept("durationMs", Millis.of(section.duration()));
			pairs.accept("content", JsonContent.of(section.content()));
		});
	}

}
