package io.github.gmr.engine;

import java.util.ArrayList;
import java.util.List;

import io.github.gmr.ReportListener;
import io.github.gmr.content.Content;
import io.github.gmr.engine.OutputSettings.Stderr;
import io.github.gmr.engine.OutputSettings.Stderr.Use;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.report.TimeLimits;
import io.github.gmr.view.text.TextReportView;

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
	 * Return the application when its beans are destroyed but the JVM still runs, maybe
	 * because it hangs: what is about the JVM, on standard error.
	 * @return the application without its beans
	 */
	public ReportingApplication withoutBeans() {
		List<RegisteredSection> rest = new ArrayList<>(
				this.sections.stream().filter((section) -> section.traits().aboutJvm()).toList());
		rest.add(state("The application is closed and the JVM shuts down"));
		OutputSettings stderr = new OutputSettings(List.of(new TextReportView()), List.of(),
				new Stderr(Use.ALWAYS, "text", this.output.stderr().maxSize()), this.output.maxSize(),
				this.output.audience());
		return new ReportingApplication(this.name, rest, this.redaction, this.limits, stderr, (trigger, report) -> {
		});
	}

	/**
	 * Return a section that says why a report is not a whole one.
	 * @param state the state of the application, one sentence
	 * @return the section
	 */
	public static RegisteredSection state(String state) {
		return new RegisteredSection("state", "State", () -> Content.info(state).next("Threads"), null);
	}

}
