package io.github.gmr.autoconfigure.section;

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
import io.github.gmr.autoconfigure.GmrAutoConfiguration;
import io.github.gmr.autoconfigure.engine.EngineAutoConfiguration;
import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;
import io.github.gmr.report.SectionReport;
import io.github.gmr.report.SectionStatus;
import io.github.gmr.section.ReportSection;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
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
		.withConfiguration(AutoConfigurations.of(EngineAutoConfiguration.class, GmrAutoConfiguration.class,
				ReportSectionAutoConfiguration.class, MetricsSectionAutoConfiguration.class))
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
		Gauge.builder("cache.size", () -> 12_500).baseUnit("bytes").register(this.registry);
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
		assertThat(values(this.registry)).containsEntry("registry", new Text("SimpleMeterRegistry"));
		assertThat(lines(this.registry)).containsExactly("http.server.requests||1|0.234 ms|0.234 ms|uri=/items",
				"http.server.requests||2|20 ms|30 ms|uri=/orders", "http.client.requests.active|0||0 ms|0 ms|",
				"hikaricp.connections.active|3||||", "cache.gets||1|||result=hit", "cache.size|12 KB||||",
				"spring.batch.runs||4|500 ms||", "spring.batch.size||1|2.5|2.5|");
	}

	@Test
	void metersAreThoseThatAreIncluded() {
		this.registry.counter("shop.orders").increment();
		this.registry.counter("shop.returns").increment();
		this.registry.counter("cache.gets").increment();
		assertThat(lines(this.registry, "gmr.section.metrics.include=*.orders,cache.gets"))
			.containsExactly("cache.gets||1|||", "shop.orders||1|||");
	}

	@Test
	void metersWhenThereAreTooManyAreCutAndCounted() {
		IntStream.range(0, 20_000)
			.forEach((i) -> this.registry.counter("cache.gets", "name", "%05d".formatted(i)).increment());
		Map<String, Content> values = values(this.registry, "gmr.section.metrics.max-meters=2");
		assertThat(lines(values)).containsExactly("cache.gets||1|||name=00000", "cache.gets||1|||name=00001");
		assertThat(values).containsEntry("not shown", new Text("19998 more meters"));
	}

	@Test
	void meterWhenItFailsIsMarkedAlone() {
		FunctionCounter.builder("cache.gets", this, (any) -> {
			throw new IllegalStateException("the cache is closed");
		}).tag("cache", "north").register(this.registry);
		this.registry.counter("cache.gets", "cache", "south").increment();
		this.registry.gauge("cache.size", this, (any) -> Double.NaN);
		assertThat(lines(this.registry)).containsExactly(
				"cache.gets|java.lang.IllegalStateException: the cache is closed||||cache=north",
				"cache.gets||1|||cache=south", "cache.size|NaN||||");
	}

	@Test
	void meterWhenItHangsIsMarkedAloneAndNotAskedAgain() {
		CountDownLatch release = new CountDownLatch(1);
		List<String> asked = new ArrayList<>();
		FunctionCounter.builder("cache.gets", this, (any) -> hang(asked, release)).register(this.registry);
		this.registry.counter("cache.puts").increment();
		try {
			this.runner.withBean(MeterRegistry.class, () -> this.registry).run((context) -> {
				assertThat(lines(context)).first().asString().startsWith("cache.gets|timed out: no answer within ");
				Awaitility.await()
					.atMost(Duration.ofSeconds(30))
					.untilAsserted(() -> assertThat(lines(context)).satisfiesExactly(
							(line) -> assertThat(line)
								.startsWith("cache.gets|still running: no answer to an earlier call, stuck at "
										+ MetricsSectionAutoConfigurationTests.class.getName() + ".hang("),
							(line) -> assertThat(line).isEqualTo("cache.puts||1|||")));
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
		CompositeMeterRegistry composite = new CompositeMeterRegistry(Clock.SYSTEM,
				List.of(new CompositeMeterRegistry(Clock.SYSTEM, List.of(this.registry))));
		IntStream.range(0, 20).forEach((i) -> composite.add(new Stepping(new MockClock())));
		composite.counter("cache.gets").increment();
		assertThat(values(composite)).containsEntry("registry", new Text("SimpleMeterRegistry"));
		assertThat(lines(composite)).containsExactly("cache.gets||1|||");
	}

	@Test
	void registryWhenCompositeIsEmptyHasNothingToTell() {
		CompositeMeterRegistry composite = new CompositeMeterRegistry();
		composite.counter("cache.gets").increment();
		assertThat(lines(composite)).containsExactly("cache.gets||0|||");
	}

	@Test
	void registryWhenItStepsPublishesTheSameWhetherItIsReadOrNot() {
		assertThat(published((registry) -> {
			assertThat(values(registry).get("registry").toString()).contains("its last step");
			assertThat(lines(registry)).anyMatch((line) -> line.startsWith("cache.gets|"));
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

	private List<String> lines(MeterRegistry registry, String... properties) {
		return lines(values(registry, properties));
	}

	private static List<String> lines(ApplicationContext context) {
		return lines(values(context));
	}

	private static List<String> lines(Map<String, Content> values) {
		return ((Table) values.get("meters")).rows()
			.stream()
			.map((row) -> row.stream().map(MetricsSectionAutoConfigurationTests::cell).collect(Collectors.joining("|")))
			.filter((line) -> !line.startsWith("gmr."))
			.toList();
	}

	private static String cell(Content cell) {
		if (cell instanceof Failure failure) {
			return failure.error() + ": " + failure.message();
		}
		return (cell instanceof Value value) ? value.asText() : ((Text) cell).text();
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
