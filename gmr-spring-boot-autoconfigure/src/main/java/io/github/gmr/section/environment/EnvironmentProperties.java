package io.github.gmr.section.environment;

import java.util.stream.Collectors;

import io.github.gmr.content.Setting;
import io.github.gmr.worker.Workers;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Lists all names and values that an environment knows: of every source, also those that
 * do not win, and of every property with its placeholders resolved. Thread-safe.
 */
public final class EnvironmentProperties {

	private final ConfigurableEnvironment environment;

	private final SourceReader reader;

	/**
	 * Create the properties of an environment.
	 * @param environment the environment
	 * @param workers read the property sources
	 */
	public EnvironmentProperties(ConfigurableEnvironment environment, Workers workers) {
		this.environment = environment;
		this.reader = new SourceReader(workers);
	}

	/**
	 * Visit all names and values. Reads every property source that can be listed.
	 * @param visitor is given each name and value
	 */
	public void visit(Visitor visitor) {
		EnvironmentReading reading = EnvironmentReading.of(this.environment, this.reader);
		for (SourceReading source : reading.sources()) {
			source.values().forEach((name, value) -> visitor.visit(source.name(), name, value));
		}
		for (EffectiveProperty property : reading.properties().all()) {
			if (property.value().contains("${")) {
				visitor.visit(property.winner().name(), property.name(), resolved(reading, property));
			}
		}
	}

	private static String resolved(EnvironmentReading reading, EffectiveProperty property) {
		return reading.placeholders()
			.resolve(property.value())
			.stream()
			.map(Setting.Piece::text)
			.collect(Collectors.joining());
	}

	/**
	 * Takes names and values.
	 */
	@FunctionalInterface
	public interface Visitor {

		/**
		 * Take a name and its value.
		 * @param source the name of the property source
		 * @param name the name of the property
		 * @param value its value
		 */
		void visit(String source, String name, String value);

	}

}
