package io.github.gmr.section.environment;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.gmr.content.Setting;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which source wins for each property. All spellings of a name are one
 * property. Environment variables and system properties that no other source knows are
 * groups of their own.
 */
final class EffectiveProperties {

	static final String SYSTEM_PROPERTIES = "system properties";

	static final String ENVIRONMENT_VARIABLES = "environment variables";

	private static final Set<String> SPRING_ROOTS = Set.of("spring", "server", "management", "logging", "gmr");

	private final Map<String, EffectiveProperty> byKey = new LinkedHashMap<>();

	private final Map<String, String> exact = new HashMap<>();

	private final Map<String, String> propertyByVariable = new HashMap<>();

	private final Set<String> keys = new HashSet<>();

	private final Set<String> roots = new HashSet<>(SPRING_ROOTS);

	EffectiveProperties(List<SourceReading> readings) {
		readings.stream().filter(EffectiveProperties::isConfiguration).forEach(this::learnNames);
		readings.forEach(this::add);
	}

	private static boolean isConfiguration(SourceReading reading) {
		return !reading.isSystemEnvironment() && !reading.isSystemProperties();
	}

	private void learnNames(SourceReading reading) {
		for (String name : reading.values().keySet()) {
			this.keys.add(RelaxedName.uniform(name));
			this.roots.add(RelaxedName.root(name));
			this.propertyByVariable.putIfAbsent(RelaxedName.variable(name, ""), name);
			this.propertyByVariable.putIfAbsent(RelaxedName.variable(name, "_"), name);
		}
	}

	private void add(SourceReading reading) {
		reading.values().forEach((name, value) -> {
			this.exact.putIfAbsent(name, value);
			String property = reading.isSystemEnvironment() ? property(name) : name;
			if (property != null) {
				String group = isOwn(reading, property) ? SYSTEM_PROPERTIES : Setting.group(property);
				add(RelaxedName.uniform(property), new EffectiveProperty(group, property, reading, name, value));
			}
			else {
				add(ENVIRONMENT_VARIABLES + name,
						new EffectiveProperty(ENVIRONMENT_VARIABLES, name, reading, name, value));
			}
		});
	}

	private void add(String key, EffectiveProperty property) {
		EffectiveProperty winner = this.byKey.putIfAbsent(key, property);
		if (winner != null) {
			winner.shadow(property.name());
		}
	}

	private @Nullable String property(String variable) {
		String known = this.propertyByVariable.get(variable.toLowerCase(Locale.ROOT));
		if (known != null) {
			return known;
		}
		String property = RelaxedName.property(variable);
		return (property.indexOf('.') > 0 && this.roots.contains(RelaxedName.root(property))) ? property : null;
	}

	private boolean isOwn(SourceReading reading, String property) {
		return reading.isSystemProperties() && !this.keys.contains(RelaxedName.uniform(property))
				&& !SPRING_ROOTS.contains(RelaxedName.root(property));
	}

	/**
	 * Return all properties, in no particular order.
	 * @return the properties
	 */
	Collection<EffectiveProperty> all() {
		return this.byKey.values();
	}

	/**
	 * Return the value that wins for a name.
	 * @param name the name in any spelling
	 * @return the value, placeholders as they are, or {@code null} if no source has it
	 */
	@Nullable String value(String name) {
		EffectiveProperty property = isVariable(name) ? null : this.byKey.get(RelaxedName.uniform(name));
		if (property != null) {
			return property.value();
		}
		String value = this.exact.get(name);
		return (value != null) ? value : this.exact.get(RelaxedName.variable(name, "_").toUpperCase(Locale.ROOT));
	}

	private static boolean isVariable(String name) {
		return name.indexOf('_') >= 0 || name.equals(name.toUpperCase(Locale.ROOT));
	}

}
