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
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.report.Report;

/**
 * The applications of this JVM at one instant, the oldest first, seen as one.
 */
final class ApplicationSnapshot {

	private static final List<String> PRINTING_ORDER = List.of("cause", "package", "threads", "green-threads",
			"processes", "configuration", "since-last-report", "runtime", "memory", "web", "data-sources", "executors",
			"scheduled-tasks", "disks", "availability", "health", "metrics", "certificates", "log", "class-histogram");

	private static final Set<String> ABOUT_THE_JVM = Set.of("threads", "green-threads", "processes", "runtime",
			"memory");

	/**
	 * Names of what reports have without any section.
	 */
	private static final Set<String> RESERVED = Set.of("findings", "cause");

	private final List<ReportingApplication> contributions;

	ApplicationSnapshot(List<ReportingApplication> contributions) {
		this.contributions = List.copyOf(contributions);
	}

	/**
	 * Return the application whose limits and outlets count.
	 * @return the oldest
	 */
	ReportingApplication oldest() {
		return this.contributions.get(0);
	}

	String application() {
		return this.contributions.stream()
			.map(ReportingApplication::application)
			.distinct()
			.collect(Collectors.joining(", "));
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

	List<RegisteredSection> sectionsAboutTheJvm() {
		return sections().stream().filter(ApplicationSnapshot::isAboutTheJvm).toList();
	}

	/**
	 * Mask a report as every application wants it.
	 * @param report the report
	 * @param audience who reads it
	 * @return the redacted report
	 */
	RedactedReport redact(Report report, Audience audience) {
		RedactedReport redacted = oldest().redaction().redact(report, audience);
		for (ReportingApplication contribution : this.contributions.subList(1, this.contributions.size())) {
			redacted = contribution.redaction().redact(redacted, audience);
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
		return this.contributions.stream().map(ReportingApplication::redaction).toList();
	}

	List<ReportListener> listeners() {
		return this.contributions.stream().map(ReportingApplication::listener).toList();
	}

	private List<Owned> inPrintingOrder() {
		List<Owned> all = new ArrayList<>();
		Set<String> aboutTheJvm = new HashSet<>();
		for (ReportingApplication contribution : this.contributions) {
			contribution.sections()
				.stream()
				.filter((section) -> !isAboutTheJvm(section) || aboutTheJvm.add(section.name()))
				.forEach((section) -> all.add(new Owned(section, contribution.application())));
		}
		all.sort(Comparator.comparingInt((owned) -> rank(owned.section())));
		return all;
	}

	private String title(Owned owned) {
		boolean alone = this.contributions.size() == 1 || isAboutTheJvm(owned.section());
		return owned.section().title() + (alone ? "" : " (" + owned.application() + ")");
	}

	static boolean isAboutTheJvm(RegisteredSection section) {
		return ABOUT_THE_JVM.contains(section.name());
	}

	private static int rank(RegisteredSection section) {
		int rank = PRINTING_ORDER.indexOf(section.name());
		return (rank >= 0) ? rank : PRINTING_ORDER.size();
	}

	/**
	 * A section and the application it belongs to.
	 */
	private record Owned(RegisteredSection section, String application) {

	}

}
