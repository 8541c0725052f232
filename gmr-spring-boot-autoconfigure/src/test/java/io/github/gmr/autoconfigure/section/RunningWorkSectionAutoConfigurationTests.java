package io.github.gmr.autoconfigure.section;

import java.util.List;

import io.github.gmr.autoconfigure.GmrAutoConfiguration;
import io.github.gmr.autoconfigure.engine.EngineAutoConfiguration;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Table;
import io.github.gmr.content.Value;
import io.github.gmr.section.web.ServletRequestHandler;
import io.github.gmr.section.work.RunningWorkHandler;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.ResolvableType;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static io.github.gmr.autoconfigure.Generated.content;
import static io.github.gmr.autoconfigure.Generated.sections;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RunningWorkSectionAutoConfiguration}.
 */
class RunningWorkSectionAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(EngineAutoConfiguration.class,
			GmrAutoConfiguration.class, ReportSectionAutoConfiguration.class, LibrarySectionAutoConfiguration.class,
			WebSectionAutoConfiguration.class, RunningWorkSectionAutoConfiguration.class);

	private final ApplicationContextRunner plain = new ApplicationContextRunner().withConfiguration(CONFIGURATIONS);

	private final WebApplicationContextRunner web = new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS);

	@Test
	void runWhenThereAreObservationsFollowsThem() {
		this.plain.withBean(ObservationRegistry.class, ObservationRegistry::create).run((context) -> {
			ObservationRegistry registry = context.getBean(ObservationRegistry.class);
			registry.observationConfig().observationHandler(context.getBean(RunningWorkHandler.class));
			Observation observation = Observation.start("nightly", registry);
			assertThat(((Table) ((Fields) content(context, "running-work")).values().get("work")).rows()).hasSize(1);
			observation.stop();
			assertThat(((Fields) content(context, "running-work")).values()).containsEntry("running", new Value(0L));
		});
	}

	@Test
	void runWhenSwitchedOffFollowsNothing() {
		this.plain.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.withPropertyValues("gmr.section.running-work.enabled=false")
			.run((context) -> {
				assertThat(context).doesNotHaveBean(ObservationHandler.class);
				assertThat(sections(context)).doesNotContain("running-work");
			});
	}

	@Test
	void runWhenThereAreNoObservationsHasNoSuchSection() {
		this.plain.run((context) -> assertThat(sections(context)).doesNotContain("running-work"));
		this.plain.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(sections(context)).doesNotContain("running-work"));
	}

	@Test
	void requestWhenWebFollowsItIsNotFollowedTwice() {
		this.web.withBean(ObservationRegistry.class, ObservationRegistry::create).run((context) -> {
			List<ObservationHandler<?>> handlers = context
				.<ObservationHandler<?>>getBeanProvider(ResolvableType.forRawClass(ObservationHandler.class))
				.orderedStream()
				.toList();
			assertThat(handlers).extracting((handler) -> (Class) handler.getClass())
				.containsExactly(ServletRequestHandler.class, RunningWorkHandler.class);
			ObservationRegistry registry = context.getBean(ObservationRegistry.class);
			handlers.forEach(registry.observationConfig()::observationHandler);
			Observation.start("http.server.requests",
					() -> new ServerRequestObservationContext(new MockHttpServletRequest("GET", "/orders/7"),
							new MockHttpServletResponse()),
					registry);
			assertThat(((Fields) content(context, "running-work")).values()).containsEntry("running", new Value(0L));
			assertThat(((Fields) content(context, "web")).values()).containsEntry("running requests", new Value(1L));
		});
	}

}
