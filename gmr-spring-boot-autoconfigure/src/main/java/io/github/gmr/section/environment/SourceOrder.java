package io.github.gmr.section.environment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.springframework.core.env.CompositePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.PropertySource.StubPropertySource;

/**
 * Lists property sources in their order of precedence, those inside others in the place
 * of what holds them.
 */
final class SourceOrder {

	/**
	 * Holds a view of all the others, made by Spring Boot.
	 */
	private static final String ATTACHED = "configurationProperties";

	private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	private final List<PropertySource<?>> sources = new ArrayList<>();

	static List<PropertySource<?>> of(ConfigurableEnvironment environment) {
		SourceOrder order = new SourceOrder();
		order.addAll(environment);
		return order.sources;
	}

	private void addAll(ConfigurableEnvironment environment) {
		if (this.seen.add(environment)) {
			environment.getPropertySources().forEach(this::add);
		}
	}

	private void add(PropertySource<?> source) {
		if (!this.seen.add(source) || source.getName().equals(ATTACHED) || source instanceof StubPropertySource) {
			return;
		}
		if (source instanceof CompositePropertySource composite) {
			composite.getPropertySources().forEach(this::add);
		}
		else if (source.getSource() instanceof ConfigurableEnvironment nested) {
			addAll(nested);
		}
		else {
			this.sources.add(source);
		}
	}

}
