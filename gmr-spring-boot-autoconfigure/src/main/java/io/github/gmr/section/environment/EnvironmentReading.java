package io.github.gmr.section.environment;

import java.util.List;
import java.util.stream.IntStream;

import io.github.gmr.section.bean.Readings;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Holds all that the sources of an environment said when they were asked once.
 */
final class EnvironmentReading {

	private final Readings<SourceReading> answers;

	private final List<SourceReading> sources;

	private final EffectiveProperties properties;

	private final Placeholders placeholders;

	private EnvironmentReading(List<PropertySource<?>> sources, Readings<SourceReading> answers) {
		this.answers = answers;
		this.sources = IntStream.range(0, sources.size())
			.mapToObj((i) -> SourceReading.of(sources.get(i), answers.all().get(i)))
			.toList();
		this.properties = new EffectiveProperties(this.sources);
		this.placeholders = new Placeholders(this.properties::value);
	}

	static EnvironmentReading of(ConfigurableEnvironment environment, SourceReader reader) {
		List<PropertySource<?>> sources = SourceOrder.of(environment);
		return new EnvironmentReading(sources, reader.read(sources));
	}

	/**
	 * Return what the sources have answered, or why they have not.
	 * @return the answers
	 */
	Readings<SourceReading> answers() {
		return this.answers;
	}

	List<SourceReading> sources() {
		return this.sources;
	}

	EffectiveProperties properties() {
		return this.properties;
	}

	Placeholders placeholders() {
		return this.placeholders;
	}

}
