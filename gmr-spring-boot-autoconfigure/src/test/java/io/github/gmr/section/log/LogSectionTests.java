package io.github.gmr.section.log;

import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding.Severity;
import io.github.gmr.content.Items;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.bean.Named;
import io.github.gmr.section.pulse.Pulses;
import io.github.gmr.section.pulse.Trends;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.helpers.NOPLoggerFactory;

import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.support.StaticApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogSection}.
 */
class LogSectionTests {

	private static final LogOptions OPTIONS = new LogOptions(3, 5);

	private static final ApplicationCode CODE = new ApplicationCode(List.of(LogSectionTests.class.getPackageName()));

	private static final String HERE = LogSectionTests.class.getName() + ".";

	private final LoggerContext context = new LoggerContext();

	private final Logger logger = this.context.getLogger("com.acme.Orders");

	private final LogbackSource source = new LogbackSource(this.context, OPTIONS);

	private final LogSection section = new LogSection(this.source, OPTIONS, CODE, Trends.NONE);

	@BeforeEach
	void start() {
		this.context.start();
		follow(this.source);
	}

	@AfterEach
	void stop() {
		this.context.stop();
	}

	@Test
	void contentWhenNothingWentWrongIsShort() {
		this.logger.info("Order 1 is packed");
		assertThat(values()).containsExactly(Map.entry("errors", new Value(0L)), Map.entry("warnings", new Value(0L)));
	}

	@Test
	void contentTellsTheLastEventsAndCountsTheirTypes() {
		IntStream.rangeClosed(1, 4)
			.forEach((i) -> this.logger.error("Order {} failed", i, new IllegalStateException("no stock")));
		this.logger.warn("Stock is low");
		assertThat(values()).containsEntry("errors", new Value(4L)).containsEntry("warnings", new Value(1L));
		assertThat(lines("types")).containsExactly("4 x ERROR com.acme.Orders with java.lang.IllegalStateException",
				"1 x WARN com.acme.Orders");
		assertThat(lines("last errors")).hasSize(3)
			.first()
			.asString()
			.contains(" com.acme.Orders [" + Thread.currentThread().getName()
					+ "] Order 4 failed; java.lang.IllegalStateException: no stock, at " + HERE);
		assertThat(lines("last warnings")).hasSize(1);
	}

	@Test
	void contentWhenWarningsFloodKeepsErrors() {
		this.logger.error("the one that matters");
		IntStream.range(0, 1000).forEach((i) -> this.logger.warn("flood"));
		assertThat(lines("last errors")).singleElement().asString().contains("the one that matters");
		assertThat(values()).containsEntry("warnings", new Value(1000L));
	}

	@Test
	void contentWhenThereAreManyTypesIsBounded() {
		IntStream.range(0, 1000).forEach((i) -> this.context.getLogger("com.acme.Generated" + i).warn("once"));
		assertThat(lines("types")).hasSize(20);
		assertThat(values()).containsEntry("of other types", new Value(980L));
	}

	@Test
	void findingIsRaisedFromTheThresholdOn() {
		this.context.getLogger("com.acme.Mail").error("not sent");
		IntStream.range(0, 3).forEach((i) -> this.logger.error("failed", new IllegalStateException()));
		this.logger.warn("not an error");
		assertThat(Named.findings(this.section.content())).isEmpty();
		this.logger.error("failed", new IllegalStateException());
		assertThat(Named.findings(this.section.content())).containsExactly(Content
			.info("5 errors were logged in the last 5 minutes, most often by com.acme.Orders with "
					+ "java.lang.IllegalStateException")
			.id("errors-logged")
			.next("Log"));
	}

	@ParameterizedTest
	@CsvSource({ "0, WARNING, '; 0 in 1 h before'", "8, WARNING, '; 8 in 1 h before'",
			"40, INFO, '; 40 in 1 h before'" })
	void findingIsSevereIfFewWereLoggedBefore(int before, Severity severity, String words) {
		IntStream.range(0, 5).forEach((i) -> this.logger.error("failed"));
		LogSection section = new LogSection(this.source, OPTIONS, CODE, earlier(before));
		assertThat(Named.findings(section.content())).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(severity);
			assertThat(finding.summary()).endsWith(words);
		});
	}

	/**
	 * Returns what is known if so many were logged in the hour before the last minutes.
	 */
	private static Trends earlier(int errors) {
		double[] value = { 0 };
		Pulses pulses = new Pulses((figures) -> figures.count(LoggedEventCounters.ERRORS, () -> value[0]));
		for (int second = 0; second <= 70 * 60; second += 5) {
			value[0] = Math.floor(errors * Math.max(0, Math.min(3600, second - 300)) / 3600.0);
			pulses.look();
		}
		return new Trends(pulses.history(), () -> true, Trends.LEAST);
	}

	@Test
	void exceptionIsToldWithItsInnermostCauseAndWhereThatWasThrown() {
		IllegalStateException cause = new IllegalStateException("inner");
		cause.setStackTrace(new StackTraceElement[] {
				new StackTraceElement("java.util.Objects", "requireNonNull", "Objects.java", 1),
				new StackTraceElement(LogSectionTests.class.getPackageName() + ".Stock", "of", "Stock.java", 41) });
		this.logger.error("Order failed", new IllegalArgumentException("outer", new RuntimeException(cause)));
		assertThat(lines("last errors")).singleElement()
			.asString()
			.endsWith("; java.lang.IllegalArgumentException: outer, caused by java.lang.IllegalStateException, at "
					+ LogSectionTests.class.getPackageName() + ".Stock.of(Stock.java:41)");
	}

	@Test
	void findingIsNotRaisedForErrorsOfLongAgo() {
		IntStream.range(0, 5).forEach((i) -> this.logger.error("failed"));
		LogSection later = new LogSection(this.source, OPTIONS, CODE, Trends.NONE,
				Clock.fixed(Instant.now().plus(Duration.ofMinutes(6)), ZoneOffset.UTC));
		assertThat(Named.findings(later.content())).isEmpty();
	}

	@Test
	void messageWhenLongIsCutBetweenWords() {
		this.logger.error("begin " + "velvet-anchor ".repeat(100_000), new IllegalStateException("x".repeat(100_000)));
		assertThat(lines("last errors")).singleElement()
			.asString()
			.contains("velvet-anchor ... ", "IllegalStateException:  ... 100000 more characters")
			.hasSizeLessThan(2000);
	}

	@Test
	void argumentWhenItFailsCostsItselfOnly() {
		this.logger.error("Order of {} failed", new Object() {

			@Override
			public String toString() {
				throw new IllegalStateException("hostile");
			}

		});
		assertThat(lines("last errors")).singleElement().asString().contains("Order of [FAILED toString()] failed");
	}

	@Test
	void exceptionWhenItsMessageIsNullHasItsClassOnly() {
		this.logger.error(null, new IllegalStateException());
		assertThat(lines("last errors")).singleElement()
			.asString()
			.contains("] null; java.lang.IllegalStateException, at " + HERE);
	}

	@Test
	void argumentsAndExceptionsDoNotStayAlive() {
		WeakReference<Object> argument = new WeakReference<>(new Object());
		WeakReference<Throwable> exception = new WeakReference<>(new IllegalStateException());
		this.logger.error("Order {} failed", argument.get(), exception.get());
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
			System.gc();
			return argument.get() == null && exception.get() == null;
		});
		assertThat(lines("last errors")).hasSize(1);
	}

	@Test
	void eventsOfManyThreadsAreAllCounted() {
		CompletableFuture<?>[] threads = Stream
			.generate(() -> CompletableFuture
				.runAsync(() -> IntStream.range(0, 5000).forEach((i) -> this.logger.error("failed"))))
			.limit(4)
			.toArray(CompletableFuture[]::new);
		CompletableFuture.allOf(threads).join();
		assertThat(values()).containsEntry("errors", new Value(20_000L));
		assertThat(lines("types")).containsExactly("20000 x ERROR com.acme.Orders");
		assertThat(lines("last errors")).hasSize(3);
	}

	@Test
	void resetDoesNotEndIt() {
		this.context.reset();
		this.logger.error("after the reset");
		assertThat(lines("last errors")).singleElement().asString().contains("after the reset");
		assertThat(values()).doesNotContainKey("note");
	}

	@Test
	void newSetUpIsSaidAndDoesNotEndIt() {
		this.context.stop();
		this.context.reset();
		this.context.start();
		this.logger.error("missed");
		assertThat(values().get("note").toString()).contains("logging was set up anew");
		this.logger.error("seen");
		assertThat(lines("last errors")).singleElement().asString().contains("seen");
		assertThat(values()).doesNotContainKey("note");
	}

	@Test
	void closeLeavesNothingBehind() {
		this.source.destroy();
		this.context.reset();
		this.section.content();
		assertThat(this.context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).iteratorForAppenders()).isExhausted();
		assertThat(this.context.getCopyOfListenerList()).isEmpty();
		this.logger.error("nobody listens");
		assertThat(values()).containsEntry("errors", new Value(0L));
	}

	@Test
	void contentWhenAnotherLibraryLogsSaysSo() {
		LogbackSource idle = new LogbackSource(new NOPLoggerFactory(), OPTIONS);
		follow(idle);
		assertThat(
				((Fields) new LogSection(idle, OPTIONS, CODE, Trends.NONE).content()).values().get("note").toString())
			.contains("unknown: Logback is there, but org.slf4j.helpers.NOPLoggerFactory logs");
		idle.destroy();
	}

	private static void follow(LogbackSource source) {
		source.onApplicationEvent(new ContextRefreshedEvent(new StaticApplicationContext()));
	}

	private Map<String, Content> values() {
		return ((Fields) this.section.content()).values();
	}

	private List<String> lines(String name) {
		return ((Items) values().get(name)).values().stream().map((line) -> ((Text) line).text()).toList();
	}

}
