package io.github.gmr.section.environment;

import java.util.List;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Holds all that the sources of an environment said when they were asked once.
 */
final class EnvironmentReading {

	private final List<SourceReading> sources;

	private final EffectiveProperties properties;

	private final Placeholders placeholders;

	private EnvironmentReading(List<SourceReading> sources) {
		this.sources = sources;
		this.properties = new EffectiveProperties(sources);
		this.placeholders = new Placeholders(this.properties::value);
	}

	static EnvironmentReading of(ConfigurableEnvironment environment, SourceReader reader) {
		return new EnvironmentReading(reader.read(SourceOrder.of(environment)));
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
