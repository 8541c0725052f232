package io.github.gmr.autoconfigure.listener;

import io.github.gmr.Publication;
import io.github.gmr.ReportListener;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.SectionStatus;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Counts reports as {@code gmr.reports}, by trigger and by outcome: {@code ok},
 * {@code partial} if a section is missing, or {@code failed}; and what a sink did not
 * take as {@code gmr.reports.lost}, by sink. Thread-safe.
 */
class ReportMeter implements ReportListener {

	private final ObjectProvider<MeterRegistry> registries;

	ReportMeter(ObjectProvider<MeterRegistry> registries) {
		this.registries = registries;
	}

	@Override
	public void reported(String trigger, @Nullable RedactedReport report) {
		MeterRegistry registry = this.registries.getIfUnique();
		if (registry != null) {
			registry.counter("gmr.reports", "trigger", trigger, "outcome", outcome(report)).increment();
		}
	}

	@Override
	public void published(Publication publication) {
		MeterRegistry registry = this.registries.getIfUnique();
		if (registry != null) {
			publication.deliveries()
				.stream()
				.filter((delivery) -> !delivery.isSuccess())
				.forEach((delivery) -> registry.counter("gmr.reports.lost", "sink", delivery.sink()).increment());
		}
	}

	private static String outcome(@Nullable RedactedReport report) {
		if (report == null) {
			return "failed";
		}
		boolean whole = report.sections().stream().allMatch((section) -> section.status() == SectionStatus.OK);
		return whole ? "ok" : "partial";
	}

}
