package io.github.gmr.view;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.SectionReport;
import io.github.gmr.report.SectionStatus;

/**
 * Knows which sections of a report do not say all they could have said.
 */
public final class Omitted {

	private static final Set<SectionStatus> OMITTED = EnumSet.of(SectionStatus.SKIPPED, SectionStatus.CUT);

	private Omitted() {
	}

	/**
	 * Return the names of the sections that were skipped or cut.
	 * @param report the report
	 * @return the names
	 */
	public static List<String> names(RedactedReport report) {
		return report.sections()
			.stream()
			.filter((section) -> OMITTED.contains(section.status()))
			.map(SectionReport::name)
			.toList();
	}

}
