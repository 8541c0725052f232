package io.github.gmr.autoconfigure.actuate;

import io.github.gmr.actuate.GmrEndpoint;
import io.github.gmr.actuate.GmrEndpointFilter;
import io.github.gmr.actuate.GmrEndpointWebFilter;
import io.github.gmr.autoconfigure.part.SwitchedBy;
import io.github.gmr.view.ReportView;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.WebFilter;

/**
 * Configuration of the formats and headers of the endpoint's responses, in whichever
 * context serves the endpoint.
 */
final class ReportHeadersConfiguration {

	private ReportHeadersConfiguration() {
	}

	@ManagementContextConfiguration(proxyBeanMethods = false)
	@ConditionalOnClass({ ManagementContextConfiguration.class, Filter.class, OncePerRequestFilter.class })
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@SwitchedBy("gmr.enabled")
	@ConditionalOnAvailableEndpoint(endpoint = GmrEndpoint.class, exposure = EndpointExposure.WEB)
	static class ServletConfiguration {

		@Bean
		GmrEndpointFilter gmrEndpointFilter(ObjectProvider<PathMappedEndpoints> endpoints,
				ObjectProvider<ReportView> views) {
			return new GmrEndpointFilter(endpoints::getIfAvailable, views.orderedStream().toList());
		}

	}

	@ManagementContextConfiguration(proxyBeanMethods = false)
	@ConditionalOnClass({ ManagementContextConfiguration.class, WebFilter.class })
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@SwitchedBy("gmr.enabled")
	@ConditionalOnAvailableEndpoint(endpoint = GmrEndpoint.class, exposure = EndpointExposure.WEB)
	static class ReactiveConfiguration {

		@Bean
		GmrEndpointWebFilter gmrEndpointWebFilter(ObjectProvider<PathMappedEndpoints> endpoints,
				ObjectProvider<ReportView> views) {
			return new GmrEndpointWebFilter(endpoints::getIfAvailable, views.orderedStream().toList());
		}

	}

}
