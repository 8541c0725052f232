package io.github.gmr.autoconfigure.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

import io.github.gmr.autoconfigure.engine.EngineAutoConfiguration;
import io.github.gmr.autoconfigure.part.SwitchedBy;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.autoconfigure.properties.PropertiesConfiguration;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.section.health.EarlierHealth;
import io.github.gmr.section.health.HealthCheck;
import io.github.gmr.section.health.HealthOutcome;
import io.github.gmr.section.health.HealthSection;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.util.ClassUtils;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the section about health, which
 * is off unless it is switched on: checks may ask the network.
 */
@AutoConfiguration(after = EngineAutoConfiguration.class,
		afterName = {
				"org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration",
				"org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration",
				"org.springframework.boot.actuate.autoconfigure.health.HealthEndpointAutoConfiguration" })
@SwitchedBy("gmr.enabled")
@Import(PropertiesConfiguration.class)
public final class HealthSectionAutoConfiguration {

	private static HealthSection section(Callable<List<HealthCheck>> checks, GmrProperties properties,
			ReportEngine engine) {
		return new HealthSection(checks, properties.getSection().getHealth().getTimeout(), engine.workers());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ HealthContributorRegistry.class, SecurityContext.class })
	@ConditionalOnBean(HealthContributorRegistry.class)
	@SwitchedBy(value = "gmr.section.health.enabled", byDefault = false)
	static class HealthConfiguration {

		@Bean
		HealthSection gmrHealthSection(HealthContributorRegistry registry,
				ObjectProvider<ReactiveHealthContributorRegistry> reactive, ObjectProvider<HealthEndpointGroups> groups,
				GmrProperties properties, ReportEngine engine) {
			return section(() -> checks(registry, reactive.getIfAvailable(), showDetails(groups.getIfAvailable())),
					properties, engine);
		}

		/**
		 * The readers of a report are not known, so details that not all may see are
		 * hidden.
		 */
		private static boolean showDetails(@Nullable HealthEndpointGroups groups) {
			return groups != null && groups.getPrimary().showDetails(SecurityContext.NONE);
		}

		/**
		 * Return all checks. Of those that are there for blocking and reactive callers
		 * alike the blocking one is made, as the health endpoint does.
		 */
		private static List<HealthCheck> checks(HealthContributors blocking,
				@Nullable ReactiveHealthContributorRegistry reactive, boolean details) {
			Set<String> names = ConcurrentHashMap.newKeySet();
			List<HealthCheck> checks = new ArrayList<>(checks("", blocking, names, details));
			if (reactive != null) {
				checks.addAll(checks("", reactive.asHealthContributors(), names, details));
			}
			return checks;
		}

		private static List<HealthCheck> checks(String prefix, HealthContributors contributors, Set<String> names,
				boolean details) {
			List<HealthCheck> checks = new ArrayList<>();
			contributors.stream().filter((entry) -> names.add(prefix + entry.name())).forEach((entry) -> {
				String name = prefix + entry.name();
				if (entry.contributor() instanceof HealthIndicator indicator) {
					checks.add(new IndicatorCheck(name, indicator, details));
				}
				else if (entry.contributor() instanceof HealthContributors nested) {
					checks.add(HealthCheck.of(name, () -> checks(name + "/", nested, names, details)));
				}
			});
			return checks;
		}

		private record IndicatorCheck(String name, HealthIndicator indicator, boolean details) implements HealthCheck {

			@Override
			public HealthOutcome check() {
				Health health = this.indicator.health(this.details);
				return (health != null) ? new HealthOutcome(health.getStatus().getCode(), health.getDetails())
						: new HealthOutcome("UNKNOWN", Map.of());
			}

		}

	}

	/**
	 * The same for Spring Boot 3.5, of which the registry holds reactive checks as
	 * blocking ones, too.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = EarlierHealth.REGISTRY, value = SecurityContext.class)
	@ConditionalOnBean(type = EarlierHealth.REGISTRY)
	@SwitchedBy(value = "gmr.section.health.enabled", byDefault = false)
	static class EarlierHealthConfiguration {

		@Bean
		HealthSection gmrHealthSection(BeanFactory beanFactory, GmrProperties properties, ReportEngine engine) {
			Iterable<?> registry = (Iterable<?>) bean(beanFactory, EarlierHealth.REGISTRY).getObject();
			ObjectProvider<?> groups = bean(beanFactory, EarlierHealth.GROUPS);
			return section(() -> EarlierHealth.checks("", registry, showDetails(groups.getIfAvailable())), properties,
					engine);
		}

		private static ObjectProvider<?> bean(BeanFactory beanFactory, String type) {
			return beanFactory
				.getBeanProvider(ClassUtils.resolveClassName(type, EarlierHealthConfiguration.class.getClassLoader()));
		}

		private static boolean showDetails(@Nullable Object groups) {
			return groups != null && Boolean.TRUE.equals(EarlierHealth.call(EarlierHealth.call(groups, "getPrimary"),
					"showDetails", new Class<?>[] { SecurityContext.class }, SecurityContext.NONE));
		}

	}

}
