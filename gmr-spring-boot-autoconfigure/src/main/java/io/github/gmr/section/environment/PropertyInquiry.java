package io.github.gmr.section.environment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.function.SingletonSupplier;

/**
 * Asks an environment for properties by their names, as the application does, and finds
 * out which source each answer is from. Used by one thread.
 */
final class PropertyInquiry {

	private final ConfigurableEnvironment environment;

	private final PlaceholderTracer tracer;

	private final WinningSource sources;

	private final @Nullable Supplier<PropertyInquiry> otherwise;

	private final boolean ordinary;

	private boolean strict;

	private PropertyInquiry(ConfigurableEnvironment environment, WinningSource sources,
			@Nullable Supplier<PropertyInquiry> otherwise) {
		this.environment = environment;
		this.tracer = new PlaceholderTracer(environment.getPropertySources());
		this.sources = sources;
		this.otherwise = otherwise;
		// Copies do not ask the sources, which may hang by now
		this.ordinary = otherwise != null && sources.readings().stream().allMatch(SourceReading::isWhole)
				&& isOrdinary(environment);
	}

	/**
	 * Return whether an environment is one of Spring that finds the ordinary
	 * placeholders.
	 */
	private static boolean isOrdinary(ConfigurableEnvironment environment) {
		return environment.getClass().getName().startsWith("org.springframework.")
				&& "yes".equals(environment.resolvePlaceholders("${gmr.none of this name:yes}"));
	}

	/**
	 * Ask the environment of the application. Where it fails, ask copies of its sources.
	 * @param environment the environment, which may hang
	 * @param readings what its sources have said
	 * @return the inquiry
	 */
	static PropertyInquiry of(ConfigurableEnvironment environment, List<SourceReading> readings) {
		return new PropertyInquiry(environment, new WinningSource(readings),
				SingletonSupplier.of(() -> ofCopies(environment, readings)));
	}

	/**
	 * Ask copies of the sources of an environment, none of which can hang.
	 * @param environment the environment
	 * @param readings what its sources have said
	 * @return the inquiry
	 */
	static PropertyInquiry ofCopies(ConfigurableEnvironment environment, List<SourceReading> readings) {
		return new PropertyInquiry(SourceCopies.environment(environment, readings), new WinningSource(List.of()), null);
	}

	/**
	 * Answer where there is nothing to decide, so that the question is spared.
	 * @param properties the properties
	 * @param answers is given the answers
	 * @return the properties to ask for
	 */
	List<ListedProperty> spare(Collection<ListedProperty> properties, List<EffectiveProperty> answers) {
		List<ListedProperty> others = new ArrayList<>();
		for (ListedProperty property : properties) {
			SourceValue only = this.ordinary ? property.only() : null;
			if (only != null) {
				answers.add(EffectiveProperty.of(only));
			}
			else {
				others.add(property);
			}
		}
		return others;
	}

	/**
	 * Ask for properties, until the thread is interrupted.
	 * @param properties the properties
	 * @param answers is given the answers, more than one for a property if the spelling
	 * of its name matters
	 */
	void ask(Collection<ListedProperty> properties, List<EffectiveProperty> answers) {
		for (ListedProperty property : properties) {
			if (Thread.currentThread().isInterrupted()) {
				break;
			}
			ask(property, answers);
		}
	}

	private void ask(ListedProperty property, List<EffectiveProperty> answers) {
		EffectiveProperty answer = ask(property.group(), property.name(), property.values());
		List<SourceValue> variables = property.variablesBefore(answer);
		variables.forEach((variable) -> answers
			.add(ask(ListedProperties.ENVIRONMENT_VARIABLES, variable.nameInSource(), List.of(variable))));
		if (!answer.isUnknown() || variables.size() < property.values().size()) {
			answers.add(answer);
		}
		for (String name : property.otherNames()) {
			EffectiveProperty other = ask(property.group(), name, property.valuesOf(name));
			if (!other.isUnknown() && !other.text().equals(answer.text())) {
				answers.add(other);
			}
		}
	}

	EffectiveProperty ask(String group, String name, List<SourceValue> values) {
		return new PropertyQuestion(this, group, name, values).ask();
	}

	ConfigurableEnvironment environment() {
		return this.environment;
	}

	PlaceholderTracer tracer() {
		return this.tracer;
	}

	WinningSource sources() {
		return this.sources;
	}

	/**
	 * Return whom to ask where the environment fails.
	 * @return the inquiry, or {@code null} if this is the last one
	 */
	@Nullable PropertyInquiry otherwise() {
		return (this.otherwise != null) ? this.otherwise.get() : null;
	}

	/**
	 * Return whether the environment is known to fail where a key has no value. An
	 * exception for each such value would cost more than anything else.
	 * @return whether there is no need to ask
	 */
	boolean isStrict() {
		return this.strict;
	}

	void becomeStrict() {
		this.strict = true;
	}

}
