package io.github.gmr.autoconfigure.section;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.github.gmr.autoconfigure.GmrAutoConfiguration;
import io.github.gmr.autoconfigure.engine.EngineAutoConfiguration;
import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.bean.MapScope;
import io.github.gmr.section.pulse.FigureSource;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.VirtualStacks;
import io.github.gmr.section.virtual.GreenThreadsSection;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadata;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadataProvider;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import static io.github.gmr.autoconfigure.Generated.content;
import static io.github.gmr.autoconfigure.Generated.findings;
import static io.github.gmr.autoconfigure.Generated.sections;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link LibrarySectionAutoConfiguration}.
 */
class LibrarySectionAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(EngineAutoConfiguration.class,
			GmrAutoConfiguration.class, ReportSectionAutoConfiguration.class, LibrarySectionAutoConfiguration.class,
			WebSectionAutoConfiguration.class, HealthSectionAutoConfiguration.class,
			HealthContributorRegistryAutoConfiguration.class, HealthEndpointAutoConfiguration.class);

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
		.withPropertyValues("gmr.sink.stderr.enabled=false");

	private final WebApplicationContextRunner web = new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS);

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
	void runWhenEverySectionIsOffHasNoneOfTheirBeans() {
		Set<String> off = new TreeSet<>();
		WebApplicationContextRunner all = this.web.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.withBean("dataSource", DataSource.class, HikariDataSource::new)
			.withBean("mail", ThreadPoolTaskExecutor.class, ThreadPoolTaskExecutor::new)
			.withUserConfiguration(Tasks.class);
		all.withPropertyValues("gmr.section.health.enabled=true", "gmr.section.class-histogram.enabled=true")
			.run((context) -> sections(context)
				.forEach((section) -> off.add("gmr.section." + section + ".enabled=false")));
		assertThat(off).hasSizeGreaterThan(14);
		all.withPropertyValues(off.toArray(String[]::new)).run((context) -> {
			assertThat(sections(context)).isEmpty();
			assertThat(context).doesNotHaveBean(ReportSection.class)
				.doesNotHaveBean(FigureSource.class)
				.doesNotHaveBean(ObservationHandler.class);
		});
	}

	@Test
	void runWhenThereAreBeansPrintsSectionsInTheirOrder() {
		this.web.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.withBean("dataSource", DataSource.class, HikariDataSource::new)
			.withBean("mail", ThreadPoolTaskExecutor.class, ThreadPoolTaskExecutor::new)
			.withUserConfiguration(Tasks.class)
			.withPropertyValues("gmr.section.health.enabled=true")
			.run((context) -> {
				assertThat(sections(context)).endsWith("memory", "web", "sockets", "data-sources", "executors",
						"scheduled-tasks", "disks", "health");
				assertThat(findings(context)).isEmpty();
			});
	}

	@ParameterizedTest
	@CsvSource({ "true, 1", "false, 0" })
	void dataSourceWhenExhaustedLooksAtVirtualThreadsUnlessTheyAreOff(boolean enabled, int looks) {
		LookedAt virtual = new LookedAt(new AtomicInteger());
		DataSourcePoolMetadata exhausted = mock(DataSourcePoolMetadata.class);
		given(exhausted.getActive()).willReturn(5);
		given(exhausted.getMax()).willReturn(5);
		this.runner.withBean("dataSource", DataSource.class, () -> mock(DataSource.class))
			.withBean(DataSourcePoolMetadataProvider.class, () -> (dataSource) -> exhausted)
			.withBean(BeanPostProcessor.class, () -> new Replacement(GreenThreadsSection.class, virtual))
			.withPropertyValues("gmr.section.green-threads.enabled=" + enabled)
			.run((context) -> {
				assertThat(findings(context)).singleElement()
					.asString()
					.startsWith("The connection pool of dataSource is exhausted: ");
				assertThat(virtual.looks()).hasValue(looks);
			});
	}

	@ParameterizedTest
	@CsvSource({ "true, false", "on, false", "false, true", "off, true" })
	void poolWhenExecutorsAreOffIsLeftAlone(String enabled, boolean untouched) {
		RejectedExecutionHandler handler = new ThreadPoolExecutor.CallerRunsPolicy();
		ThreadPoolTaskExecutor mail = new ThreadPoolTaskExecutor();
		mail.setRejectedExecutionHandler(handler);
		this.runner.withBean("mail", ThreadPoolTaskExecutor.class, () -> mail)
			.withPropertyValues("gmr.section.executors.enabled=" + enabled)
			.run((context) -> assertThat(mail.getThreadPoolExecutor().getRejectedExecutionHandler() == handler)
				.isEqualTo(untouched));
		assertThat(mail.getThreadPoolExecutor().getRejectedExecutionHandler()).isSameAs(handler);
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

	@Test
	void beanWhenInScopeIsShownOnceUnderNameOfItsProxyIfItExists() {
		MapScope scope = new MapScope();
		this.runner.withInitializer((context) -> context.getBeanFactory().registerScope("map", scope))
			.withUserConfiguration(Scoped.class)
			.run((context) -> {
				assertThat(content(context, "executors")).isNull();
				assertThat(pools(context)).isEmpty();
				assertThat(scope.size()).isZero();
				context.getBean("mail", ThreadPoolTaskExecutor.class).getThreadPoolExecutor();
				context.getBean("orders", HikariDataSource.class).getMaximumPoolSize();
				assertThat(firstColumn(content(context, "executors"), "executors")).containsExactly("mail");
				assertThat(pools(context)).containsExactly("orders");
				scope.refresh();
				assertThat(content(context, "executors")).isNull();
			});
	}

	@Test
	void tasksWhenPoolIsInScopeAreCountedIfItRejectsThem() {
		MapScope scope = new MapScope();
		this.runner.withInitializer((context) -> context.getBeanFactory().registerScope("map", scope))
			.withUserConfiguration(Scoped.class)
			.run((context) -> {
				ThreadPoolExecutor pool = context.getBean("mail", ThreadPoolTaskExecutor.class).getThreadPoolExecutor();
				content(context, "executors");
				pool.shutdown();
				assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> pool.execute(() -> {
				}));
				assertThat(row(content(context, "executors"))).last().isEqualTo(new Value(1L));
			});
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void poolWhenItTakesNoOtherHandlerIsShownWithoutCount(boolean throwing) {
		this.runner.withBean("mail", ThreadPoolExecutor.class, () -> new Refusing(throwing)).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(row(content(context, "executors"))).first().isEqualTo(new Text("mail"));
			assertThat(row(content(context, "executors"))).last().isEqualTo(new Text("unknown"));
		});
	}

	@Test
	@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
	void poolWhenItHangsDoesNotHoldTheStartUp() {
		CountDownLatch release = new CountDownLatch(1);
		ThreadPoolTaskExecutor hanging = new ThreadPoolTaskExecutor() {

			@Override
			public ThreadPoolExecutor getThreadPoolExecutor() {
				await(release);
				return super.getThreadPoolExecutor();
			}

		};
		try {
			this.runner.withBean("hanging", ThreadPoolTaskExecutor.class, () -> hanging)
				.withBean("mail", ThreadPoolTaskExecutor.class, ThreadPoolTaskExecutor::new)
				.run((context) -> {
					assertThat(firstColumn(content(context, "executors"), "executors")).containsExactly("mail");
					assertThat(findings(context)).singleElement()
						.asString()
						.startsWith(
								"No answer from hanging (1 of 2 executors): no answer to an earlier call, stuck at ");
				});
		}
		finally {
			release.countDown();
		}
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
			.withConfiguration(AutoConfigurations.of(EngineAutoConfiguration.class, GmrAutoConfiguration.class,
					ReportSectionAutoConfiguration.class, LibrarySectionAutoConfiguration.class,
					WebSectionAutoConfiguration.class, HealthSectionAutoConfiguration.class))
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

	private static List<String> pools(ApplicationContext context) {
		return firstColumn(content(context, "data-sources"), "pools");
	}

	private static List<String> firstColumn(@Nullable Content content, String table) {
		return table(content, table).rows().stream().map((row) -> row.get(0).asText()).toList();
	}

	private static List<Content> row(@Nullable Content content) {
		return table(content, "executors").rows().get(0);
	}

	private static Table table(@Nullable Content content, String name) {
		return (Table) Objects.requireNonNull((Fields) content).values().get(name);
	}

	/**
	 * Wait whatever happens.
	 */
	private static void await(CountDownLatch latch) {
		while (latch.getCount() > 0) {
			try {
				latch.await();
			}
			catch (InterruptedException ex) {
				// Hangs all the same
			}
		}
	}

	/**
	 * A pool that keeps its handler, and says so or not.
	 */
	private static final class Refusing extends ThreadPoolExecutor {

		private final boolean throwing;

		private Refusing(boolean throwing) {
			super(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
			this.throwing = throwing;
		}

		@Override
		public void setRejectedExecutionHandler(RejectedExecutionHandler handler) {
			if (this.throwing) {
				throw new UnsupportedOperationException("mine");
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Scoped {

		@Bean
		@Scope(scopeName = "map", proxyMode = ScopedProxyMode.TARGET_CLASS)
		ThreadPoolTaskExecutor mail() {
			return new ThreadPoolTaskExecutor();
		}

		@Bean
		@Scope(scopeName = "map", proxyMode = ScopedProxyMode.TARGET_CLASS)
		HikariDataSource orders() {
			return new HikariDataSource();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Tasks {

		@Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT1H")
		void clean() {
		}

	}

	/**
	 * Puts something in the place of a bean.
	 */
	private record Replacement(Class<?> type, Object replacement) implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			return this.type.isInstance(bean) ? this.replacement : bean;
		}

	}

	/**
	 * Counts how often virtual threads are looked at.
	 */
	private record LookedAt(AtomicInteger looks) implements ReportSection, VirtualStacks {

		@Override
		public @Nullable Content content() {
			return null;
		}

		@Override
		public List<StackGroup> of(ReportScope scope) {
			this.looks.incrementAndGet();
			return List.of();
		}

	}

}
