package io.github.gmr.autoconfigure.listener;

import io.github.gmr.GuruMeditationReported;
import io.github.gmr.ReportListener;
import io.github.gmr.redact.RedactedReport;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes a {@link GuruMeditationReported} for each whole report.
 */
class ReportEvents implements ReportListener {

	private final ApplicationEventPublisher publisher;

	ReportEvents(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	@Override
	public void reported(String trigger, @Nullable RedactedReport report) {
		if (report != null && report.isWhole()) {
			this.publisher.publishEvent(new GuruMeditationReported(trigger, report));
		}
	}

}
