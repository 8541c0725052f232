package io.github.gmr.section.health;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;
import io.github.gmr.section.bean.Named;
import io.github.gmr.worker.Workers;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HealthSection}.
 */
@Timeout(60)
class HealthSectionTests {

	private static final HealthOutcome UP = new HealthOutcome("UP", Map.of());

	private static final Duration SHORT = Duration.ofMillis(50);

	private final CountDownLatch release = new CountDownLatch(1);

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final AtomicInteger asked = new AtomicInteger();

	@AfterEach
	void shutdown() {
		this.release.countDown();
		this.executor.shutdown();
	}

	@Test
	void contentWhenAllIsUpTellsStatusAndTimeOnly() {
		Fields fields = content(section(Duration.ofSeconds(30), check("db", () -> UP),
				check("disk", () -> new HealthOutcome("UNKNOWN", Map.of("free", 5)))));
		assertThat(outcome(fields, "db").values()).containsEntry("status", new Text("UP"))
			.containsOnlyKeys("status", "took");
		assertThat(((Value) outcome(fields, "db").values().get("took")).value()).isInstanceOf(Duration.class);
		assertThat(outcome(fields, "disk").values().get("details")).isEqualTo(Content.of(Map.of("free", 5)));
		assertThat(Named.findings(fields)).isEmpty();
	}

	@Test
	void contentWhenOneIsDownNamesIt() {
		Fields fields = content(section(Duration.ofSeconds(30), check("db", () -> new HealthOutcome("DOWN", Map.of())),
				check("disk", () -> UP), check("broker", () -> new HealthOutcome("OUT_OF_SERVICE", Map.of()))));
		assertThat(Named.findings(fields)).containsExactly(
				Content.critical("The health check db says DOWN").id("health-check-down").next("Health"),
				Content.critical("The health check broker says OUT_OF_SERVICE").id("health-check-down").next("Health"));
	}

	@Test
	void contentWhenOneFailsNamesItAndAsksTheOthers() {
		Fields fields = content(section(Duration.ofSeconds(30), check("db", () -> {
			throw new IllegalStateException("no driver");
		}), check("disk", () -> UP)));
		assertThat(fields.values().get("db")).isInstanceOf(Failure.class);
		assertThat(outcome(fields, "disk").values()).containsEntry("status", new Text("UP"));
		assertThat(Named.findings(fields))
			.containsExactly(Content.critical("The health check db fails: java.lang.IllegalStateException: no driver")
				.id("health-check-down")
				.next("Health"));
	}

	@Test
	void contentWhenOneHangsNamesItWhereItIsAndAsksTheOthers() {
		Fields fields = content(section(SHORT, check("db", this::hang), check("disk", () -> UP)));
		assertThat((Failure) fields.values().get("db")).satisfies((failure) -> {
			assertThat(failure.error()).isEqualTo("timed out");
			assertThat(failure.stack()).anyMatch((frame) -> frame.contains("HealthSectionTests.hang"));
		});
		assertThat(outcome(fields, "disk").values()).containsEntry("status", new Text("UP"));
		assertThat(Named.findings(fields))
			.containsExactly(Content.critical("The health check db does not answer: no answer within 50 ms")
				.id("health-check-down")
				.next("Health"));
	}

	@Test
	void contentWhenOneHangsStillDoesNotAskItAgain() {
		HealthSection section = section(SHORT, check("db", this::hang));
		content(section);
		assertThat(Named.findings(content(section)))
			.containsExactly(Content.critical("The health check db does not answer: asked by an earlier report")
				.id("health-check-down")
				.next("Health"));
		assertThat(this.asked).hasValue(1);
		this.release.countDown();
		Awaitility.await().untilAsserted(() -> assertThat(Named.findings(content(section))).isEmpty());
	}

	@Test
	void contentWhenTwoHangAsksNoMore() {
		Fields fields = content(section(SHORT, check("one", this::hang), check("two", this::hang),
				check("three", this::hang), check("disk", () -> UP)));
		assertThat(Named.findings(fields)).hasSize(2);
		assertThat(fields.values()).containsEntry("three", new Text("not asked"))
			.containsEntry("disk", new Text("not asked"));
		assertThat(this.asked).hasValue(2);
	}

	@Test
	void contentWhenGroupHangsOrFailsNamesItAndAsksTheOthers() {
		Fields fields = content(section(SHORT, HealthCheck.of("brokers", () -> {
			hang();
			return List.of();
		}), HealthCheck.of("caches", () -> {
			throw new IllegalStateException("no caches");
		}), HealthCheck.of("stores", () -> List.of(check("stores/north", () -> UP)))));
		assertThat((Failure) fields.values().get("brokers")).extracting(Failure::error).isEqualTo("timed out");
		assertThat((Failure) fields.values().get("caches")).extracting(Failure::message).isEqualTo("no caches");
		assertThat(outcome(fields, "stores/north").values()).containsEntry("status", new Text("UP"));
	}

	@Test
	void contentWhenChecksCannotBeListedSaysSo() {
		HealthSection section = new HealthSection(() -> {
			throw new IllegalStateException("no registry");
		}, SHORT, new Workers(this.executor));
		assertThat((Failure) content(section).values().get("health checks")).extracting(Failure::message)
			.isEqualTo("no registry");
	}

	@Test
	void contentWhenDetailsOrMessagesHangAsksTheOthers() {
		Object endless = new Object() {

			@Override
			public String toString() {
				return "never " + hang();
			}

		};
		Fields fields = content(section(SHORT, check("db", () -> new HealthOutcome("UP", Map.of("detail", endless))),
				check("mail", () -> {
					throw new IllegalStateException() {

						@Override
						public String getMessage() {
							return endless.toString();
						}

					};
				})));
		assertThat(fields.values()).containsKeys("db", "mail").allSatisfy((name, value) -> {
			if (!name.startsWith("finding")) {
				assertThat(((Failure) value).error()).isEqualTo("timed out");
			}
		});
	}

	private HealthSection section(Duration limit, HealthCheck... checks) {
		return new HealthSection(() -> List.of(checks), limit, new Workers(this.executor));
	}

	private static Fields content(HealthSection section) {
		return (Fields) section.content();
	}

	private static Fields outcome(Fields fields, String name) {
		return (Fields) fields.values().get(name);
	}

	/**
	 * Hang until the test ends, whoever interrupts.
	 */
	private HealthOutcome hang() {
		this.asked.incrementAndGet();
		while (this.release.getCount() > 0) {
			try {
				this.release.await();
			}
			catch (InterruptedException ex) {
				// Hangs all the same
			}
		}
		return UP;
	}

	private static HealthCheck check(String name, Callable<HealthOutcome> check) {
		return new HealthCheck() {

			@Override
			public String name() {
				return name;
			}

			@Override
			public HealthOutcome check() throws Exception {
				return check.call();
			}

		};
	}

}
