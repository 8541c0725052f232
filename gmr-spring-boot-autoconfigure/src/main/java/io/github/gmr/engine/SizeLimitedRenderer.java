package io.github.gmr.engine;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.github.gmr.redact.RedactedReport;
import io.github.gmr.sink.RenderedReport;
import io.github.gmr.sink.RenderedReport.Format;
import io.github.gmr.view.ReportView;

/**
 * Renders reports by a view, in a limited size: where a report is too long its thread
 * sections are cut, the smallest groups first, and if that does not help its longest
 * sections are left out. What is rendered is always whole in its format.
 */
public final class SizeLimitedRenderer {

	private static final double MARGIN = 0.9;

	private final ReportView view;

	private final long maxSize;

	/**
	 * Create a renderer.
	 * @param view writes the reports
	 * @param maxSize how many bytes a rendered report may have
	 */
	public SizeLimitedRenderer(ReportView view, long maxSize) {
		this.view = view;
		this.maxSize = maxSize;
	}

	/**
	 * Render a report.
	 * @param report the report
	 * @return the rendered report
	 */
	public RenderedReport render(RedactedReport report) {
		RenderedReport rendered = renderAll(report);
		RedactedReport fitting = report;
		for (int groups = fitting.mostThreadGroups(); rendered.size() > this.maxSize && groups > 0;) {
			groups = (int) (groups * MARGIN * this.maxSize / rendered.size());
			fitting = report.cutThreads(groups);
			rendered = renderAll(fitting);
		}
		for (int sections = 1; rendered.size() > this.maxSize && sections <= report.sections().size(); sections++) {
			rendered = renderAll(fitting.cutSections(sections));
		}
		return rendered;
	}

	private RenderedReport renderAll(RedactedReport report) {
		try {
			Format format = new Format(this.view.name(), this.view.mediaType(), this.view.extension());
			return RenderedReport.render(report.head(), format, (out) -> this.view.write(report, out));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
