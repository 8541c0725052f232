package io.github.gmr.autoconfigure.listener;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import io.github.gmr.GuruMeditation;
import io.github.gmr.GuruMeditationReported;
import io.github.gmr.autoconfigure.GmrAutoConfiguration;
import io.github.gmr.autoconfigure.engine.EngineAutoConfiguration;
import io.github.gmr.autoconfigure.section.ReportSectionAutoConfiguration;
import io.github.gmr.content.Content;
import io.github.gmr.section.ReportSection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.testing.exporter.InMemoryLogRecordExporter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ListenerConfiguration} and what it configures.
 */
class ListenerConfigurationTests {

	private final AtomicReference<@Nullable Content> queue = new AtomicReference<>();

	private final BlockingQueue<GuruMeditationReported> events = new LinkedBlockingQueue<>();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(EngineAutoConfiguration.class, GmrAutoConfiguration.class,
				ReportSectionAutoConfiguration.class))
		.withPropertyValues("gmr.sink.stderr.enabled=false")
		.withBean("orderQueue", ReportSection.class, () -> this.queue::get);

	private final ApplicationContextRunner metered = this.runner.withBean(MeterRegistry.class,
			SimpleMeterRegistry::new);

	@Test
	void metersTellWhatTheLastReportHasFound() {
		this.metered.run((context) -> {
			assertThat(findings(context, "warning")).isNaN();
			this.queue.set(Content.warning("57 orders wait").id("orders-stuck"));
			generate(context);
			assertThat(findings(context, "warning")).isEqualTo(1);
			assertThat(findings(context, "critical")).isZero();
			assertThat(finding(context, "orders-stuck")).isEqualTo(1);
			assertThat(finding(context, "threads-deadlocked")).isZero();
			assertThat(gauge(context, "gmr.findings.age").get("")).isBetween(0.0, 60.0);
			this.queue.set(null);
			generate(context);
			assertThat(findings(context, "warning")).isZero();
			assertThat(finding(context, "orders-stuck")).isZero();
		});
	}

	@Test
	void metersWhenReportIsTooOldTellNothing() {
		this.queue.set(Content.warning("57 orders wait").id("orders-stuck"));
		this.metered.withPropertyValues("gmr.findings.max-age=0s").run((context) -> {
			generate(context);
			assertThat(findings(context, "warning")).isNaN();
			assertThat(finding(context, "orders-stuck")).isNaN();
			assertThat(gauge(context, "gmr.findings.age").get("")).isBetween(0.0, 60.0);
		});
	}

	@Test
	void metersWhenCheckWasNotPossibleTellNothingAboutIt() {
		this.metered.withPropertyValues("gmr.report.section-timeout=1ms").run((context) -> {
			generate(context);
			assertThat(gauge(context, "gmr.finding")).containsEntry("section-missing", 1.0).containsValue(Double.NaN);
		});
	}

	@Test
	void metersWhenApplicationMakesUpManyKindsAreCapped() {
		this.metered.run((context) -> {
			for (int i = 0; i < 30; i++) {
				int report = i;
				this.queue.set(Content.fields((fields) -> {
					for (int j = 0; j < 10; j++) {
						fields.add(Content.info("made up").id("made-up-" + report + "-" + j));
					}
				}));
				generate(context);
			}
			assertThat(gauge(context, "gmr.finding")).hasSize(200).containsKey("threads-deadlocked");
		});
	}

	@Test
	void eventIsPublishedForEachWholeReport() {
		this.queue.set(Content.warning("57 orders wait, token=%s", "abcdef0123456789").id("orders-stuck"));
		ApplicationListener<PayloadApplicationEvent<GuruMeditationReported>> listener = ApplicationListener
			.forPayload(this.events::add);
		this.runner.withBean("listener", ApplicationListener.class, () -> listener).run((context) -> {
			generate(context);
			GuruMeditationReported event = this.events.poll(30, TimeUnit.SECONDS);
			assertThat(event.trigger()).isEqualTo("api");
			assertThat(event.findings()).extracting((found) -> found.finding().id()).contains("orders-stuck");
			assertThat(event.findings().toString()).doesNotContain("abcdef0123456789");
		});
	}

	@Test
	void logEventIsEmittedForEachFinding() {
		this.queue.set(Content.critical("57 orders wait")
			.id("orders-stuck")
			.subject("queue orders")
			.place("com.acme.Orders.take(Orders.java:41)", "com.acme.Worker.run(Worker.java:7)")
			.evidence("depth", 57)
			.evidence("password", "swordfish"));
		InMemoryLogRecordExporter exporter = InMemoryLogRecordExporter.create();
		OpenTelemetry telemetry = OpenTelemetrySdk.builder()
			.setLoggerProvider(SdkLoggerProvider.builder()
				.addLogRecordProcessor(SimpleLogRecordProcessor.create(exporter))
				.build())
			.build();
		this.runner.withBean(OpenTelemetry.class, () -> telemetry).run((context) -> {
			generate(context);
			LogRecordData event = exporter.getFinishedLogRecordItems()
				.stream()
				.filter((item) -> item.getSeverity() == Severity.ERROR)
				.findFirst()
				.orElseThrow();
			assertThat(event.getBodyValue().asString()).isEqualTo("57 orders wait");
			Map<AttributeKey<?>, Object> attributes = event.getAttributes().asMap();
			assertThat(attributes).containsEntry(AttributeKey.stringKey("event.name"), "gmr.finding")
				.containsEntry(AttributeKey.stringKey("gmr.finding.id"), "orders-stuck")
				.containsEntry(AttributeKey.stringKey("gmr.finding.subject"), "queue orders")
				.containsEntry(AttributeKey.longKey("gmr.finding.evidence.depth"), 57L)
				.containsEntry(AttributeKey.stringKey("gmr.finding.place"),
						"com.acme.Orders.take(Orders.java:41) in com.acme.Worker.run(Worker.java:7)");
			assertThat(attributes.toString()).doesNotContain("swordfish");
		});
	}

	@Test
	void runWithoutLibrariesMakesReports() {
		this.runner.withClassLoader(new FilteredClassLoader(MeterRegistry.class, OpenTelemetry.class))
			.run((context) -> assertThat(generate(context)).isNotNull());
	}

	private static Object generate(ApplicationContext context) {
		return context.getBean(GuruMeditation.class).generate();
	}

	private static double findings(ApplicationContext context, String severity) {
		return gauge(context, "gmr.findings").get(severity);
	}

	private static double finding(ApplicationContext context, String id) {
		return gauge(context, "gmr.finding").get(id);
	}

	/**
	 * Returns the values of a gauge by its one tag.
	 */
	private static Map<String, Double> gauge(ApplicationContext context, String name) {
		return context.getBean(MeterRegistry.class)
			.find(name)
			.gauges()
			.stream()
			.collect(Collectors.toMap((gauge) -> gauge.getId()
				.getTags()
				.stream()
				.map((tag) -> tag.getValue())
				.collect(Collectors.joining()), (gauge) -> gauge.value()));
	}

}
