package io.github.gmr.autoconfigure.section;

import io.github.gmr.autoconfigure.part.SwitchedBy;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.autoconfigure.properties.PropertiesConfiguration;
import io.github.gmr.autoconfigure.properties.WebSectionProperties;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.section.activity.ActivitySnapshots;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.scope.ThreadSnapshots;
import io.github.gmr.section.web.CurrentTrace;
import io.github.gmr.section.web.EmbeddedServer;
import io.github.gmr.section.web.ReactiveRequestHandler;
import io.github.gmr.section.web.RunningRequests;
import io.github.gmr.section.web.ServletRequestHandler;
import io.github.gmr.section.web.SpanTrace;
import io.github.gmr.section.web.WebOptions;
import io.github.gmr.section.web.WebSection;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.TracingObservationHandler;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the section about the web server
 * and for what follows its requests.
 */
@AutoConfiguration(after = { ReportSectionAutoConfiguration.class, LibrarySectionAutoConfiguration.class },
		afterName = { "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
				"org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration" })
@ConditionalOnWebApplication
@SwitchedBy("gmr.section.web.enabled")
@Import(PropertiesConfiguration.class)
public final class WebSectionAutoConfiguration {

	/**
	 * The order of what follows requests: before that which follows everything else.
	 */
	private static final int FIRST = Ordered.LOWEST_PRECEDENCE - 1;

	@Bean
	WebSection gmrWebSection(ApplicationContext context, ObjectProvider<RunningRequests> requests,
			ThreadSnapshots threads, ActivitySnapshots activities, ApplicationCode code, GmrProperties properties,
			ReportEngine engine, FollowedFigures figures) {
		WebSectionProperties web = properties.getSection().getWeb();
		return new WebSection(new EmbeddedServer(context, engine.workers()), requests.getIfUnique(), threads,
				activities, code,
				new WebOptions(web.getRequestThreshold(), web.getStuckThreshold(), web.getStuckAfter()),
				figures.history());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ObservationRegistry.class)
	@ConditionalOnBean(ObservationRegistry.class)
	static class ObservationConfiguration {

		@Bean
		@ConditionalOnMissingBean
		RunningRequests gmrRunningRequests() {
			return new RunningRequests();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ObservationRegistry.class, TracingObservationHandler.class })
	static class TracingConfiguration {

		@Bean
		CurrentTrace gmrCurrentTrace() {
			return new SpanTrace();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ObservationRegistry.class, ServerRequestObservationContext.class, HttpServletRequest.class })
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@ConditionalOnBean(ObservationRegistry.class)
	static class ServletConfiguration {

		@Bean
		@Order(FIRST)
		ServletRequestHandler gmrServletRequestHandler(RunningRequests requests, ObjectProvider<CurrentTrace> traces) {
			return new ServletRequestHandler(requests, traces.getIfUnique(() -> CurrentTrace.NONE));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ObservationRegistry.class, ServerHttpRequest.class })
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	@ConditionalOnBean(ObservationRegistry.class)
	static class ReactiveConfiguration {

		@Bean
		@Order(FIRST)
		ReactiveRequestHandler gmrReactiveRequestHandler(RunningRequests requests,
				ObjectProvider<CurrentTrace> traces) {
			return new ReactiveRequestHandler(requests, traces.getIfUnique(() -> CurrentTrace.NONE));
		}

	}

}
