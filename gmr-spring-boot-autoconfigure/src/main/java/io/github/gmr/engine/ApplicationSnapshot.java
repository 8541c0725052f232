package io.github.gmr.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.gmr.ReportListener;
import io.github.gmr.content.text.UniqueNames;
import io.github.gmr.redact.Audience;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.Findings;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.report.Report;
import io.github.gmr.report.TimeLimits;

/**
 * The applications of this JVM at one instant, the oldest first, seen as one.
 */
final class ApplicationSnapshot {

	/**
	 * The name of the section about the exception that a report was asked for.
	 */
	static final String CAUSE = "cause";

	/**
	 * Names of what reports have without any section.
	 */
	private static final Set<String> RESERVED = Set.of(Findings.NAME, CAUSE);

	private final List<ReportingApplication> applications;

	ApplicationSnapshot(List<ReportingApplication> applications) {
		this.applications = List.copyOf(applications);
	}

	/**
	 * Return the application whose limits and output settings count.
	 * @return the oldest
	 */
	ReportingApplication oldest() {
		return this.applications.get(0);
	}

	/**
	 * Return the limits of reports about the applications.
	 * @return the limits of the oldest
	 */
	TimeLimits limits() {
		return oldest().limits();
	}

	/**
	 * Return the names of the applications.
	 * @return the names, separated by commas
	 */
	String name() {
		return this.applications.stream().map(ReportingApplication::name).distinct().collect(Collectors.joining(", "));
	}

	/**
	 * Return all sections in printing order: what is about the JVM once, the others
	 * titled with their application where there is more than one.
	 * @return the sections, their names and titles unique
	 */
	List<RegisteredSection> sections() {
		List<RegisteredSection> sections = new ArrayList<>();
		UniqueNames names = new UniqueNames("-%d");
		RESERVED.forEach(names::unique);
		UniqueNames titles = new UniqueNames();
		for (Owned owned : inPrintingOrder()) {
			sections.add(owned.section().as(names.unique(owned.section().name()), titles.unique(title(owned))));
		}
		return sections;
	}

	/**
	 * Return a section by its name.
	 * @param name the name
	 * @return the section, empty if there is none
	 */
	Optional<RegisteredSection> section(String name) {
		return sections().stream().filter((section) -> section.name().equals(name)).findFirst();
	}

	/**
	 * Mask a report as every application wants it.
	 * @param report the report
	 * @param audience who reads it
	 * @return the redacted report
	 */
	RedactedReport redact(Report report, Audience audience) {
		RedactedReport redacted = oldest().redaction().redact(report, audience);
		for (ReportingApplication application : this.applications.subList(1, this.applications.size())) {
			redacted = application.redaction().redact(redacted, audience);
		}
		return redacted;
	}

	/**
	 * Mask a line of text as every application wants it.
	 * @param line the text
	 * @return the text to show
	 */
	String mask(String line) {
		String masked = line;
		for (Redaction redaction : redactions()) {
			masked = redaction.mask(masked);
		}
		return masked;
	}

	List<Redaction> redactions() {
		return this.applications.stream().map(ReportingApplication::redaction).toList();
	}

	List<ReportListener> listeners() {
		return this.applications.stream().map(ReportingApplication::listener).toList();
	}

	/**
	 * Return the applications one by one.
	 * @return the applications, the oldest first
	 */
	List<ReportingApplication> applications() {
		return this.applications;
	}

	private List<Owned> inPrintingOrder() {
		List<Owned> all = new ArrayList<>();
		Set<String> aboutTheJvm = new HashSet<>();
		for (ReportingApplication application : this.applications) {
			application.sections()
				.stream()
				.filter((section) -> !section.traits().aboutJvm() || aboutTheJvm.add(section.name()))
				.forEach((section) -> all.add(new Owned(section, application.name())));
		}
		all.sort(Comparator.comparingInt((owned) -> owned.section().traits().order()));
		return all;
	}

	private String title(Owned owned) {
		boolean alone = this.applications.size() == 1 || owned.section().traits().aboutJvm();
		return owned.section().title() + (alone ? "" : " (" + owned.application() + ")");
	}

	/**
	 * A section and the application it belongs to.
	 */
	private record Owned(RegisteredSection section, String application) {

	}

}
