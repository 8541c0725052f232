package io.github.gmr.section.metrics;

import java.util.List;

/**
 * What the section about metrics shows.
 *
 * @param include the names of meters, {@code *} standing for anything
 * @param max how many meters at most
 */
public record MetricsOptions(List<String> include, int max) {

	public MetricsOptions {
		include = List.copyOf(include);
	}

}
