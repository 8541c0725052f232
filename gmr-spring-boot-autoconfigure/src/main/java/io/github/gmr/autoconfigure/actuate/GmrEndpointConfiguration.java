package io.github.gmr.autoconfigure.actuate;

import io.github.gmr.actuate.GmrEndpoint;
import io.github.gmr.actuate.GmrEndpointProperties;
import io.github.gmr.actuate.GmrEndpointWebExtension;
import io.github.gmr.actuate.ReportPublications;
import io.github.gmr.actuate.ReportReader;
import io.github.gmr.autoconfigure.part.SwitchedBy;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.view.ReportView;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configuration of the endpoint, where Actuator is there.
 */
@Configuration(proxyBeanMethods = false)
@SwitchedBy("gmr.enabled")
public final class GmrEndpointConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
	@ConditionalOnAvailableEndpoint(GmrEndpoint.class)
	@EnableConfigurationProperties
	static class EndpointConfiguration {

		@Bean
		GmrEndpointProperties gmrEndpointProperties() {
			return new GmrEndpointProperties();
		}

		@Bean
		@ConditionalOnMissingBean
		ReportReader gmrReportReader(ReportEngine engine, ObjectProvider<ReportView> views, GmrProperties properties,
				GmrEndpointProperties endpointProperties) {
			return new ReportReader(engine, views.orderedStream().toList(),
					properties.getReport().getMaxSize().toBytes(), endpointProperties.getCache().getTimeToLive());
		}

		@Bean
		@ConditionalOnMissingBean
		GmrEndpoint gmrEndpoint(ReportReader reader, GmrEndpointProperties properties) {
			return new GmrEndpoint(reader, properties.getShowValues());
		}

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnBean(GmrEndpoint.class)
		@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
		GmrEndpointWebExtension gmrEndpointWebExtension(ReportReader reader, ReportEngine engine,
				GmrProperties properties, GmrEndpointProperties endpointProperties) {
			ReportPublications publications = new ReportPublications(engine, properties.getReport().getMinInterval());
			return new GmrEndpointWebExtension(reader, publications, endpointProperties.getShowValues(),
					endpointProperties.getRoles());
		}

	}

}
