package io.github.gmr.section.environment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Knows which environment variable sets which property. Spring Boot decides that; what
 * has the same letters and digits in its name is asked about.
 */
final class VariableNames {

	private final Map<String, List<String>> properties = new HashMap<>();

	private final Set<String> roots;

	VariableNames(List<SourceReading> readings, Set<String> roots) {
		this.roots = new HashSet<>(roots);
		readings.stream()
			.filter(SourceReading::isSystemEnvironment)
			.flatMap((reading) -> reading.values().keySet().stream())
			.forEach((name) -> this.properties.put(RelaxedName.plain(RelaxedName.uniform(name)), new ArrayList<>(1)));
	}

	/**
	 * Learn that there is a property.
	 * @param name its name
	 * @param uniform what all spellings of its name have in common
	 */
	void learn(String name, String uniform) {
		if (this.properties.isEmpty()) {
			return;
		}
		this.roots.add(RelaxedName.root(uniform));
		List<String> properties = this.properties.get(RelaxedName.plain(uniform));
		if (properties != null) {
			properties.add(name);
		}
	}

	/**
	 * Return the property that a variable sets.
	 * @param variable the name of the variable
	 * @param value its value
	 * @return the name of the property, or {@code null} if it does not look like one
	 */
	@Nullable String property(String variable, String value) {
		List<String> properties = this.properties.getOrDefault(RelaxedName.plain(RelaxedName.uniform(variable)),
				List.of());
		boolean configuration = this.roots.contains(RelaxedName.rootOfVariable(variable));
		if (properties.isEmpty() && !configuration) {
			return null;
		}
		ConfigurationPropertySource source = ConfigurationPropertySource.from(new SystemEnvironmentPropertySource(
				StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of(variable, value)));
		for (String property : properties) {
			if (source != null && source.getConfigurationProperty(name(property)) != null) {
				return property;
			}
		}
		return (configuration && source instanceof IterableConfigurationPropertySource iterable) ? first(iterable)
				: null;
	}

	private static ConfigurationPropertyName name(String property) {
		return ConfigurationPropertyName.adapt(property, '.');
	}

	private static @Nullable String first(IterableConfigurationPropertySource source) {
		return source.stream()
			.filter((name) -> name.getNumberOfElements() > 1)
			.map(ConfigurationPropertyName::toString)
			.findFirst()
			.orElse(null);
	}

}
