package io.github.gmr.autoconfigure.listener;

import java.util.Map;

import io.github.gmr.ReportListener;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.FindingDetails;
import io.github.gmr.content.Value;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.ReportFinding;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Emits a log event of OpenTelemetry for each finding of a whole report: the sentence as
 * the body, {@code gmr.finding} as the name of the event, and what is known of the
 * finding as attributes. Thread-safe.
 */
class FindingLogEvents implements ReportListener {

	private static final String SCOPE = "io.github.gmr";

	private static final String EVENT = "gmr.finding";

	private final ObjectProvider<OpenTelemetry> telemetry;

	FindingLogEvents(ObjectProvider<OpenTelemetry> telemetry) {
		this.telemetry = telemetry;
	}

	@Override
	public void reported(String trigger, @Nullable RedactedReport report) {
		OpenTelemetry telemetry = this.telemetry.getIfUnique();
		if (telemetry == null || report == null || !report.isWhole()) {
			return;
		}
		Logger logger = telemetry.getLogsBridge().get(SCOPE);
		report.allFindings()
			.forEach((found) -> emit(found, logger.logRecordBuilder().setTimestamp(report.head().time())));
	}

	private static void emit(ReportFinding found, LogRecordBuilder event) {
		Finding finding = found.finding();
		event.setBody(finding.summary()).setSeverity(severity(finding.severity()));
		event.setAttribute("event.name", EVENT);
		set(event, "gmr.finding.id", finding.id());
		set(event, "gmr.finding.section", found.section());
		set(event, "gmr.finding.next", found.next());
		FindingDetails details = finding.details();
		set(event, "gmr.finding.subject", details.subject());
		set(event, "gmr.finding.since", details.since());
		if (!details.place().isEmpty()) {
			set(event, "gmr.finding.place", String.join(" in ", details.place()));
		}
		for (Map.Entry<String, Content> evidence : details.evidence().entrySet()) {
			set(event, "gmr.finding.evidence." + evidence.getKey().replace(' ', '_'), value(evidence.getValue()));
		}
		event.emit();
	}

	private static Object value(Content content) {
		return (content instanceof Value value && value.value() instanceof Long number) ? number : content.asText();
	}

	private static void set(LogRecordBuilder event, String name, @Nullable Object value) {
		if (value instanceof Long number) {
			event.setAttribute(name, number);
		}
		else if (value != null) {
			event.setAttribute(name, value.toString());
		}
	}

	private static Severity severity(Finding.Severity severity) {
		return switch (severity) {
			case INFO -> Severity.INFO;
			case WARNING -> Severity.WARN;
			case CRITICAL -> Severity.ERROR;
		};
	}

}
