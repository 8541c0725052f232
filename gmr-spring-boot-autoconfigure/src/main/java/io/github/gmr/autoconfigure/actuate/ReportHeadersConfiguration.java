package io.github.gmr.autoconfigure.actuate;

import io.github.gmr.actuate.GmrEndpoint;
import io.github.gmr.actuate.GmrEndpointFilter;
import io.github.gmr.actuate.GmrEndpointWebFilter;
import io.github.gmr.autoconfigure.part.SwitchedBy;
import io.github.gmr.view.ReportView;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.WebFilter;

/**
 * Configuration of the filter in front of the endpoint, in whichever context serves the
 * endpoint.
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

		/**
		 * The last filter, so that the others see the response, unless Jersey is a filter
		 * as well, which passes no request for an endpoint on.
		 */
		@Bean
		GmrEndpointFilter gmrEndpointFilter(ObjectProvider<PathMappedEndpoints> endpoints,
				ObjectProvider<ReportView> views, BeanFactory beans,
				@Value("${spring.jersey.type:servlet}") String jersey,
				@Value("${spring.jersey.filter.order:0}") int jerseyOrder) {
			return new GmrEndpointFilter(endpoints::getIfAvailable, new ServletPrefix(beans),
					views.orderedStream().toList(),
					jersey.equalsIgnoreCase("filter") ? jerseyOrder - 1 : Ordered.LOWEST_PRECEDENCE);
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
