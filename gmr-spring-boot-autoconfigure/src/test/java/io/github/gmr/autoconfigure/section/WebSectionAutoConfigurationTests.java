package io.github.gmr.autoconfigure.section;

import java.util.List;
import java.util.Map;

import io.github.gmr.autoconfigure.GmrAutoConfiguration;
import io.github.gmr.autoconfigure.engine.EngineAutoConfiguration;
import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.section.web.CurrentTrace;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static io.github.gmr.autoconfigure.Generated.content;
import static io.github.gmr.autoconfigure.Generated.sections;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WebSectionAutoConfiguration}.
 */
class WebSectionAutoConfigurationTests {

	private static final String TRACE_PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(EngineAutoConfiguration.class,
			GmrAutoConfiguration.class, ReportSectionAutoConfiguration.class, LibrarySectionAutoConfiguration.class,
			WebSectionAutoConfiguration.class);

	private final WebApplicationContextRunner web = new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS);

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void runWhenWebIsDisabledFollowsNoRequests() {
		this.web.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.withPropertyValues("gmr.section.web.enabled=false")
			.run((context) -> {
				assertThat(context).doesNotHaveBean(ObservationHandler.class);
				assertThat(sections(context)).doesNotContain("web");
			});
	}

	@Test
	void runWhenThereAreNoObservationsSaysSo() {
		this.web.run((context) -> assertThat(((Fields) content(context, "web")).values())
			.containsEntry("running requests", new Text("unknown: this application has no observations")));
	}

	@Test
	void runWhenLibraryOfObservationsIsMissingSaysSo() {
		this.web.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(((Fields) content(context, "web")).values()).containsEntry("running requests",
					new Text("unknown: this application has no observations")));
	}

	@Test
	void requestWhenServletIsFollowedByItsScopes() {
		this.web.withBean(ObservationRegistry.class, ObservationRegistry::create).run((context) -> {
			MockHttpServletRequest request = new MockHttpServletRequest("PUT", "/orders/7");
			request.setQueryString("token=1");
			assertFollowed(context, "PUT", "/orders/7",
					new org.springframework.http.server.observation.ServerRequestObservationContext(request,
							new MockHttpServletResponse()));
		});
	}

	@Test
	void requestWhenReactiveIsFollowedByItsScopes() {
		this.reactive.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.run((context) -> assertFollowed(context, "GET", "/orders",
					new org.springframework.http.server.reactive.observation.ServerRequestObservationContext(
							MockServerHttpRequest.method(HttpMethod.GET, "/orders?token=1").build(),
							new MockServerHttpResponse(), Map.of())));
	}

	@Test
	void requestWhenTracerIsMissingIsTracedByItsHeader() {
		FilteredClassLoader untraced = new FilteredClassLoader("io.micrometer.tracing");
		this.web.withClassLoader(untraced)
			.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.run((context) -> {
				MockHttpServletRequest request = new MockHttpServletRequest("GET", "/orders/7");
				request.addHeader("traceparent", TRACE_PARENT);
				assertTraced(context, new org.springframework.http.server.observation.ServerRequestObservationContext(
						request, new MockHttpServletResponse()));
			});
		this.reactive.withClassLoader(untraced)
			.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.run((context) -> assertTraced(context,
					new org.springframework.http.server.reactive.observation.ServerRequestObservationContext(
							MockServerHttpRequest.get("/orders").header("traceparent", TRACE_PARENT).build(),
							new MockServerHttpResponse(), Map.of())));
	}

	@Test
	void requestWhenThereIsNoCarrierIsNotFollowed() {
		this.web.withBean(ObservationRegistry.class, ObservationRegistry::create).run((context) -> {
			var request = new org.springframework.http.server.observation.ServerRequestObservationContext(
					new MockHttpServletRequest(), new MockHttpServletResponse());
			request.setCarrier(null);
			start(context, request).stop();
			assertThat(requests(context).rows()).isEmpty();
		});
	}

	private static Observation start(ApplicationContext context, Observation.Context request) {
		ObservationRegistry registry = context.getBean(ObservationRegistry.class);
		registry.observationConfig().observationHandler(context.getBean(ObservationHandler.class));
		return Observation.start("http.server.requests", () -> request, registry);
	}

	private static void assertTraced(ApplicationContext context, Observation.Context request) {
		assertThat(context.getBeansOfType(CurrentTrace.class)).isEmpty();
		Observation observation = start(context, request);
		assertThat(requests(context).columns()).last().isEqualTo("trace");
		assertThat(request(context)).last().isEqualTo(new Text("4bf92f3577b34da6a3ce929d0e0e4736"));
		observation.stop();
	}

	private static void assertFollowed(ApplicationContext context, String method, String path,
			Observation.Context request) {
		Observation observation = start(context, request);
		assertThat(request(context)).contains(new Text(method), new Text(path), new Text("asynchronously"));
		try (Observation.Scope scope = observation.openScope()) {
			assertThat(request(context)).element(3).asString().contains(Thread.currentThread().getName() + " #");
			assertThat(request(context)).last().asString().contains("io.github.gmr.worker.");
		}
		assertThat(request(context)).contains(new Text("asynchronously"));
		observation.stop();
		assertThat(requests(context).rows()).isEmpty();
	}

	private static List<Content> request(ApplicationContext context) {
		return requests(context).rows().get(0);
	}

	private static Table requests(ApplicationContext context) {
		return (Table) ((Fields) content(context, "web")).values().get("requests");
	}

}
