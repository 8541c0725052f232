package io.github.gmr.autoconfigure.section;

import java.util.Map;

import io.github.gmr.autoconfigure.GmrAutoConfiguration;
import io.github.gmr.autoconfigure.engine.EngineAutoConfiguration;
import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static io.github.gmr.autoconfigure.Generated.content;
import static io.github.gmr.autoconfigure.Generated.findings;
import static io.github.gmr.autoconfigure.Generated.sections;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HealthSectionAutoConfiguration}.
 */
@Timeout(60)
class HealthSectionAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(EngineAutoConfiguration.class,
			GmrAutoConfiguration.class, ReportSectionAutoConfiguration.class, HealthSectionAutoConfiguration.class,
			HealthContributorRegistryAutoConfiguration.class, HealthEndpointAutoConfiguration.class);

	private static final HealthIndicator DOWN = () -> Health.down().withDetail("host", "db.internal").build();

	private static final HealthIndicator UP = () -> Health.up().build();

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
		.withPropertyValues("gmr.sink.stderr.enabled=false");

	private final WebApplicationContextRunner web = new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS);

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withPropertyValues("gmr.section.health.enabled=true");

	@Test
	void healthWhenNotSwitchedOnIsNotAsked() {
		this.runner.withBean("db", HealthContributor.class, () -> DOWN)
			.run((context) -> assertThat(sections(context)).doesNotContain("health"));
	}

	@Test
	void healthWhenDownIsFindingWithoutDetails() {
		this.runner.withBean("dbHealthIndicator", HealthContributor.class, () -> DOWN)
			.withBean("brokers", HealthContributor.class, () -> CompositeHealthContributor.fromMap(Map.of("north", UP)))
			.withPropertyValues("gmr.section.health.enabled=true")
			.run((context) -> {
				assertThat(findings(context)).containsExactly("The health check db says DOWN");
				Map<String, Content> checks = ((Fields) content(context, "health")).values();
				assertThat(checks).containsKeys("db", "brokers/north");
				assertThat(((Fields) checks.get("db")).values()).containsOnlyKeys("status", "took");
			});
	}

	@Test
	void healthWhenDetailsAreAlwaysShownTellsThem() {
		this.web.withBean("dbHealthIndicator", HealthContributor.class, () -> DOWN)
			.withPropertyValues("gmr.section.health.enabled=true", "management.endpoint.health.show-details=always",
					"management.endpoints.web.exposure.include=health")
			.run((context) -> {
				assertThat(context).hasSingleBean(HealthEndpointGroups.class);
				Map<String, Content> checks = ((Fields) content(context, "health")).values();
				assertThat(((Fields) checks.get("db")).values().get("details"))
					.isEqualTo(Content.of(Map.of("host", "db.internal")));
			});
	}

	@Test
	void healthWhenReactiveIsAsked() {
		this.reactive
			.withBean("brokerHealthIndicator", ReactiveHealthContributor.class,
					() -> (ReactiveHealthIndicator) () -> Mono.just(Health.outOfService().build()))
			.withBean("dbHealthIndicator", HealthContributor.class, () -> UP)
			.run((context) -> {
				assertThat(((Fields) content(context, "health")).values()).containsKeys("db", "broker");
				assertThat(findings(context)).containsExactly("The health check broker says OUT_OF_SERVICE");
			});
	}

	@Test
	void healthWhenReactiveNeverAnswersNamesItAndAsksTheOthers() {
		this.reactive
			.withBean("brokerHealthIndicator", ReactiveHealthContributor.class,
					() -> (ReactiveHealthIndicator) Mono::never)
			.withBean("queueHealthIndicator", ReactiveHealthContributor.class,
					() -> (ReactiveHealthIndicator) () -> Mono.just(Health.up().build()))
			.withPropertyValues("gmr.section.health.timeout=3s")
			.run((context) -> {
				assertThat(findings(context))
					.containsExactly("The health check broker does not answer: no answer within 3000 ms");
				assertThat(((Fields) content(context, "health")).values().get("queue").toString()).contains("UP");
			});
	}

	@Test
	void healthWhenThereIsABlockingAndAReactiveOneAsksTheBlocking() {
		this.reactive.withBean("dbHealthIndicator", HealthContributor.class, () -> UP)
			.withBean("dbHealthContributor", ReactiveHealthContributor.class,
					() -> (ReactiveHealthIndicator) () -> Mono.just(Health.down().build()))
			.run((context) -> assertThat(findings(context)).isEmpty());
	}

	@Test
	void healthWhenReactorIsMissingAsksTheBlocking() {
		this.runner.withClassLoader(new FilteredClassLoader("reactor"))
			.withBean("dbHealthIndicator", HealthContributor.class, () -> UP)
			.withPropertyValues("gmr.section.health.enabled=true")
			.run((context) -> assertThat(((Fields) content(context, "health")).values()).containsKey("db"));
	}

}
