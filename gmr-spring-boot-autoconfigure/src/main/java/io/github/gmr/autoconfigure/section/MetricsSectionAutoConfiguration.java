package io.github.gmr.autoconfigure.section;

import io.github.gmr.autoconfigure.engine.EngineAutoConfiguration;
import io.github.gmr.autoconfigure.part.SwitchedBy;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.autoconfigure.properties.MetricsSectionProperties;
import io.github.gmr.autoconfigure.properties.PropertiesConfiguration;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.section.log.LoggedEventCounters;
import io.github.gmr.section.metrics.MetricsOptions;
import io.github.gmr.section.metrics.MetricsSection;
import io.github.gmr.section.metrics.MicrometerMeters;
import io.github.gmr.section.pulse.FigureSource;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the section about metrics.
 */
@AutoConfiguration(after = EngineAutoConfiguration.class,
		afterName = {
				"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
				"org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration" })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
@SwitchedBy("gmr.enabled")
@Import(PropertiesConfiguration.class)
public final class MetricsSectionAutoConfiguration {

	@Bean
	MetricsSection<Meter> gmrMetricsSection(ObjectProvider<MeterRegistry> registries, GmrProperties properties,
			ReportEngine engine) {
		MetricsSectionProperties metrics = properties.getSection().getMetrics();
		return new MetricsSection<>(new MicrometerMeters(primary(registries)),
				new MetricsOptions(metrics.getInclude(), metrics.getMaxMeters()), engine.workers());
	}

	/**
	 * Counts what is logged unless the section about the log does.
	 */
	@Bean
	FigureSource gmrLoggedEventCounters(ObjectProvider<MeterRegistry> registries, BeanFactory beanFactory,
			ReportEngine engine) {
		return beanFactory.containsBean("gmrLogbackSource") ? (counters) -> {
		} : new LoggedEventCounters<>(new MicrometerMeters(primary(registries)), engine.workers());
	}

	/**
	 * Return the registry that others use, or the first where none is preferred.
	 */
	private static MeterRegistry primary(ObjectProvider<MeterRegistry> registries) {
		MeterRegistry primary = registries.getIfUnique();
		return (primary != null) ? primary : registries.orderedStream().findFirst().orElseThrow();
	}

}
