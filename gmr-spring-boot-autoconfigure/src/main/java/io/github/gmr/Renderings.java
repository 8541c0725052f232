package io.github.gmr;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.github.gmr.Outlets.Stderr;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.Workers;
import io.github.gmr.report.Workers.StuckException;
import io.github.gmr.sink.RenderedReport;
import io.github.gmr.view.ReportView;

/**
 * The renderings of one report, each format made once, on a worker: a view may be the
 * application's, and hang.
 */
final class Renderings {

	private final RedactedReport report;

	private final Outlets outlets;

	private final Workers workers;

	private final Duration limit;

	private final Map<String, RenderedReport> rendered = new HashMap<>();

	Renderings(RedactedReport report, Outlets outlets, Workers workers, Duration limit) {
		this.report = report;
		this.outlets = outlets;
		this.workers = workers;
		this.limit = limit;
	}

	/**
	 * Render the report.
	 * @param format the name of the format
	 * @return the rendered report
	 * @throws StuckException if the view does not come back in time
	 * @throws ExecutionException if the view fails
	 */
	RenderedReport as(String format) throws StuckException, ExecutionException {
		RenderedReport known = this.rendered.get(format);
		if (known != null) {
			return known;
		}
		RenderedReport made = render(format, this.outlets.maxSize());
		this.rendered.put(format, made);
		return made;
	}

	/**
	 * Render the report for standard error.
	 * @return the rendered report
	 * @throws StuckException if the view does not come back in time
	 * @throws ExecutionException if the view fails
	 */
	RenderedReport forStderr() throws StuckException, ExecutionException {
		Stderr stderr = this.outlets.stderr();
		RenderedReport shared = this.rendered.get(stderr.format());
		return (shared != null && shared.size() <= stderr.maxSize()) ? shared
				: render(stderr.format(), stderr.maxSize());
	}

	private RenderedReport render(String format, long maxSize) throws StuckException, ExecutionException {
		ReportView view = this.outlets.view(format);
		return this.workers.callAlone(view, () -> new Renderer(view, maxSize).render(this.report), this.limit);
	}

}
