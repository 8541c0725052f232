package io.github.gmr.section.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.gmr.section.pulse.FigureSource.Figures;
import org.jspecify.annotations.Nullable;

/**
 * How requests have ended, by method and pattern of the path. Costs two counters for each
 * of {@value #MAX_PATHS} of these; further ones are not followed. Thread-safe.
 */
final class RequestOutcomes {

	static final int MAX_PATHS = 500;

	/**
	 * How many paths that have failed have figures.
	 */
	private static final int MAX_FIGURES = 20;

	private final Map<String, PathOutcomes> paths = new ConcurrentHashMap<>();

	/**
	 * Count a request that has ended.
	 * @param path its method and the pattern of its path
	 * @param status the status of its response
	 * @param error the exception that it has ended in, or {@code null}
	 */
	void end(String path, int status, @Nullable Throwable error) {
		PathOutcomes outcomes = this.paths.get(path);
		if (outcomes == null && this.paths.size() < MAX_PATHS) {
			outcomes = this.paths.computeIfAbsent(path, PathOutcomes::new);
		}
		if (outcomes != null) {
			outcomes.end(status, error);
		}
	}

	/**
	 * Return the paths that have failed.
	 * @return their outcomes, those that fail most often first
	 */
	List<PathOutcomes> failing() {
		return this.paths.values()
			.stream()
			.filter((outcomes) -> outcomes.failed() > 0)
			.sorted((one, other) -> Long.compare(other.failed(), one.failed()))
			.limit(MAX_FIGURES)
			.toList();
	}

	/**
	 * Report the figures of the paths that have failed.
	 * @param figures takes each figure
	 */
	void read(Figures figures) {
		failing().forEach((outcomes) -> {
			figures.count(outcomes.endedName(), outcomes::ended);
			figures.count(outcomes.failedName(), outcomes::failed);
		});
	}

}
