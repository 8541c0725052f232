package io.github.gmr.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Finding.Severity;
import io.github.gmr.section.activity.ApplicationCode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApplicationState}.
 */
class ApplicationStateTests {

	private final CountDownLatch end = new CountDownLatch(1);

	private static final ApplicationCode CODE = new ApplicationCode(List.of());

	private volatile ApplicationState state = ApplicationState.shuttingDown(CODE);

	@Test
	void contentWhenApplicationStartsTellsSinceWhenAndWhereItStands() throws Exception {
		Instant since = Instant.now().minusSeconds(41);
		Thread starter = new Thread(() -> {
			this.state = ApplicationState.starting(since, CODE);
			GenericApplicationContext context = new GenericApplicationContext();
			context.registerBean("migration", InitializingBean.class, () -> this::awaitQuietly);
			context.refresh();
		}, "starter");
		starter.start();
		Awaitility.await().untilAsserted(() -> {
			assertThat(starter.getState()).isEqualTo(Thread.State.WAITING);
			Finding finding = finding();
			assertThat(finding.severity()).isEqualTo(Severity.INFO);
			assertThat(finding.id()).isEqualTo("application-not-ready");
			assertThat(finding.summary()).matches("The application is not ready, its context is still starting, "
					+ "since 4\\d s: \"starter\" #\\d+ stands at .*");
			assertThat(finding.details().since()).isEqualTo(since);
		});
		this.end.countDown();
		starter.join();
		assertThat(finding().summary()).contains("\"starter\" #").endsWith(" has ended");
	}

	@ParameterizedTest
	@CsvSource({ "19, INFO, application-not-ready", "20, WARNING, shutdown-hangs" })
	void contentWhenApplicationEndsForLongWarns(long seconds, Severity severity, String id) {
		Instant now = Instant.parse("2026-11-23T03:00:00Z");
		MovingClock clock = new MovingClock(now);
		this.state = ApplicationState.closing(CODE, clock);
		clock.now = now.plusSeconds(seconds);
		Finding finding = finding();
		assertThat(finding.severity()).isEqualTo(severity);
		assertThat(finding.id()).isEqualTo(id);
		assertThat(finding.summary()).contains("being destroyed", seconds + " s",
				"\"" + Thread.currentThread().getName());
	}

	@Test
	void contentWhenApplicationIsClosedSaysThatHooksRun() {
		assertThat(finding().summary()).startsWith("The application is closed and the JVM shuts down, since ")
			.endsWith(": its shutdown hooks run");
	}

	private void awaitQuietly() {
		try {
			this.end.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Finding finding() {
		return (Finding) ((Fields) this.state.content()).values().get("finding");
	}

	/**
	 * A clock that is set by hand.
	 */
	private static final class MovingClock extends Clock {

		private Instant now;

		private MovingClock(Instant now) {
			this.now = now;
		}

		@Override
		public ZoneOffset getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
