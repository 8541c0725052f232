package io.github.gmr.section.environment;

import java.util.List;
import java.util.concurrent.Executor;

import io.github.gmr.worker.PatientReader;

import org.springframework.core.env.PropertySource;

/**
 * Reads property sources, each of which may hang.
 */
final class SourceReader {

	private static final long PATIENCE = 1200;

	private final PatientReader<PropertySource<?>, SourceReading> reader;

	SourceReader(Executor executor) {
		this(executor, PATIENCE);
	}

	/**
	 * Create a reader.
	 * @param executor has a thread other than the caller's
	 * @param patience the milliseconds that all sources together may let it wait
	 */
	SourceReader(Executor executor, long patience) {
		this.reader = new PatientReader<>(executor, patience, SourceReading::of, SourceReading::silent);
	}

	/**
	 * Read all sources.
	 * @param sources the sources
	 * @return what they said, in the same order
	 */
	List<SourceReading> read(List<PropertySource<?>> sources) {
		return this.reader.read(sources);
	}

}
