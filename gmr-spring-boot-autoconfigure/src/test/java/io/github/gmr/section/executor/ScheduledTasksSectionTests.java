package io.github.gmr.section.executor;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.Stacks;
import io.github.gmr.section.bean.Named;
import io.github.gmr.section.scope.Progress;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.support.ScheduledMethodRunnable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ScheduledTasksSection}.
 */
@Timeout(60)
class ScheduledTasksSectionTests {

	private static final Duration LONG = Duration.ofHours(12);

	private final ScheduledTasksOptions patient = new ScheduledTasksOptions(LONG, LONG);

	private Progress progress = new Progress(Progress.Kind.UNMOVED, 0, Duration.ofSeconds(12));

	private final CountDownLatch release = new CountDownLatch(1);

	private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

	private final ScheduledTaskRegistrar registrar = new ScheduledTaskRegistrar();

	@BeforeEach
	void start() {
		this.scheduler.setErrorHandler((ex) -> {
		});
		this.scheduler.initialize();
		this.registrar.setTaskScheduler(this.scheduler);
	}

	@AfterEach
	void shutdown() {
		this.release.countDown();
		this.registrar.destroy();
		this.scheduler.shutdown();
	}

	@Test
	void contentWhenThereIsNoTaskIsNone() {
		assertThat(content(this.patient, Duration.ZERO)).isNull();
	}

	@Test
	void contentTellsScheduleAndLastRun() {
		this.registrar.addFixedDelayTask(new Task("cleanup", () -> {
		}), Duration.ofHours(1));
		this.registrar.addCronTask(new Task("billing", () -> {
		}), "0 0 4 1 1 *");
		schedule("success");
		assertThat(rows()).anySatisfy((row) -> {
			assertThat(row).startsWith(new Text("cleanup"), new Text("every 1 h")).endsWith(new Text("success"));
			assertThat(row.get(2).toString()).contains("20");
			assertThat(row.get(3).toString()).contains("20");
		});
		assertThat(rows()).anySatisfy((row) -> {
			assertThat(row).startsWith(new Text("billing"), new Text("cron 0 0 4 1 1 *")).endsWith(new Text("none"));
			assertThat(row.get(3)).isEqualTo(new Text(""));
		});
		assertThat(Named.findings(content(this.patient, Duration.ZERO))).isEmpty();
	}

	@Test
	void contentWhenLastRunFailedWarns() {
		this.registrar.addFixedDelayTask(new Task("mails", () -> {
			throw new IllegalStateException("no mail server");
		}), Duration.ofHours(1));
		schedule("error: java.lang.IllegalStateException");
		assertThat(Named.findings(content(this.patient, Duration.ZERO))).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
			assertThat(finding.summary()).matches("mails failed in its last run, [1-9].* ago: .*")
				.endsWith(" ago: java.lang.IllegalStateException: no mail server");
			assertThat(finding.next()).isEqualTo("Scheduled Tasks");
		});
	}

	@Test
	void contentWhenRunTakesLongWarns() {
		this.registrar.addFixedDelayTask(new Task("export", this::hang), Duration.ofMillis(1));
		schedule("started");
		ScheduledTasksOptions options = new ScheduledTasksOptions(LONG, Duration.ofHours(1));
		assertThat(Named.findings(content(options, Duration.ofMinutes(50)))).isEmpty();
		assertThat(Named.findings(content(options, Duration.ofMinutes(61)))).singleElement()
			.satisfies((finding) -> assertThat(finding.summary()).startsWith("export runs since 1 h 1 min"));
	}

	@Test
	void contentWhenNobodyIsFreeToRunTaskWarnsThatItIsOverdue() {
		ScheduledTasksOptions options = new ScheduledTasksOptions(Duration.ofHours(1), LONG);
		this.registrar.addFixedRateTask(new Task("poll", () -> {
		}), Duration.ofMillis(5));
		schedule("success");
		this.scheduler.execute(this::hang);
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(rows()).allSatisfy((row) -> assertThat(row.get(2)).isEqualTo(new Text(""))));
		assertThat(Named.findings(content(options, Duration.ofMinutes(50)))).isEmpty();
		assertThat(Named.findings(content(options, Duration.ofMinutes(61)))).singleElement()
			.satisfies((finding) -> assertThat(finding.summary()).startsWith("poll is overdue: it ran last 1 h 1 min")
				.endsWith(" ago and should run every 5 ms"));
	}

	@Test
	void contentWhenTaskWaitsForItsTimeIsNotOverdue() {
		this.registrar.addFixedRateTask(new Task("poll", () -> {
		}), Duration.ofHours(1));
		schedule("success");
		assertThat(Named.findings(content(new ScheduledTasksOptions(Duration.ofMinutes(1), LONG), Duration.ofHours(5))))
			.isEmpty();
	}

	private void schedule(String outcome) {
		this.registrar.afterPropertiesSet();
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(rows()).anySatisfy((row) -> assertThat(row.get(4)).isEqualTo(new Text(outcome))));
	}

	@Test
	void contentWhenTaskRunsTellsWhereItIsAndHowItGetsOn() throws Exception {
		runMethod();
		String place = ", at " + getClass().getName() + ".hang(";
		assertThat(outcome()).startsWith("started, has not moved for 12 s" + place);
		this.progress = Progress.UNKNOWN;
		assertThat(outcome()).startsWith("started" + place);
	}

	@Test
	void contentWhenTaskRunsForLongWarnsUnlessItGetsOn() throws Exception {
		runMethod();
		assertLong(Finding.Severity.WARNING, "has not moved for 12 s");
		this.progress = new Progress(Progress.Kind.MOVING, 2, Duration.ofSeconds(12));
		assertLong(Finding.Severity.INFO, "moves");
	}

	private void assertLong(Finding.Severity severity, String progress) {
		Content content = content(this.patient, LONG.plusMinutes(1));
		Finding finding = (Finding) ((Fields) content).values().get("finding");
		assertThat(finding.severity()).isEqualTo(severity);
		assertThat(finding.summary())
			.contains(" runs since 12 h 1 min, " + progress + ", at " + getClass().getName() + ".hang(");
		assertThat(finding.details().threads()).hasSize(1);
	}

	private void runMethod() throws NoSuchMethodException {
		this.registrar.addFixedDelayTask(new ScheduledMethodRunnable(this, getClass().getDeclaredMethod("hang")),
				Duration.ofHours(1));
		this.registrar.afterPropertiesSet();
		Awaitility.await().until(() -> outcome().contains(".hang("));
	}

	private String outcome() {
		List<Content> row = rows().get(0);
		return row.get(row.size() - 1).asText();
	}

	void hang() {
		try {
			this.release.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private @Nullable Content content(ScheduledTasksOptions options, Duration later) {
		Clock clock = Clock.offset(Clock.system(ZoneOffset.UTC), later);
		ScheduledTasksSection section = new ScheduledTasksSection(
				Named.beans(ScheduledTaskHolder.class, Map.of("registrar", this.registrar)), options,
				(scope) -> Stacks.of(0, Stacks.now(0).threads(), this.progress),
				new ApplicationCode(List.of(getClass().getPackageName())), Named.workers(), clock);
		section.afterSingletonsInstantiated();
		try {
			return section.content();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<List<Content>> rows() {
		return ((Table) ((Fields) content(this.patient, Duration.ZERO)).values().get("tasks")).rows();
	}

	/**
	 * A task with a name.
	 */
	private record Task(String name, Runnable work) implements Runnable {

		@Override
		public void run() {
			this.work.run();
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
