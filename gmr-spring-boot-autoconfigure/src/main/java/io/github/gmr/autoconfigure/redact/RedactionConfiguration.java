package io.github.gmr.autoconfigure.redact;

import java.util.List;
import java.util.Objects;

import io.github.gmr.autoconfigure.part.SwitchedBy;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.redact.Redaction;
import io.github.gmr.redact.ValueSanitizer;
import io.github.gmr.section.environment.EnvironmentProperties;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Configuration of masking. Imported rather than an auto-configuration of its own, so
 * that there are no reports without it.
 */
@Configuration(proxyBeanMethods = false)
@SwitchedBy("gmr.enabled")
public final class RedactionConfiguration {

	@Bean
	@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
	Redaction gmrRedaction(GmrProperties properties, ConfigurableEnvironment environment,
			ObjectProvider<ValueSanitizer> sanitizers, ReportEngine engine) {
		return redaction(properties.getRedact(), environment, engine.workers())
			.sanitizers(sanitizers.orderedStream().toList())
			.build();
	}

	/**
	 * Return a redaction by the rules of an application, of which there need not be a
	 * context.
	 * @param properties its rules
	 * @param environment has its secrets
	 * @param workers ask what may hang
	 * @return builds the redaction
	 * @throws InvalidRedactionPatternException if a pattern is not a regular expression
	 */
	public static Redaction.Builder redaction(GmrProperties.Redact properties, ConfigurableEnvironment environment,
			Workers workers) {
		EnvironmentProperties secrets = new EnvironmentProperties(environment, workers);
		return Redaction.builder()
			.keys(properties.getKeys())
			.values(RedactionPatterns.compile(properties.getValues()))
			.allow(properties.getAllow())
			.workers(workers)
			.secrets((scope, visitor) -> secrets.visit(scope, visitor::visit));
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(SanitizingFunction.class)
	static class SanitizingConfiguration {

		@Bean
		@ConditionalOnBean(SanitizingFunction.class)
		ValueSanitizer gmrValueSanitizer(ObjectProvider<SanitizingFunction> functions,
				ConfigurableEnvironment environment) {
			return new SanitizingFunctions(functions.orderedStream().toList(), environment);
		}

		/**
		 * Asks the application's functions in their order, the first that changes the
		 * value decides.
		 */
		private record SanitizingFunctions(List<SanitizingFunction> functions,
				ConfigurableEnvironment environment) implements ValueSanitizer {

			@Override
			public @Nullable String sanitize(@Nullable String source, String name, String value) {
				PropertySource<?> propertySource = (source != null) ? this.environment.getPropertySources().get(source)
						: null;
				SanitizableData data = new SanitizableData(propertySource, name, value);
				for (SanitizingFunction function : this.functions) {
					SanitizableData sanitized = function.applyUnlessFiltered(data);
					if (!value.equals(sanitized.getValue())) {
						return Objects.toString(sanitized.getValue(), null);
					}
				}
				return value;
			}

		}

	}

}
