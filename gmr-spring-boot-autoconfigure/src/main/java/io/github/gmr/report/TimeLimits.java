package io.github.gmr.report;

import java.time.Duration;

import io.github.gmr.section.SectionTraits;

/**
 * How long sections and the whole report may take.
 *
 * @param section the limit of one section, unless it has one of its own
 * @param report the limit of the report
 */
public record TimeLimits(Duration section, Duration report) {

	/**
	 * The limits unless configured otherwise: 2 seconds a section, 10 seconds a report.
	 */
	public static final TimeLimits DEFAULT = new TimeLimits(Duration.ofSeconds(2), Duration.ofSeconds(10));

	Duration of(SectionTraits traits) {
		return traits.timeLimit().apply(this.section);
	}

}
