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
import io.github.gmr.content.Items;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;
import io.github.gmr.section.bean.Named;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLoggerFactory;

import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.support.StaticApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogSection}.
 */
class LogSectionTests {

	private static final LogOptions OPTIONS = new LogOptions(3, 5);

	private final LoggerContext context = new LoggerContext();

	private final Logger logger = this.context.getLogger("com.acme.Orders");

	private final LogbackSource source = new LogbackSource(this.context, OPTIONS);

	private final LogSection section = new LogSection(this.source, OPTIONS);

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
			.endsWith(" com.acme.Orders [" + Thread.currentThread().getName()
					+ "] Order 4 failed; java.lang.IllegalStateException: no stock");
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
			.warning("At least 5 errors were logged in the last 5 minutes, most often by com.acme.Orders with "
					+ "java.lang.IllegalStateException")
			.id("errors-logged")
			.next("Log"));
	}

	@Test
	void findingIsNotRaisedForErrorsOfLongAgo() {
		IntStream.range(0, 5).forEach((i) -> this.logger.error("failed"));
		LogSection later = new LogSection(this.source, OPTIONS,
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
		assertThat(lines("last errors")).singleElement().asString().endsWith("] null; java.lang.IllegalStateException");
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
		assertThat(((Fields) new LogSection(idle, OPTIONS).content()).values().get("note").toString())
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
