package io.github.gmr.actuate;

import java.io.InputStream;

import io.github.gmr.sink.RenderedReport;

import org.springframework.core.io.AbstractResource;

/**
 * A rendered report as a response body, neither copied nor written to a file.
 */
class RenderedReportResource extends AbstractResource {

	private final RenderedReport report;

	RenderedReportResource(RenderedReport report) {
		this.report = report;
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
		return this.report.inputStream();
	}

}
