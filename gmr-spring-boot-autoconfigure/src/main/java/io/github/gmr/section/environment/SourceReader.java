package io.github.gmr.section.environment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.gmr.worker.Outcome;
import io.github.gmr.worker.Workers;

import org.springframework.core.env.PropertySource;

/**
 * Reads property sources, each of which may hang.
 */
final class SourceReader {

	private static final Duration LIMIT = Duration.ofMillis(1200);

	private final Workers workers;

	private final Duration limit;

	SourceReader(Workers workers) {
		this(workers, LIMIT);
	}

	/**
	 * Create a reader.
	 * @param workers read the sources
	 * @param limit how long all sources together may keep it waiting
	 */
	SourceReader(Workers workers, Duration limit) {
		this.workers = workers;
		this.limit = limit;
	}

	/**
	 * Read all sources.
	 * @param sources the sources
	 * @return what they said, in the same order
	 */
	List<SourceReading> read(List<PropertySource<?>> sources) {
		List<Outcome<SourceReading>> outcomes = this.workers.attemptEach(sources, SourceReading::of, this.limit);
		List<SourceReading> readings = new ArrayList<>();
		for (int i = 0; i < sources.size(); i++) {
			SourceReading silent = SourceReading.silent(sources.get(i), outcomes.get(i).reason());
			readings.add(outcomes.get(i).orElse(silent));
		}
		return readings;
	}

}
