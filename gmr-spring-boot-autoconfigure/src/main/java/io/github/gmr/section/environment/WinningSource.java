package io.github.gmr.section.environment;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.PropertySourceOrigin;

/**
 * Finds the source of a value that is none of those it has listed as text.
 *
 * @param readings the sources that may be asked
 */
record WinningSource(List<SourceReading> readings) {

	/**
	 * Find the source of a value.
	 * @param group the group of the property
	 * @param name the name it was asked for by
	 * @param raw the value, placeholders as they are
	 * @param values what the sources have listed
	 * @return the value as its source has it, or {@code null} if none of them has it
	 */
	@Nullable SourceValue find(String group, String name, String raw, List<SourceValue> values) {
		if (this.readings.isEmpty()) {
			return null;
		}
		for (SourceValue value : values) {
			if (value.source().isConverted(value.nameInSource())) {
				return value;
			}
		}
		ConfigurationPropertyName relaxed = ConfigurationPropertyName.adapt(name, '.');
		for (SourceReading reading : this.readings) {
			String nameInSource = reading.isUnlisted() ? null : nameInSource(reading, relaxed, raw);
			if (nameInSource != null) {
				return new SourceValue(reading, nameInSource, name, group, raw);
			}
		}
		return null;
	}

	private static @Nullable String nameInSource(SourceReading reading, ConfigurationPropertyName name, String raw) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.from(reading.source())) {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			if (property != null && raw.equals(property.getValue())) {
				return (property.getOrigin() instanceof PropertySourceOrigin origin) ? origin.getPropertyName()
						: name.toString();
			}
		}
		return null;
	}

}
