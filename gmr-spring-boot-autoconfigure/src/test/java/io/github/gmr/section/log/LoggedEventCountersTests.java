package io.github.gmr.section.log;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.github.gmr.GuruMeditation;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Timeline;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.step.StepMeterRegistry;
import io.micrometer.core.instrument.step.StepRegistryConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoggedEventCounters} and the counters of the section about the log.
 */
class LoggedEventCountersTests {

	private static final Logger logger = LoggerFactory.getLogger("com.acme.Orders");

	@ParameterizedTest
	@ValueSource(strings = { "--gmr.section.log.enabled=false", "--gmr.section.log.enabled=true",
			"--management.metrics.tags.application=shop" })
	void changesTellWhatWasLogged(String argument) {
		run(Application.class, argument, (context) -> {
			changes(context);
			IntStream.range(0, 12).forEach((i) -> logger.error("Order {} failed", i));
			IntStream.range(0, 34).forEach((i) -> logger.warn("Order {} is late", i));
			logger.info("Order shipped");
			assertThat(changes(context)).containsOnlyOnce("errors logged: +12")
				.containsOnlyOnce("warnings logged: +34");
		});
	}

	@Test
	void runWhenSectionAboutTheLogCountsLeavesMetersAlone() {
		run(Application.class, "--gmr.section.log.enabled=true",
				(context) -> assertThat(context.getBeanProvider(LoggedEventCounters.class)).isEmpty());
	}

	@Test
	void changesWhenNobodyCountsHaveNoSuchLine() {
		run(Application.class, "--spring.autoconfigure.exclude="
				+ "org.springframework.boot.micrometer.metrics.autoconfigure.logging.logback.LogbackMetricsAutoConfiguration",
				(context) -> assertThat(changes(context)).isNotEmpty()
					.noneMatch((change) -> change.contains("logged")));
	}

	@Test
	void changesWhenOnlyTheLastStepIsKnownHaveNoSuchLine() {
		run(SteppingApplication.class, "--gmr.section.log.enabled=false",
				(context) -> assertThat(changes(context)).isNotEmpty()
					.noneMatch((change) -> change.contains("logged")));
	}

	private static void run(Class<?> application, String argument, Consumer<ConfigurableApplicationContext> test) {
		SpringApplication spring = new SpringApplication(application);
		spring.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = spring.run("--spring.main.banner-mode=off",
				"--gmr.sink.stderr.enabled=false", argument)) {
			test.accept(context);
		}
	}

	private static List<String> changes(ConfigurableApplicationContext context) {
		return context.getBean(GuruMeditation.class)
			.generate()
			.sections()
			.stream()
			.filter((section) -> section.name().equals("timeline"))
			.flatMap((section) -> ((Timeline) ((Fields) section.content()).values().get("figures")).figures().stream())
			.map((figure) -> figure.name() + ": " + figure.readings().get(4).words())
			.toList();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
	static class SteppingApplication {

		@Bean
		MeterRegistry stepping() {
			return new Stepping();
		}

	}

	/**
	 * A registry that knows its last step of a minute.
	 */
	private static final class Stepping extends StepMeterRegistry {

		private Stepping() {
			super(new StepRegistryConfig() {

				@Override
				public String prefix() {
					return "stepping";
				}

				@Override
				public @Nullable String get(String key) {
					return null;
				}

			}, Clock.SYSTEM);
		}

		@Override
		protected void publish() {
		}

		@Override
		protected TimeUnit getBaseTimeUnit() {
			return TimeUnit.SECONDS;
		}

	}

}
