package io.github.gmr.autoconfigure.listener;

import io.github.gmr.ReportListener;
import io.github.gmr.autoconfigure.part.SwitchedBy;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configuration of what is made of each report besides the report itself.
 */
@Configuration(proxyBeanMethods = false)
@SwitchedBy("gmr.enabled")
public class ListenerConfiguration {

	@Bean
	ReportListener gmrReportEvents(ApplicationEventPublisher publisher) {
		return new ReportEvents(publisher);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	@SwitchedBy("gmr.enabled")
	static class MetricsConfiguration {

		@Bean
		ReportListener gmrReportMeter(ObjectProvider<MeterRegistry> registries) {
			return new ReportMeter(registries);
		}

		@Bean
		FindingMeter gmrFindingMeter(ObjectProvider<MeterRegistry> registries, GmrProperties properties) {
			return new FindingMeter(registries,
					new LatestFindings(properties.getFindings().getMaxAge(), System::nanoTime));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(OpenTelemetry.class)
	@SwitchedBy("gmr.enabled")
	static class OpenTelemetryConfiguration {

		@Bean
		ReportListener gmrFindingLogEvents(ObjectProvider<OpenTelemetry> telemetry) {
			return new FindingLogEvents(telemetry);
		}

	}

}
