package io.github.gmr.autoconfigure;

import io.github.gmr.actuate.EndpointPath;
import io.github.gmr.actuate.GmrEndpoint;
import io.github.gmr.actuate.ReportHeaders;
import io.github.gmr.actuate.ReportHeadersFilter;
import io.github.gmr.actuate.ReportHeadersWebFilter;
import io.github.gmr.view.ReportView;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.WebFilter;

/**
 * Configuration of the headers of the endpoint's responses, in whichever context serves
 * the endpoint.
 */
final class ReportHeadersConfiguration {

	private ReportHeadersConfiguration() {
	}

	@ManagementContextConfiguration(proxyBeanMethods = false)
	@ConditionalOnClass({ ManagementContextConfiguration.class, Filter.class, OncePerRequestFilter.class })
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnProperty(name = "gmr.enabled", matchIfMissing = true)
	@ConditionalOnAvailableEndpoint(endpoint = GmrEndpoint.class, exposure = EndpointExposure.WEB)
	static class ServletConfiguration {

		@Bean
		ReportHeadersFilter gmrReportHeadersFilter(ObjectProvider<PathMappedEndpoints> endpoints,
				ObjectProvider<ReportView> views, Environment environment) {
			return new ReportHeadersFilter(new ReportHeaders(new EndpointPath(endpoints::getIfAvailable),
					views.orderedStream().toList(), ApplicationName.of(environment)));
		}

	}

	@ManagementContextConfiguration(proxyBeanMethods = false)
	@ConditionalOnClass({ ManagementContextConfiguration.class, WebFilter.class })
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnProperty(name = "gmr.enabled", matchIfMissing = true)
	@ConditionalOnAvailableEndpoint(endpoint = GmrEndpoint.class, exposure = EndpointExposure.WEB)
	static class ReactiveConfiguration {

		@Bean
		ReportHeadersWebFilter gmrReportHeadersWebFilter(ObjectProvider<PathMappedEndpoints> endpoints,
				ObjectProvider<ReportView> views, Environment environment) {
			return new ReportHeadersWebFilter(new ReportHeaders(new EndpointPath(endpoints::getIfAvailable),
					views.orderedStream().toList(), ApplicationName.of(environment)));
		}

	}

}
