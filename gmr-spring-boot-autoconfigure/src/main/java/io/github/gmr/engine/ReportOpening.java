package io.github.gmr.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.ReportProgress;
import io.github.gmr.sink.RenderedReport;
import io.github.gmr.sink.StderrSink;
import io.github.gmr.sink.StderrSink.Writing;
import io.github.gmr.view.ReportView;
import io.github.gmr.view.text.TextOpening;
import io.github.gmr.view.text.TextReportView;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

/**
 * The opening of one report on standard error: its head and its findings. It is written
 * as soon as all sections are collected, before the report is masked and rendered, or
 * without those that have not answered for some time. Only text has an opening.
 */
final class ReportOpening implements ReportCollector.Observer {

	/**
	 * How long the findings wait for sections that do not answer.
	 */
	static final Duration PATIENCE = Duration.ofMillis(300);

	private final StderrSink stderr;

	private final Workers workers;

	private @Nullable Writing writing;

	private volatile @Nullable TextOpening written;

	private volatile long size;

	ReportOpening(StderrSink stderr, Workers workers) {
		this.stderr = stderr;
		this.workers = workers;
	}

	@Override
	public void begun(ReportRun run, ReportProgress progress) {
		if (run.applications().oldest().output().viewOnStderr() instanceof TextReportView) {
			try {
				this.writing = this.stderr.begin((out) -> write(run, progress, out));
			}
			catch (IOException ex) {
				// The whole report tries again
			}
		}
	}

	private void write(ReportRun run, ReportProgress progress, OutputStream out) throws IOException {
		await(progress);
		List<String> missing = progress.missing();
		RedactedReport report = new CollectedReport(progress.soFar(), run, this.workers).opening();
		TextOpening opening = new TextOpening(report, missing);
		RenderedReport rendered = new SizeLimitedRenderer(TextReportView.opening(opening), Long.MAX_VALUE)
			.render(report);
		this.size = rendered.size();
		this.written = opening;
		rendered.writeTo(out);
	}

	private static void await(ReportProgress progress) throws IOException {
		try {
			progress.await(PATIENCE);
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	/**
	 * Wait until the opening is written.
	 * @return the view of what follows on it, empty if there is no opening
	 * @throws IOException if standard error has not taken it
	 */
	Optional<ReportView> rest() throws IOException {
		if (this.writing == null) {
			return Optional.empty();
		}
		try {
			this.writing.await();
		}
		catch (IOException ex) {
			if (this.written != null) {
				throw ex;
			}
		}
		return Optional.ofNullable(this.written).map(TextReportView::rest);
	}

	/**
	 * Return how long the opening is.
	 * @return its length in bytes
	 */
	long size() {
		return this.size;
	}

}
