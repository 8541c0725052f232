package io.github.gmr.engine;

import java.util.ArrayList;
import java.util.List;

import io.github.gmr.ReportListener;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.report.TimeLimits;

/**
 * What one application has to do with the reports of its JVM.
 *
 * @param name the name of the application
 * @param sections its sections
 * @param redaction how its secrets are masked
 * @param limits how long its sections may take
 * @param output where its reports go
 * @param listener is notified of each report
 */
public record ReportingApplication(String name, List<RegisteredSection> sections, Redaction redaction,
		TimeLimits limits, OutputSettings output, ReportListener listener) {

	public ReportingApplication {
		sections = List.copyOf(sections);
	}

	/**
	 * Return the application when its beans are destroyed, which may hang: what is about
	 * the JVM, to where no bean of the application is needed.
	 * @param state the state of the application
	 * @return the application without its beans
	 */
	public ReportingApplication withoutBeans(ApplicationState state) {
		List<RegisteredSection> rest = new ArrayList<>(this.sections.stream()
			.filter((section) -> section.isBuiltIn() && section.traits().aboutJvm())
			.toList());
		rest.add(state(state));
		return new ReportingApplication(this.name, rest, this.redaction, this.limits, this.output.withoutBeans(),
				(trigger, report) -> {
				});
	}

	/**
	 * Return a section that says why a report is not a whole one.
	 * @param state the state of the application
	 * @return the section
	 */
	public static RegisteredSection state(ApplicationState state) {
		return new RegisteredSection("state", "State", state, null);
	}

}
