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
	 * @return the sections, their names and titles unique
	 */
	List<RegisteredSection> sections() {
		List<RegisteredSection> sections = new ArrayList<>();
		Set<String> aboutTheJvm = new HashSet<>();
		for (Contribution contribution : this.contributions) {
			for (RegisteredSection section : contribution.sections()) {
				if (!isAboutTheJvm(section)) {
					sections.add(titled(section, contribution.application()));
				}
				else if (aboutTheJvm.add(section.name())) {
					sections.add(section);
				}
			}
		}
		sections.sort(Comparator.comparingInt(Contributions::rank));
		return unique(sections);
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

	private static List<RegisteredSection> unique(List<RegisteredSection> sections) {
		Set<String> names = new HashSet<>();
		Set<String> titles = new HashSet<>();
		return sections.stream()
			.map((section) -> section.as(unique(section.name(), "-%d", names),
					unique(section.title(), " (%d)", titles)))
			.toList();
	}

	private static String unique(String wanted, String suffix, Set<String> taken) {
		String result = wanted;
		for (int i = 2; !taken.add(result); i++) {
			result = wanted + suffix.formatted(i);
		}
		return result;
	}

	static boolean isAboutTheJvm(RegisteredSection section) {
		return ABOUT_THE_JVM.contains(section.name());
	}

	private static int rank(RegisteredSection section) {
		int rank = PRINTING_ORDER.indexOf(section.name());
		return (rank >= 0) ? rank : PRINTING_ORDER.size();
	}

}
