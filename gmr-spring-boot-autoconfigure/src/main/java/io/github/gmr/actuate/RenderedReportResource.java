package io.github.gmr.actuate;

import java.io.InputStream;

import io.github.gmr.actuate.ReportsBeingRead.Reservation;

import org.springframework.core.io.AbstractResource;

/**
 * A rendered report as a response body, neither copied nor written to a file.
 */
class RenderedReportResource extends AbstractResource {

	private final Reservation reservation;

	RenderedReportResource(Reservation reservation) {
		this.reservation = reservation;
	}

	@Override
	public String getDescription() {
		return "Guru Meditation Report " + this.reservation.report().head().sequence();
	}

	@Override
	public boolean exists() {
		return true;
	}

	@Override
	public long contentLength() {
		return this.reservation.report().size();
	}

	@Override
	public InputStream getInputStream() {
		return this.reservation.open();
	}

}
