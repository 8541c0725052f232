package io.github.gmr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.gmr.redact.Audience;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.report.Report;

/**
 * The applications of this JVM at one instant, the oldest first, seen as one.
 */
final class Contributions {

	private static final List<String> PRINTING_ORDER = List.of("cause", "package", "threads", "green-threads",
			"processes", "configuration");

	private static final Set<String> ABOUT_THE_JVM = Set.of("threads", "green-threads", "processes");

	private final List<Contribution> contributions;

	Contributions(List<Contribution> contributions) {
		this.contributions = List.copyOf(contributions);
	}

	/**
	 * Return the application whose limits and outlets count.
	 * @return the oldest
	 */
	Contribution oldest() {
		return this.contributions.get(0);
	}

	String application() {
		return this.contributions.stream().map(Contribution::application).distinct().collect(Collectors.joining(", "));
	}

	/**
	 * Return all sections in printing order: what is about the JVM once, the others
	 * titled with their application where there is more than one.
	 * @return the sections, their names unique
	 */
	List<RegisteredSection> sections() {
		List<RegisteredSection> sections = new ArrayList<>();
		Set<String> names = new HashSet<>();
		for (Contribution contribution : this.contributions) {
			for (RegisteredSection section : contribution.sections()) {
				boolean aboutTheJvm = isAboutTheJvm(section);
				if (!aboutTheJvm || !names.contains(section.name())) {
					sections.add(unique(aboutTheJvm ? section : titled(section, contribution.application()), names));
				}
			}
		}
		sections.sort(Comparator.comparingInt(Contributions::rank));
		return sections;
	}

	/**
	 * Mask a report as every application wants it.
	 * @param report the report
	 * @param audience who reads it
	 * @return the redacted report
	 */
	RedactedReport redact(Report report, Audience audience) {
		RedactedReport redacted = oldest().redaction().redact(report, audience);
		for (Contribution contribution : this.contributions.subList(1, this.contributions.size())) {
			redacted = contribution.redaction().redact(redacted, audience);
		}
		return redacted;
	}

	List<Redaction> redactions() {
		return this.contributions.stream().map(Contribution::redaction).toList();
	}

	List<ReportListener> listeners() {
		return this.contributions.stream().map(Contribution::listener).toList();
	}

	private RegisteredSection titled(RegisteredSection section, String application) {
		return (this.contributions.size() == 1) ? section
				: section.as(section.name(), section.title() + " (" + application + ")");
	}

	private static RegisteredSection unique(RegisteredSection section, Set<String> names) {
		String name = section.name();
		String title = section.title();
		for (int i = 2; !names.add(name); i++) {
			name = section.name() + "-" + i;
			title = section.title() + " (" + i + ")";
		}
		return name.equals(section.name()) ? section : section.as(name, title);
	}

	static boolean isAboutTheJvm(RegisteredSection section) {
		return ABOUT_THE_JVM.contains(section.name());
	}

	private static int rank(RegisteredSection section) {
		int rank = PRINTING_ORDER.indexOf(section.name());
		return (rank >= 0) ? rank : PRINTING_ORDER.size();
	}

}
