package io.github.gmr.engine;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.FindingCounts;
import io.github.gmr.sink.RenderedReport;
import io.github.gmr.sink.RenderedReport.Format;
import io.github.gmr.view.ReportView;

/**
 * Renders reports by a view, in a limited size. A report that is far too long by estimate
 * is cut before it is rendered, so that it is rendered once; only where its format takes
 * more than was estimated it is cut and rendered again. What is rendered is always whole
 * in its format.
 */
public final class SizeLimitedRenderer {

	private static final double MARGIN = 0.95;

	/**
	 * How far beyond the limit an estimate leaves no doubt.
	 */
	private static final double CERTAIN = 1.25;

	private static final int ATTEMPTS = 4;

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
	 * @return the rendered report, which is longer than allowed only if there is nothing
	 * more to cut
	 */
	public RenderedReport render(RedactedReport report) {
		long length = report.length();
		RedactedReport fitting = report;
		if (length > CERTAIN * this.maxSize) {
			length = (long) (MARGIN * this.maxSize);
			fitting = report.cutTo(length);
		}
		RenderedReport rendered = renderAll(fitting);
		return (rendered.size() <= this.maxSize) ? rendered : renderShorter(report, length, rendered.size());
	}

	/**
	 * Render a report again that became too long.
	 * @param report the report
	 * @param length the estimated length to which it was cut
	 * @param size how many bytes it had then
	 */
	private RenderedReport renderShorter(RedactedReport report, long length, long size) {
		RedactedReport shortest = report.cutTo(0);
		RenderedReport rendered = renderAll(shortest);
		long fixed = rendered.size();
		double content = length - shortest.length();
		long tooLong = size;
		for (int i = 0; i < ATTEMPTS && fixed < this.maxSize && fixed < tooLong; i++) {
			content *= MARGIN * (this.maxSize - fixed) / (tooLong - fixed);
			RenderedReport longer = renderAll(report.cutTo(shortest.length() + (long) content));
			if (longer.size() <= this.maxSize) {
				return longer;
			}
			tooLong = longer.size();
		}
		return rendered;
	}

	private RenderedReport renderAll(RedactedReport report) {
		try {
			Format format = new Format(this.view.name(), this.view.mediaType(), this.view.extension());
			return RenderedReport.render(report.head(), FindingCounts.of(report.findings()), format,
					(out) -> this.view.write(report, out));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
