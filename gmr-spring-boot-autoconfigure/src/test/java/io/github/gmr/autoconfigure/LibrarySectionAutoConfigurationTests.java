package io.github.gmr.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.section.ReportSection;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadataProvider;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import static io.github.gmr.autoconfigure.Generated.content;
import static io.github.gmr.autoconfigure.Generated.findings;
import static io.github.gmr.autoconfigure.Generated.sections;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link LibrarySectionAutoConfiguration}.
 */
class LibrarySectionAutoConfigurationTests {

	private static final String TRACE_PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(GmrAutoConfiguration.class,
			ReportSectionAutoConfiguration.class, LibrarySectionAutoConfiguration.class,
			HealthSectionAutoConfiguration.class, HealthContributorRegistryAutoConfiguration.class,
			HealthEndpointAutoConfiguration.class);

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
		.withPropertyValues("gmr.sink.stderr.enabled=false");

	private final WebApplicationContextRunner web = new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS);

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void runWhenThereIsNoBeanHasNoSection() {
		this.runner.run((context) -> assertThat(sections(context)).doesNotContain("web", "data-sources", "executors",
				"scheduled-tasks", "health"));
	}

	@Test
	void runWhenDisabledHasNoBean() {
		this.web.withPropertyValues("gmr.enabled=false")
			.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.withUserConfiguration(Tasks.class)
			.run((context) -> assertThat(context).doesNotHaveBean(ReportSection.class)
				.doesNotHaveBean(ObservationHandler.class));
	}

	@Test
	void runWhenThereAreBeansPrintsSectionsInTheirOrder() {
		this.web.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.withBean("dataSource", DataSource.class, HikariDataSource::new)
			.withBean("mail", ThreadPoolTaskExecutor.class, ThreadPoolTaskExecutor::new)
			.withUserConfiguration(Tasks.class)
			.withPropertyValues("gmr.section.health.enabled=true")
			.run((context) -> {
				assertThat(sections(context)).endsWith("memory", "web", "data-sources", "executors", "scheduled-tasks",
						"disks", "health");
				assertThat(findings(context)).isEmpty();
			});
	}

	@Test
	void taskWhenItRunsForLongerThanConfiguredIsFinding() {
		CountDownLatch release = new CountDownLatch(1);
		this.runner.withBean("mail", ThreadPoolTaskExecutor.class, ThreadPoolTaskExecutor::new)
			.withPropertyValues("gmr.section.executors.running-threshold=1ms")
			.run((context) -> {
				context.getBean("mail", ThreadPoolTaskExecutor.class).submit(() -> release.await(1, TimeUnit.MINUTES));
				try {
					Awaitility.await()
						.atMost(Duration.ofSeconds(30))
						.untilAsserted(() -> assertThat(findings(context)).singleElement()
							.asString()
							.startsWith("1 task of mail has been running for at least "));
				}
				finally {
					release.countDown();
				}
			});
	}

	@ParameterizedTest
	@CsvSource({ "web, webSection", "data-sources, dataSourcesReportSection", "executors, executorsReportSection",
			"scheduled-tasks, scheduledTasksSection", "health, healthReportSection" })
	void runWhenSectionIsReplacedUsesThatOfTheApplication(String section, String bean) {
		this.web.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.withBean("dataSource", DataSource.class, HikariDataSource::new)
			.withBean("mail", ThreadPoolTaskExecutor.class, ThreadPoolTaskExecutor::new)
			.withUserConfiguration(Tasks.class)
			.withPropertyValues("gmr.section.health.enabled=true")
			.withBean(bean, ReportSection.class, () -> () -> Content.text("mine"))
			.run((context) -> assertThat(content(context, section)).isEqualTo(Content.text("mine")));
	}

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

	@Test
	void runWhenHikariIsMissingAsksSpringBoot() {
		this.runner.withClassLoader(new FilteredClassLoader(HikariDataSource.class))
			.withBean("dataSource", DataSource.class, () -> mock(DataSource.class))
			.run((context) -> assertThat(sections(context)).contains("data-sources"));
	}

	@ParameterizedTest
	@ValueSource(classes = { DataSourcePoolMetadataProvider.class, ObservationRegistry.class,
			HealthContributorRegistry.class, jakarta.servlet.http.HttpServletRequest.class })
	void runWhenLibraryIsMissingProvidesTheRest(Class<?> library) {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(GmrAutoConfiguration.class, ReportSectionAutoConfiguration.class,
					LibrarySectionAutoConfiguration.class, HealthSectionAutoConfiguration.class))
			.withPropertyValues("gmr.section.health.enabled=true")
			.withClassLoader(new FilteredClassLoader(library))
			.withUserConfiguration(Tasks.class)
			.run((context) -> assertThat(sections(context)).contains("memory", "scheduled-tasks"));
	}

	@ParameterizedTest
	@CsvSource({ "gmr.section.web.request-threshold, 0s, longer than zero",
			"gmr.section.web.stuck-threshold, 101, be from 1 to 100",
			"gmr.section.web.stuck-after, -1s, not be negative", "gmr.section.threads.lock-threshold, 0, be at least 1",
			"gmr.section.executors.queue-threshold, 0, be from 1 to 100",
			"gmr.section.executors.running-threshold, 0s, longer than zero",
			"gmr.section.scheduled-tasks.overdue-threshold, 0s, longer than zero",
			"gmr.section.scheduled-tasks.running-threshold, -1s, longer than zero",
			"gmr.section.health.timeout, 0s, longer than zero" })
	void runWhenValueIsOutOfRangeFailsAndNamesKeyAndLimit(String key, String value, String limit) {
		this.runner.withPropertyValues(key + "=" + value)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageContaining("'" + key + "' must")
				.hasMessageContaining(limit));
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
		assertThat(request(context)).contains(new Text(method), new Text(path), new Text("no thread"));
		try (Observation.Scope scope = observation.openScope()) {
			assertThat(request(context)).element(3).asString().contains(Thread.currentThread().getName() + " #");
			assertThat(request(context)).last().asString().contains("io.github.gmr.report.");
		}
		assertThat(request(context)).contains(new Text("no thread"));
		observation.stop();
		assertThat(requests(context).rows()).isEmpty();
	}

	private static List<Content> request(ApplicationContext context) {
		return requests(context).rows().get(0);
	}

	private static Table requests(ApplicationContext context) {
		return (Table) ((Fields) content(context, "web")).values().get("requests");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Tasks {

		@Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT1H")
		void clean() {
		}

	}

}
