package io.github.gmr.section.environment;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.gmr.content.Setting;

/**
 * All that sources list, by property. Names that may be spellings of one property are
 * together, whether they are is for the Environment to say. Environment variables and
 * system properties that no other source knows are groups of their own.
 */
final class ListedProperties {

	static final String SYSTEM_PROPERTIES = "system properties";

	static final String ENVIRONMENT_VARIABLES = "environment variables";

	private static final Set<String> SPRING_ROOTS = Set.of("spring", "server", "management", "logging", "gmr");

	private final Map<String, ListedProperty> byKey = new LinkedHashMap<>();

	private final Set<String> keys = new HashSet<>();

	private final VariableNames variables;

	ListedProperties(List<SourceReading> readings) {
		this.variables = new VariableNames(readings, SPRING_ROOTS);
		readings.stream().filter(ListedProperties::isConfiguration).forEach(this::learnNames);
		readings.forEach(this::addAll);
	}

	private static boolean isConfiguration(SourceReading reading) {
		return !reading.isSystemEnvironment() && !reading.isSystemProperties();
	}

	private void learnNames(SourceReading reading) {
		for (String name : reading.values().keySet()) {
			String key = RelaxedName.uniform(name);
			if (this.keys.add(key)) {
				this.variables.learn(name, key);
			}
		}
	}

	private void addAll(SourceReading reading) {
		reading.values().forEach((name, text) -> {
			String property = reading.isSystemEnvironment() ? this.variables.property(name, text) : name;
			if (property == null) {
				add(ENVIRONMENT_VARIABLES + name, new SourceValue(reading, name, name, ENVIRONMENT_VARIABLES, text));
			}
			else {
				String key = RelaxedName.uniform(property);
				String group = isOwn(reading, key) ? SYSTEM_PROPERTIES : Setting.group(property);
				add(key, new SourceValue(reading, name, property, group, text));
			}
		});
	}

	private void add(String key, SourceValue value) {
		ListedProperty known = this.byKey.get(key);
		if (known != null) {
			known.add(value);
		}
		else {
			this.byKey.put(key, new ListedProperty(value));
		}
	}

	private boolean isOwn(SourceReading reading, String key) {
		return reading.isSystemProperties() && !this.keys.contains(key)
				&& !SPRING_ROOTS.contains(RelaxedName.root(key));
	}

	/**
	 * Return all properties, in no particular order.
	 * @return the properties
	 */
	Collection<ListedProperty> all() {
		return this.byKey.values();
	}

}
