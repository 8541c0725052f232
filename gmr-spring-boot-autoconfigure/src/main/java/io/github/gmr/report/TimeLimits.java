package io.github.gmr.report;

import java.time.Duration;
import java.util.Map;

/**
 * How long sections and the whole report may take.
 *
 * @param section the limit of one section
 * @param report the limit of the report
 * @param sections limits of single sections by their names, instead of the common one
 */
public record TimeLimits(Duration section, Duration report, Map<String, Duration> sections) {

	/**
	 * The limits unless configured otherwise: 2 seconds a section, 10 seconds a report.
	 */
	public static final TimeLimits DEFAULT = new TimeLimits(Duration.ofSeconds(2), Duration.ofSeconds(10), Map.of());

	public TimeLimits {
		sections = Map.copyOf(sections);
	}

	Duration section(String name) {
		return this.sections.getOrDefault(name, this.section);
	}

}
