package io.github.gmr.actuate;

import java.io.InputStream;

import io.github.gmr.sink.RenderedReport;

import org.springframework.core.io.AbstractResource;

/**
 * A rendered report as a response body, neither copied nor written to a file.
 */
class RenderedReportResource extends AbstractResource {

	private final RenderedReport report;

	private final OpenReports open;

	RenderedReportResource(RenderedReport report, OpenReports open) {
		this.report = report;
		this.open = open;
	}

	@Override
	public String getDescription() {
		return "Guru Meditation Report " + this.report.head().sequence();
	}

	@Override
	public boolean exists() {
		return true;
	}

	@Override
	public long contentLength() {
		return this.report.size();
	}

	@Override
	public InputStream getInputStream() {
		return this.open.open(this.report);
	}

}
