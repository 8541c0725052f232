package io.github.gmr.section.environment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.ConfigurablePropertyResolver;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * An environment of copies of what property sources have said. Neither hangs nor fails,
 * and never changes, so that Spring Boot need not look.
 */
final class SourceCopies extends AbstractEnvironment {

	private SourceCopies() {
	}

	@Override
	protected ConfigurablePropertyResolver createPropertyResolver(MutablePropertySources sources) {
		return ConfigurationPropertySources.createPropertyResolver(sources);
	}

	/**
	 * Copy an environment.
	 * @param original the environment
	 * @param readings what its sources have said
	 * @return the copy, without the sources that have said nothing
	 */
	static ConfigurableEnvironment environment(ConfigurableEnvironment original, List<SourceReading> readings) {
		SourceCopies copies = new SourceCopies();
		for (SourceReading reading : readings) {
			MutablePropertySources sources = copies.getPropertySources();
			sources.addLast(copy(reading, sources.size() + "-" + reading.name()));
		}
		if (original.getPropertySources().stream().anyMatch(SourceCopies::isAttached)) {
			ConfigurationPropertySources.attach(copies);
		}
		return copies;
	}

	private static boolean isAttached(PropertySource<?> source) {
		return ConfigurationPropertySources.isAttachedConfigurationPropertySource(source);
	}

	/**
	 * Copy a source. No two copies have the same name; Spring Boot knows environment
	 * variables by the end of theirs.
	 */
	private static PropertySource<?> copy(SourceReading reading, String name) {
		Map<String, Object> values = new LinkedHashMap<>(reading.values());
		return reading.isSystemEnvironment() ? new SystemEnvironmentPropertySource(name, values)
				: new OriginTrackedMapPropertySource(name, values, true);
	}

}
