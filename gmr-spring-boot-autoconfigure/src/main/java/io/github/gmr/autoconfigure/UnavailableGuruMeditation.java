package io.github.gmr.autoconfigure;

import io.github.gmr.GuruMeditation;
import io.github.gmr.Publication;
import io.github.gmr.ReportUnavailableException;
import io.github.gmr.redact.RedactedReport;

/**
 * Makes no reports.
 *
 * @param reason why there are none
 */
record UnavailableGuruMeditation(String reason) implements GuruMeditation {

	@Override
	public RedactedReport generate() {
		throw new ReportUnavailableException(this.reason);
	}

	@Override
	public Publication publish(String reason) {
		throw new ReportUnavailableException(this.reason);
	}

	@Override
	public Publication publish(String reason, Throwable cause) {
		throw new ReportUnavailableException(this.reason);
	}

}
