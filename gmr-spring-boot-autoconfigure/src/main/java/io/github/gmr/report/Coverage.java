package io.github.gmr.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.gmr.content.Check.Outcome;

/**
 * What a report has looked for, so that a report without a finding can be told from one
 * that could not look.
 *
 * @param checks the checks, in the order of their sections
 */
public record Coverage(List<CheckReport> checks) {

	/**
	 * The coverage of a report that has looked for nothing.
	 */
	public static final Coverage NONE = new Coverage(List.of());

	private static final int MAX_REASONS = 3;

	public Coverage {
		checks = List.copyOf(checks);
	}

	/**
	 * Return how many checks were made.
	 * @return their number, those that have raised a finding included
	 */
	public long made() {
		return this.checks.size() - count(Outcome.NOT_POSSIBLE);
	}

	/**
	 * Return how many checks ended in some way.
	 * @param outcome the way
	 * @return their number
	 */
	public long count(Outcome outcome) {
		return of(outcome).size();
	}

	/**
	 * Return the coverage in words.
	 * @return such as {@code "61 made, 2 raised, 1 not possible here (pool-exhausted:
	 * Data Sources timed out)"}
	 */
	public String words() {
		List<CheckReport> missing = of(Outcome.NOT_POSSIBLE);
		return String.format(Locale.ROOT, "%d made, %d raised, %d not possible here%s", made(), count(Outcome.RAISED),
				missing.size(), missing.isEmpty() ? "" : " (" + reasons(missing) + ")");
	}

	private List<CheckReport> of(Outcome outcome) {
		return this.checks.stream().filter((check) -> check.outcome() == outcome).toList();
	}

	/**
	 * Returns why checks are missing, a reason once however many it concerns.
	 */
	private static String reasons(List<CheckReport> missing) {
		List<String> reasons = missing.stream()
			.collect(Collectors.groupingBy((check) -> String.valueOf(check.reason()), LinkedHashMap::new,
					Collectors.mapping(CheckReport::id, Collectors.joining(", "))))
			.entrySet()
			.stream()
			.map((entry) -> entry.getValue() + ": " + entry.getKey())
			.toList();
		String more = (reasons.size() > MAX_REASONS) ? "; ..." : "";
		return reasons.stream().limit(MAX_REASONS).collect(Collectors.joining("; ", "", more));
	}

}
