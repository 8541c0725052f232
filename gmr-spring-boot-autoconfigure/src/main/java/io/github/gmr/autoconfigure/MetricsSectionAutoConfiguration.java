package io.github.gmr.autoconfigure;

import io.github.gmr.JvmReports;
import io.github.gmr.section.CounterSource;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.spring.LoggedEventCounters;
import io.github.gmr.section.spring.MetricsOptions;
import io.github.gmr.section.spring.MetricsSection;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the section about metrics.
 */
@AutoConfiguration(after = LogSectionAutoConfiguration.class,
		afterName = {
				"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
				"org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration" })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnProperty(name = "gmr.enabled", matchIfMissing = true)
@EnableConfigurationProperties(GmrProperties.class)
public final class MetricsSectionAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "metricsReportSection", "metricsSection" })
	ReportSection metricsReportSection(ObjectProvider<MeterRegistry> registries, GmrProperties properties) {
		MetricsSectionProperties metrics = properties.getSection().getMetrics();
		return new MetricsSection<>(new MicrometerMeters(primary(registries)),
				new MetricsOptions(metrics.getInclude(), metrics.getMaxMeters()), JvmReports.get().workers());
	}

	/**
	 * Counts what is logged unless the section about the log does.
	 */
	@Bean
	@ConditionalOnMissingBean(name = "gmrLogbackSource")
	CounterSource gmrLoggedEventCounters(ObjectProvider<MeterRegistry> registries) {
		return new LoggedEventCounters<>(new MicrometerMeters(primary(registries)));
	}

	/**
	 * Return the registry that others use, or the first where none is preferred.
	 */
	private static MeterRegistry primary(ObjectProvider<MeterRegistry> registries) {
		MeterRegistry primary = registries.getIfUnique();
		return (primary != null) ? primary : registries.orderedStream().findFirst().orElseThrow();
	}

}
