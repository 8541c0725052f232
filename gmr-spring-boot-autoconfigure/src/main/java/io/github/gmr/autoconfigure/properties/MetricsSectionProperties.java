package io.github.gmr.autoconfigure.properties;

import java.util.List;

/**
 * Properties of the section about metrics.
 */
public class MetricsSectionProperties {

	/**
	 * Names of the meters to show. An asterisk stands for anything.
	 */
	private List<String> include = List.of("http.*", "jdbc.*", "hikaricp.*", "r2dbc.*", "cache.*", "spring.*",
			"logback.events", "gmr.reports*");

	/**
	 * Number of meters to show.
	 */
	private int maxMeters = 50;

	public List<String> getInclude() {
		return this.include;
	}

	public void setInclude(List<String> include) {
		this.include = include;
	}

	public int getMaxMeters() {
		return this.maxMeters;
	}

	public void setMaxMeters(int maxMeters) {
		this.maxMeters = Ranges.positive("gmr.section.metrics.max-meters", maxMeters);
	}

}
