package io.github.gmr.autoconfigure;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import io.github.gmr.GuruMeditation;
import io.github.gmr.Publication;
import io.github.gmr.Publication.Delivery;
import io.github.gmr.ReportUnavailableException;
import io.github.gmr.actuate.GmrEndpoint;
import io.github.gmr.actuate.GmrEndpointWebExtension;
import io.github.gmr.autoconfigure.engine.EngineAutoConfiguration;
import io.github.gmr.autoconfigure.section.ReportSectionAutoConfiguration;
import io.github.gmr.content.Content;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.SectionReport;
import io.github.gmr.section.ReportSection;
import io.github.gmr.sink.FileSink;
import io.github.gmr.sink.ReportSink;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.support.SimpleThreadScope;
import org.springframework.core.annotation.Order;

import static io.github.gmr.autoconfigure.Generated.sections;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link GmrAutoConfiguration} and {@link ReportSectionAutoConfiguration}.
 */
class GmrAutoConfigurationTests {

	private static final String[] BUILT_IN = { "package", "threads", "green-threads", "processes", "configuration",
			"runtime", "memory", "sockets" };

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(EngineAutoConfiguration.class, GmrAutoConfiguration.class,
				ReportSectionAutoConfiguration.class))
		.withPropertyValues("spring.application.name=orders", "gmr.sink.stderr.enabled=false");

	private final WebApplicationContextRunner web = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(EngineAutoConfiguration.class, GmrAutoConfiguration.class,
				ReportSectionAutoConfiguration.class));

	@TempDir
	private Path directory;

	@AfterEach
	void everyContextHasLeft() {
		assertThat(ReportEngine.get().isEmpty()).isTrue();
	}

	@Test
	void runProvidesDoorAndBuiltInSections() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(GuruMeditation.class)
				.hasSingleBean(Redaction.class)
				.doesNotHaveBean(FileSink.class)
				.doesNotHaveBean(GmrEndpoint.class);
			assertThat(sections(context)).containsExactly(BUILT_IN);
			assertThat(context.getBean(GuruMeditation.class).generate().head().process().application())
				.isEqualTo("orders");
		});
	}

	@Test
	void runWhenDisabledProvidesNothingButTheDoor() {
		this.web
			.withPropertyValues("gmr.enabled=false", "management.endpoints.web.exposure.include=gmr",
					"gmr.sink.file.directory=" + this.directory)
			.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.run((context) -> {
				assertThat(ofLibrary(context)).containsExactly("guruMeditation");
				assertThat(ReportEngine.get().isEmpty()).isTrue();
			});
	}

	@Test
	void generateOrPublishWhenDisabledIsUnavailable() {
		this.runner.withPropertyValues("gmr.enabled=false").run((context) -> {
			GuruMeditation guru = context.getBean(GuruMeditation.class);
			assertThat(List.<ThrowingCallable>of(guru::generate, () -> guru.publish("because"),
					() -> guru.publish("because", new IllegalStateException())))
				.allSatisfy((call) -> assertThatExceptionOfType(ReportUnavailableException.class).isThrownBy(call)
					.withMessage("reports are off: 'gmr.enabled' is false"));
		});
	}

	@Test
	void runWhenDisabledStartsWithWrongValues() {
		this.web
			.withPropertyValues("gmr.enabled=false", "gmr.section.threads.max-depth=0",
					"management.endpoint.gmr.show-values=perhaps", "management.endpoints.web.exposure.include=gmr")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void runWhenApplicationMakesReportsItselfUsesThat() {
		GuruMeditation own = new UnavailableGuruMeditation("closed");
		this.runner.withPropertyValues("gmr.enabled=false")
			.withBean(GuruMeditation.class, () -> own)
			.run((context) -> assertThat(context).getBean(GuruMeditation.class).isSameAs(own));
	}

	@ParameterizedTest
	@CsvSource({ "packageReportSection", "packageSection" })
	void runWhenSectionIsReplacedUsesThatOfTheApplication(String beanName) {
		this.runner.withBean(beanName, ReportSection.class, () -> () -> Content.text("mine")).run((context) -> {
			assertThat(sections(context)).containsExactly(BUILT_IN);
			assertThat(report(context).get(0).content()).isEqualTo(Content.text("mine"));
		});
	}

	@Test
	void runWhenSectionIsDisabledLeavesItOut() {
		this.runner.withUserConfiguration(OwnSections.class)
			.withPropertyValues("gmr.section.processes.enabled=false", "gmr.section.order-queue.enabled=false")
			.run((context) -> assertThat(sections(context)).containsExactly("package", "threads", "green-threads",
					"configuration", "runtime", "memory", "sockets", "shipping"));
	}

	@Test
	void runWhenApplicationHasSectionsPrintsThemLastInTheirOrder() {
		this.runner.withUserConfiguration(OwnSections.class).run((context) -> {
			List<SectionReport> report = report(context);
			assertThat(sections(context)).startsWith(BUILT_IN)
				.endsWith("shipping", "order-queue")
				.hasSize(BUILT_IN.length + 2);
			assertThat(report.get(BUILT_IN.length).title()).isEqualTo("Ships and Boats");
			assertThat(report.get(BUILT_IN.length + 1).title()).isEqualTo("Order Queue");
		});
	}

	@Test
	void runWhenTitleOfSectionFailsOrHangsUsesItsName() {
		this.runner.withBean("failing", ReportSection.class, () -> new Titled(() -> {
			throw new IllegalStateException("no title");
		})).withBean("hanging", ReportSection.class, () -> new Titled(() -> {
			new CountDownLatch(1).await();
			return "never";
		}))
			.run((context) -> assertThat(report(context)).extracting(SectionReport::title)
				.contains("Failing", "Hanging"));
	}

	@Test
	void runWhenSectionIsInScopeHasItOnce() {
		this.runner
			.withInitializer((context) -> context.getBeanFactory().registerScope("request", new SimpleThreadScope()))
			.withUserConfiguration(ScopedSections.class)
			.run((context) -> assertThat(sections(context)).containsOnlyOnce("scoped")
				.noneMatch((name) -> name.startsWith("scoped-target")));
	}

	@Test
	void runWhenSectionsShareTitleOrNameMakesThemUnique() {
		this.runner
			.withBean("first", ReportSection.class, () -> ReportSection.titled("Orders", () -> Content.text("1")))
			.withBean("second", ReportSection.class, () -> ReportSection.titled("Orders", () -> Content.text("2")))
			.withBean("firstSection", ReportSection.class, () -> () -> Content.text("3"))
			.run((context) -> {
				List<SectionReport> report = report(context);
				assertThat(report.subList(BUILT_IN.length, BUILT_IN.length + 3)).extracting(SectionReport::name)
					.containsExactly("first", "second", "first-2");
				assertThat(report.subList(BUILT_IN.length, BUILT_IN.length + 3)).extracting(SectionReport::title)
					.containsExactly("Orders", "Orders (2)", "First");
			});
	}

	@Test
	void publishWhenDirectoryIsSetWritesFile() {
		this.runner.withPropertyValues("gmr.sink.file.directory=" + this.directory).run((context) -> {
			assertThat(context).hasSingleBean(FileSink.class);
			Delivery delivery = publish(context).deliveries().get(0);
			assertThat(delivery.sink()).isEqualTo("file");
			assertThat(delivery.isSuccess()).isTrue();
			assertThat(Path.of(delivery.location())).content()
				.startsWith("====")
				.contains("End of Guru Meditation")
				.contains("trigger = because");
		});
	}

	@Test
	void publishWhenFileIsDisabledWritesNone() {
		this.runner.withPropertyValues("gmr.sink.file.directory=" + this.directory, "gmr.sink.file.enabled=false")
			.run((context) -> {
				assertThat(context).doesNotHaveBean(FileSink.class);
				assertThat(publish(context).deliveries()).isEmpty();
				assertThat(this.directory).isEmptyDirectory();
			});
	}

	@Test
	void publishWhenDirectoryIsEmptyWritesNone() {
		this.runner.withPropertyValues("gmr.sink.file.directory=", "gmr.sink.file.enabled=true")
			.run((context) -> assertThat(publish(context).deliveries()).isEmpty());
	}

	@Test
	void publishWhenApplicationHasSinkGivesItTheReport() {
		this.runner.withBean("mailSink", ReportSink.class, () -> (report) -> report.format().name())
			.run((context) -> assertThat(publish(context).deliveries())
				.containsExactly(new Delivery("mail", "text", null)));
	}

	@ParameterizedTest
	@CsvSource({ "gmr.sink.stderr.format", "gmr.sink.mail.format" })
	void runWhenFormatIsUnknownFailsAndListsFormats(String key) {
		this.runner.withBean("mailSink", ReportSink.class, () -> (report) -> "")
			.withPropertyValues(key + "=yaml")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.hasStackTraceContaining("'" + key + "' must be one of [text")
				.hasStackTraceContaining("] but is 'yaml'"));
	}

	@ParameterizedTest
	@CsvSource({ "gmr.report.section-timeout, 0s, longer than zero", "gmr.report.timeout, -1s, longer than zero",
			"gmr.report.min-interval, -1s, not be negative", "gmr.sink.file.max-files, 0, at least 1",
			"gmr.section.threads.max-depth, 0, at least 1", "gmr.section.threads.sample, -1s, not be negative",
			"gmr.section.green-threads.timeout, 0s, longer than zero",
			"gmr.section.green-threads.max-groups, -5, at least 1",
			"gmr.section.runtime.container-memory-threshold, 0, be from 1 to 100",
			"gmr.section.runtime.throttling-threshold, 101, be from 1 to 100",
			"gmr.section.runtime.threads-threshold, -1, be from 1 to 100",
			"gmr.section.memory.heap-threshold, 0, be from 1 to 100",
			"gmr.section.memory.metaspace-threshold, 200, be from 1 to 100",
			"gmr.section.memory.collection-time-threshold, 0, be from 1 to 100" })
	void runWhenValueIsOutOfRangeFailsAndNamesKeyAndLimit(String key, String value, String limit) {
		this.runner.withPropertyValues(key + "=" + value)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.isInstanceOf(IllegalArgumentException.class)
				.hasMessageContaining("'" + key + "' must")
				.hasMessageContaining(limit));
	}

	@ParameterizedTest
	@CsvSource({ "gmr.signal.name, KILL", "gmr.sink.stderr.format, yaml" })
	void runWhenContextFailsAtItsEndLeavesNothingBehind(String key, String value) {
		this.runner.withPropertyValues(key + "=" + value).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(ReportEngine.get().isEmpty()).isTrue();
		});
	}

	@Test
	void runWhenActuatorIsMissingProvidesAllButTheEndpoint() {
		this.runner.withClassLoader(new FilteredClassLoader(Endpoint.class, SanitizingFunction.class))
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean("gmrEndpoint").hasSingleBean(GuruMeditation.class);
				assertThat(sections(context)).containsExactly(BUILT_IN);
			});
	}

	@Test
	void runWhenMicrometerIsMissingProvidesAllButTheMetric() {
		this.runner.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("gmrReportMeter")
				.hasSingleBean(GuruMeditation.class));
	}

	@Test
	void runWhenNeitherActuatorNorMicrometerIsThereProvidesTheRest() {
		this.runner
			.withClassLoader(new FilteredClassLoader(Endpoint.class, SanitizingFunction.class, MeterRegistry.class))
			.run((context) -> assertThat(sections(context)).containsExactly(BUILT_IN));
	}

	@Test
	void runWhenSpringWebIsMissingProvidesEndpointOverJmx() {
		this.runner
			.withClassLoader(new FilteredClassLoader("org.springframework.web", "org.springframework.http", "jakarta"))
			.withPropertyValues("spring.jmx.enabled=true", "management.endpoints.jmx.exposure.include=gmr")
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(GmrEndpointWebExtension.class);
				assertThat(context.getBean(GmrEndpoint.class).report()).contains("trigger = JMX");
			});
	}

	@Test
	void runWhenEndpointIsNotExposedHasNone() {
		this.web.run((context) -> assertThat(context).doesNotHaveBean(GmrEndpoint.class)
			.doesNotHaveBean(GmrEndpointWebExtension.class));
	}

	@Test
	void runWhenEndpointIsExposedOverHttpHasIt() {
		this.web.withPropertyValues("management.endpoints.web.exposure.include=gmr")
			.run((context) -> assertThat(context).hasSingleBean(GmrEndpoint.class)
				.hasSingleBean(GmrEndpointWebExtension.class));
	}

	@Test
	void runWhenEndpointIsExposedOverJmxOnlyHasNoWebExtension() {
		this.web.withPropertyValues("spring.jmx.enabled=true", "management.endpoints.jmx.exposure.include=gmr")
			.run((context) -> {
				assertThat(context).hasSingleBean(GmrEndpoint.class).doesNotHaveBean(GmrEndpointWebExtension.class);
				assertThat(context.getBean(GmrEndpoint.class).section("package")).contains("Package");
				assertThat(context.getBean(GmrEndpoint.class).section("unknown")).contains("no such section",
						"findings\npackage\n");
				assertThat(context.getBean(GmrEndpoint.class).report()).contains("trigger = JMX");
			});
	}

	@Test
	void runWhenAccessIsNoneHasNoEndpoint() {
		this.web
			.withPropertyValues("management.endpoints.web.exposure.include=gmr", "management.endpoint.gmr.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(GmrEndpoint.class));
	}

	@Test
	void generateCountsReportsByTriggerAndOutcome() {
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			GuruMeditation guru = context.getBean(GuruMeditation.class);
			guru.generate();
			guru.publish("because");
			assertThat(count(context, "ok")).isEqualTo(2);
			assertThat(count(context, "partial")).isZero();
		});
	}

	@Test
	void generateWhenSectionFailsCountsPartialReport() {
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withBean("failing", ReportSection.class, () -> () -> {
				throw new IllegalStateException();
			})
			.run((context) -> {
				context.getBean(GuruMeditation.class).generate();
				assertThat(count(context, "partial")).isEqualTo(1);
			});
	}

	@Test
	void generateWhenThereAreSeveralRegistriesFailsNot() {
		this.runner.withBean("one", MeterRegistry.class, SimpleMeterRegistry::new)
			.withBean("two", MeterRegistry.class, SimpleMeterRegistry::new)
			.run((context) -> assertThat(report(context)).hasSize(BUILT_IN.length));
	}

	/**
	 * Returns the beans of the library, without what makes and removes others.
	 */
	private static List<String> ofLibrary(ApplicationContext context) {
		return Stream.of(context.getBeanDefinitionNames())
			.filter((name) -> context.getType(name).getName().startsWith("io.github.gmr."))
			.filter((name) -> !name.endsWith("Configuration") && !name.endsWith(".SwitchedBeans"))
			.toList();
	}

	private static double count(ApplicationContext context, String outcome) {
		return context.getBean(MeterRegistry.class)
			.counter("gmr.reports", "trigger", "api", "outcome", outcome)
			.count();
	}

	private static Publication publish(ApplicationContext context) {
		return context.getBean(GuruMeditation.class).publish("because");
	}

	private static List<SectionReport> report(ApplicationContext context) {
		return context.getBean(GuruMeditation.class).generate().sections();
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnSections {

		@Bean
		@Order(2)
		ReportSection orderQueue() {
			return () -> Content.fields((fields) -> fields.add("depth", 3));
		}

		@Bean
		@Order(1)
		ReportSection shippingReportSection() {
			return ReportSection.titled("Ships and Boats", () -> null);
		}

	}

	/**
	 * A section with a title that may fail.
	 */
	private record Titled(Callable<String> words) implements ReportSection {

		@Override
		public Content content() {
			return Content.text("titled");
		}

		@Override
		public String title() {
			try {
				return this.words.call();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ScopedSections {

		@Bean
		@Scope(scopeName = "request", proxyMode = ScopedProxyMode.INTERFACES)
		ReportSection scoped() {
			return () -> Content.text("scoped");
		}

	}

}
