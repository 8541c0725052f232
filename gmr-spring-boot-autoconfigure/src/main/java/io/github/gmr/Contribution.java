package io.github.gmr;

import java.util.List;

import io.github.gmr.redact.Redaction;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.report.TimeLimits;

/**
 * What one application has to do with the reports of its JVM.
 *
 * @param application the name of the application
 * @param sections its sections
 * @param redaction how its secrets are masked
 * @param limits how long its sections may take
 * @param outlets where its reports go
 * @param listener is told about each report
 */
public record Contribution(String application, List<RegisteredSection> sections, Redaction redaction, TimeLimits limits,
		Outlets outlets, ReportListener listener) {

	public Contribution {
		sections = List.copyOf(sections);
	}

}
