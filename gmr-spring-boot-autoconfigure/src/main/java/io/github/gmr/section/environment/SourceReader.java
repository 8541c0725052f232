package io.github.gmr.section.environment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.gmr.section.bean.Readings;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.PropertySource;

/**
 * Reads property sources, each of which may hang.
 *
 * @param workers read the sources
 * @param texts the places that are known
 */
record SourceReader(Workers workers, OriginTexts texts) {

	SourceReader(Workers workers) {
		this(workers, new OriginTexts());
	}

	/**
	 * Read all sources.
	 * @param sources the sources
	 * @return what they have answered, in the same order
	 */
	Readings<SourceReading> read(List<PropertySource<?>> sources) {
		return Readings.ofSlow(this.workers, sources, PropertySource::getName, (source) -> source, SourceReading::of);
	}

	/**
	 * Read where properties are. A source that does not answer knows no place.
	 * @param values the values of the properties
	 * @return the places
	 */
	Origins origins(Collection<SourceValue> values) {
		Map<SourceReading, List<String>> names = new LinkedHashMap<>();
		values.forEach((value) -> names.computeIfAbsent(value.source(), (source) -> new ArrayList<>())
			.add(value.nameInSource()));
		Map<SourceReading, Map<String, String>> known = this.texts.of(names.keySet());
		Readings.ofSlow(this.workers, names.entrySet(), (source) -> source.getKey().name(),
				(source) -> source.getKey().source(), (source) -> {
					Map<String, String> places = Objects.requireNonNull(known.get(source.getKey()));
					source.getKey().addOrigins(source.getValue(), places);
					return null;
				});
		return new Origins(known);
	}

	/**
	 * Where properties are.
	 *
	 * @param bySource their places by their names, for each source
	 */
	record Origins(Map<SourceReading, Map<String, String>> bySource) {

		/**
		 * Return the place of a property.
		 * @param value the value of the property
		 * @return the file and line, or what else its source knows
		 */
		@Nullable String of(SourceValue value) {
			return this.bySource.getOrDefault(value.source(), Map.of()).get(value.nameInSource());
		}

	}

}
