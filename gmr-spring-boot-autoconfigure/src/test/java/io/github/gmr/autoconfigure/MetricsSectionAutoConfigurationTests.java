package io.github.gmr.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.gmr.GuruMeditation;
import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Items;
import io.github.gmr.content.Text;
import io.github.gmr.report.SectionReport;
import io.github.gmr.report.SectionStatus;
import io.github.gmr.section.ReportSection;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.core.instrument.step.StepMeterRegistry;
import io.micrometer.core.instrument.step.StepRegistryConfig;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MetricsSectionAutoConfiguration}.
 */
@Timeout(60)
class MetricsSectionAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(GmrAutoConfiguration.class, ReportSectionAutoConfiguration.class,
				MetricsSectionAutoConfiguration.class))
		.withPropertyValues("gmr.sink.stderr.enabled=false");

	private final MeterRegistry registry = new SimpleMeterRegistry();

	@Test
	void runWhenThereIsNoRegistryHasNoSection() {
		this.runner.run((context) -> assertThat(section(context)).isNull());
	}

	@Test
	void runWhenMicrometerIsMissingHasNoSection() {
		this.runner.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(section(context)).isNull());
	}

	@Test
	void runWhenSwitchedOffHasNoSection() {
		this.runner.withBean(MeterRegistry.class, () -> this.registry)
			.withPropertyValues("gmr.section.metrics.enabled=false")
			.run((context) -> assertThat(section(context)).isNull());
	}

	@Test
	void runWhenSectionIsReplacedUsesThatOfTheApplication() {
		this.runner.withBean(MeterRegistry.class, () -> this.registry)
			.withBean("metricsSection", ReportSection.class, () -> () -> Content.text("mine"))
			.run((context) -> assertThat(section(context).content()).isEqualTo(Content.text("mine")));
	}

	@Test
	void metersOfAllKindsAreToldInShortWithHttpAndConnectionsFirst() {
		this.registry.gauge("cache.size", 7);
		this.registry.gauge("hikaricp.connections.active", 3);
		this.registry.timer("http.server.requests", "exception", "none", "uri", "/orders")
			.record(Duration.ofMillis(30));
		this.registry.timer("http.server.requests", "exception", "none", "uri", "/orders")
			.record(Duration.ofMillis(10));
		this.registry.timer("http.server.requests", "uri", "/items").record(Duration.ofNanos(234_567));
		this.registry.more().longTaskTimer("http.client.requests.active");
		this.registry.counter("cache.gets", "result", "hit").increment();
		this.registry.summary("spring.batch.size").record(2.5);
		this.registry.more().timer("spring.batch.runs", List.of(), this, (any) -> 4, (any) -> 2, TimeUnit.SECONDS);
		this.registry.gauge("jvm.memory.used", 1);
		Map<String, Content> values = values(this.registry);
		assertThat(values.keySet()).containsExactly("registry", "http.server.requests", "http.client.requests.active",
				"hikaricp.connections.active", "cache.gets", "cache.size", "spring.batch.runs", "spring.batch.size");
		assertThat(values).containsEntry("registry", new Text("SimpleMeterRegistry"))
			.containsEntry("http.server.requests",
					new Items(List.of(new Text("count 1, mean 0.234 ms, max 0.234 ms {uri=/items}"),
							new Text("count 2, mean 20 ms, max 30 ms {uri=/orders}"))))
			.containsEntry("http.client.requests.active", new Text("active 0, mean 0 ms, max 0 ms"))
			.containsEntry("hikaricp.connections.active", new Text("3"))
			.containsEntry("cache.gets", new Text("count 1 {result=hit}"))
			.containsEntry("spring.batch.runs", new Text("count 4, mean 500 ms"))
			.containsEntry("spring.batch.size", new Text("count 1, mean 2.5, max 2.5"));
	}

	@Test
	void metersAreThoseThatAreIncluded() {
		this.registry.counter("shop.orders").increment();
		this.registry.counter("shop.returns").increment();
		this.registry.counter("cache.gets").increment();
		assertThat(values(this.registry, "gmr.section.metrics.include=*.orders,cache.gets"))
			.containsOnlyKeys("registry", "cache.gets", "shop.orders");
	}

	@Test
	void metersWhenThereAreTooManyAreCutAndCounted() {
		IntStream.range(0, 20_000)
			.forEach((i) -> this.registry.counter("cache.gets", "name", "%05d".formatted(i)).increment());
		Map<String, Content> values = values(this.registry, "gmr.section.metrics.max-meters=2");
		assertThat(((Items) values.get("cache.gets")).values()).containsExactly(new Text("count 1 {name=00000}"),
				new Text("count 1 {name=00001}"));
		assertThat(values).containsEntry("not shown", new Text("19998 more meters"));
	}

	@Test
	void meterWhenItFailsIsMarkedAlone() {
		FunctionCounter.builder("cache.gets", this, (any) -> {
			throw new IllegalStateException("the cache is closed");
		}).tag("cache", "north").register(this.registry);
		this.registry.counter("cache.gets", "cache", "south").increment();
		this.registry.gauge("cache.size", this, (any) -> Double.NaN);
		Map<String, Content> values = values(this.registry);
		assertThat(((Items) values.get("cache.gets")).values()).containsExactly(
				new Failure("java.lang.IllegalStateException {cache=north}", "the cache is closed", List.of(), null),
				new Text("count 1 {cache=south}"));
		assertThat(values).containsEntry("cache.size", new Text("NaN"));
	}

	@Test
	void meterWhenItHangsIsMarkedAloneAndNotAskedAgain() {
		CountDownLatch release = new CountDownLatch(1);
		List<String> asked = new ArrayList<>();
		FunctionCounter.builder("cache.gets", this, (any) -> hang(asked, release)).register(this.registry);
		this.registry.counter("cache.puts").increment();
		try {
			this.runner.withBean(MeterRegistry.class, () -> this.registry).run((context) -> {
				assertThat(values(context).get("cache.gets").toString()).contains("no answer within");
				Awaitility.await()
					.atMost(Duration.ofSeconds(30))
					.untilAsserted(() -> assertThat(values(context)).containsEntry("cache.puts", new Text("count 1"))
						.containsEntry("cache.gets", new Text("no answer since an earlier report")));
				assertThat(section(context).status()).isEqualTo(SectionStatus.OK);
			});
		}
		finally {
			release.countDown();
		}
		assertThat(asked).hasSize(1);
	}

	@Test
	void tagsWithSecretsAreMasked() {
		this.registry.counter("cache.gets", "url", "redis://cache:velvet-anchor@cache.internal").increment();
		this.registry.counter("cache.puts", "password", "velvet-anchor").increment();
		assertThat(values(this.registry).toString()).contains("******").doesNotContain("velvet-anchor");
	}

	@Test
	void registryWhenCompositeIsTheOneThatCountsSinceTheStart() {
		CompositeMeterRegistry composite = new CompositeMeterRegistry(Clock.SYSTEM, List
			.of(new Stepping(new MockClock()), new CompositeMeterRegistry(Clock.SYSTEM, List.of(this.registry))));
		composite.counter("cache.gets").increment();
		assertThat(values(composite)).containsEntry("registry", new Text("SimpleMeterRegistry"))
			.containsEntry("cache.gets", new Text("count 1"));
	}

	@Test
	void registryWhenCompositeIsEmptyHasNothingToTell() {
		CompositeMeterRegistry composite = new CompositeMeterRegistry();
		composite.counter("cache.gets").increment();
		assertThat(values(composite)).containsEntry("cache.gets", new Text("count 0"));
	}

	@Test
	void registryWhenItStepsPublishesTheSameWhetherItIsReadOrNot() {
		assertThat(published((registry) -> {
			Map<String, Content> values = values(registry);
			assertThat(values.get("registry").toString()).contains("its last step");
			assertThat(values).containsKey("cache.gets");
		})).isEqualTo(published((registry) -> {
		}));
	}

	private List<String> published(Consumer<MeterRegistry> reader) {
		MockClock clock = new MockClock();
		Stepping registry = new Stepping(clock);
		for (int i = 1; i <= 5; i++) {
			registry.counter("cache.gets").increment(i);
			registry.timer("http.server.requests").record(Duration.ofMillis(i));
			reader.accept(registry);
			clock.add(Duration.ofSeconds(35));
			registry.summary("spring.sizes").record(i);
			reader.accept(registry);
			clock.add(Duration.ofSeconds(25));
			registry.publish();
			reader.accept(registry);
		}
		return registry.published;
	}

	private static double hang(List<String> asked, CountDownLatch release) {
		asked.add("asked");
		while (release.getCount() > 0) {
			try {
				release.await();
			}
			catch (InterruptedException ex) {
				// Hangs all the same
			}
		}
		return 1;
	}

	private Map<String, Content> values(MeterRegistry registry, String... properties) {
		List<Map<String, Content>> values = new ArrayList<>();
		this.runner.withBean(MeterRegistry.class, () -> registry)
			.withPropertyValues(properties)
			.run((context) -> values.add(values(context)));
		return values.get(0);
	}

	private static Map<String, Content> values(ApplicationContext context) {
		return ((Fields) section(context).content()).values();
	}

	private static SectionReport section(ApplicationContext context) {
		return context.getBean(GuruMeditation.class)
			.generate()
			.sections()
			.stream()
			.filter((section) -> section.name().equals("metrics"))
			.findFirst()
			.orElse(null);
	}

	/**
	 * A registry that knows its last step of a minute.
	 */
	private static final class Stepping extends StepMeterRegistry {

		private final List<String> published = new ArrayList<>();

		private Stepping(Clock clock) {
			super(new StepRegistryConfig() {

				@Override
				public String prefix() {
					return "stepping";
				}

				@Override
				public String get(String key) {
					return null;
				}

			}, clock);
		}

		@Override
		protected void publish() {
			this.published.add(getMeters().stream()
				.filter((meter) -> !meter.getId().getName().startsWith("gmr."))
				.sorted((one, other) -> one.getId().getName().compareTo(other.getId().getName()))
				.map(Stepping::line)
				.collect(Collectors.joining("; ")));
		}

		private static String line(Meter meter) {
			StringBuilder line = new StringBuilder(meter.getId().getName());
			meter.measure().forEach((measurement) -> line.append(' ').append(measurement));
			return line.toString();
		}

		@Override
		protected TimeUnit getBaseTimeUnit() {
			return TimeUnit.MILLISECONDS;
		}

	}

}
