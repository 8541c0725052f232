package io.github.gmr.section.spring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicLong;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExecutorsSection}.
 */
@Timeout(60)
class ExecutorsSectionTests {

	private final CountDownLatch release = new CountDownLatch(1);

	private final AtomicLong time = new AtomicLong();

	private final ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();

	@AfterEach
	void shutdown() {
		this.release.countDown();
		this.executor.shutdown();
	}

	@Test
	void contentWhenQueueFillsUpWarnsFromTheThresholdOn() {
		start(2);
		submit(2);
		assertThat(Named.findings(content(Map.of("mail", this.executor), 51))).isEmpty();
		submit(1);
		assertThat(Named.findings(content(Map.of("mail", this.executor), 100))).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
			assertThat(finding.summary())
				.startsWith("The queue of mail is nearly full: 2 of 2 tasks wait, 1 of 1 threads are active, at "
						+ ExecutorsSectionTests.class.getName() + ".hang(")
				.endsWith(" (1 of 1 threads)");
			assertThat(finding.next()).isEqualTo("Threads");
		});
	}

	@Test
	void contentWhenNoTaskEndsWhileOthersWaitWarnsWhereTheyAre() throws Exception {
		start(Integer.MAX_VALUE);
		submit(2);
		ExecutorsSection section = section(Map.of("mail", this.executor), 90);
		assertThat(Named.findings(section.content())).isEmpty();
		this.time.addAndGet(Duration.ofSeconds(29).toNanos());
		assertThat(Named.findings(section.content())).isEmpty();
		this.time.addAndGet(Duration.ofSeconds(1).toNanos());
		assertThat(Named.findings(section.content())).singleElement()
			.satisfies((finding) -> assertThat(finding.summary())
				.startsWith("No task of mail has ended for 30 s: 1 tasks wait, 1 of 1 threads are active, at "));
	}

	@Test
	void contentWhenTaskRunsForLongButNoneWaitsOrSomeEndHasNoFinding() throws Exception {
		start(Integer.MAX_VALUE);
		submit(1);
		ExecutorsSection section = section(Map.of("mail", this.executor), 90);
		section.content();
		this.time.addAndGet(Duration.ofHours(1).toNanos());
		assertThat(Named.findings(section.content())).isEmpty();
		submit(2);
		assertThat(Named.findings(section.content())).isEmpty();
		this.release.countDown();
		Awaitility.await().until(() -> this.executor.getThreadPoolExecutor().getCompletedTaskCount() == 3);
		this.time.addAndGet(Duration.ofHours(1).toNanos());
		assertThat(Named.findings(section.content())).isEmpty();
	}

	@Test
	void contentWhenScheduledTasksWaitForTheirTimeHasNoFinding() throws Exception {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.initialize();
		try {
			scheduler.execute(this::hang);
			scheduler.schedule(this::hang, Instant.now().plus(Duration.ofHours(1)));
			Awaitility.await().until(() -> scheduler.getActiveCount() == 1);
			ExecutorsSection section = section(Map.of("scheduler", scheduler), 90);
			section.content();
			this.time.addAndGet(Duration.ofHours(1).toNanos());
			assertThat(Named.findings(section.content())).isEmpty();
		}
		finally {
			this.release.countDown();
			scheduler.shutdown();
		}
	}

	@Test
	void contentWhenQueueIsEmptyTellsFiguresOnly() {
		start(5);
		submit(0);
		Content content = content(Map.of("mail", this.executor), 90);
		assertThat(Named.findings(content)).isEmpty();
		assertThat(rows(content)).containsExactly(List.of(new Text("mail"), new Value(0L), new Value(0L), new Value(1L),
				new Value(0L), new Value(5L), new Value(0L)));
	}

	@Test
	void contentWhenQueueHasNoLimitOrNoRoomNeverWarns() {
		ThreadPoolExecutor direct = (ThreadPoolExecutor) Executors.newCachedThreadPool();
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.initialize();
		try {
			direct.execute(this::hang);
			Content content = content(Map.of("direct", direct, "scheduler", scheduler), 1);
			assertThat(Named.findings(content)).isEmpty();
			assertThat(rows(content)).hasSize(2)
				.anySatisfy((row) -> assertThat(row.get(5)).isEqualTo(new Text("none")));
		}
		finally {
			this.release.countDown();
			direct.shutdown();
			scheduler.shutdown();
		}
	}

	@Test
	void contentWhenExecutorHasNoPoolOrIsNotStartedIsNone() {
		assertThat(content(Map.of("virtual", new SimpleAsyncTaskExecutor(), "lazy", new ThreadPoolTaskExecutor()), 90))
			.isNull();
	}

	private void start(int capacity) {
		this.executor.setMaxPoolSize(1);
		this.executor.setCorePoolSize(1);
		this.executor.setQueueCapacity(capacity);
		this.executor.initialize();
	}

	private void submit(int tasks) {
		for (int i = 0; i < tasks; i++) {
			this.executor.execute(this::hang);
		}
		Awaitility.await().until(() -> tasks == 0 || this.executor.getActiveCount() == 1);
	}

	private void hang() {
		try {
			this.release.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private @Nullable Content content(Map<String, Executor> executors, int threshold) {
		try {
			return section(executors, threshold).content();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private ExecutorsSection section(Map<String, Executor> executors, int threshold) {
		ExecutorsSection section = new ExecutorsSection(Named.beans(Executor.class, executors),
				new ExecutorsOptions(threshold, Duration.ofSeconds(30)), (scope) -> Stacks.now(0),
				new ApplicationCode(List.of(ExecutorsSectionTests.class.getPackageName())), this.time::get);
		section.afterSingletonsInstantiated();
		return section;
	}

	private static List<List<Content>> rows(@Nullable Content content) {
		return ((Table) ((Fields) content).values().get("executors")).rows();
	}

}
