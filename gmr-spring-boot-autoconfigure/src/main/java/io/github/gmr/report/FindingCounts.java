package io.github.gmr.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.gmr.content.Finding.Severity;

/**
 * How many findings of each severity there are, those that follow from others included.
 * Immutable.
 */
public final class FindingCounts {

	private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);

	private FindingCounts() {
	}

	/**
	 * Count findings.
	 * @param findings the findings
	 * @return the counts
	 */
	public static FindingCounts of(List<ReportFinding> findings) {
		FindingCounts counts = new FindingCounts();
		findings.stream().flatMap(ReportFinding::all).forEach(counts::add);
		return counts;
	}

	private void add(ReportFinding found) {
		this.counts.merge(found.finding().severity(), 1L, Long::sum);
	}

	/**
	 * Return how many findings of a severity there are.
	 * @param severity the severity
	 * @return their number
	 */
	public long of(Severity severity) {
		return this.counts.getOrDefault(severity, 0L);
	}

	/**
	 * Return whether there is a finding that is as bad as this or worse.
	 * @param severity how bad it is at least
	 * @return whether there is one
	 */
	public boolean reach(Severity severity) {
		return this.counts.keySet().stream().anyMatch((found) -> found.compareTo(severity) >= 0);
	}

	/**
	 * Return the counts, the worst first.
	 * @return such as {@code "critical=1, warning=2, info=0"}
	 */
	@Override
	public String toString() {
		List<String> words = new ArrayList<>();
		for (Severity severity : Severity.values()) {
			words.add(0, severity.name().toLowerCase(Locale.ROOT) + "=" + of(severity));
		}
		return String.join(", ", words);
	}

}
