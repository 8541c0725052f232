package io.github.gmr.section.executor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.Stacks;
import io.github.gmr.section.bean.Named;
import io.github.gmr.section.pulse.Pulses;
import io.github.gmr.section.pulse.Trends;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ExecutorsSection}.
 */
@Timeout(60)
class ExecutorsSectionTests {

	private final CountDownLatch release = new CountDownLatch(1);

	private final AtomicLong time = new AtomicLong();

	private Trends trends = Trends.NONE;

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
	void contentWhenPoolWasIdleBeforeTasksWaitHasNoFinding() throws Exception {
		this.executor.setPrestartAllCoreThreads(true);
		start(Integer.MAX_VALUE);
		// A thread counts as active until it has looked for a task
		Awaitility.await().until(() -> this.executor.getActiveCount() == 0);
		ExecutorsSection section = section(Map.of("mail", this.executor), 90);
		section.content();
		pass(Duration.ofHours(2));
		submit(2);
		assertThat(Named.findings(section.content())).isEmpty();
		pass(Duration.ofSeconds(29));
		assertThat(Named.findings(section.content())).isEmpty();
	}

	@Test
	void contentWhenTasksRunForLongTellsHowManyAndWhere() throws Exception {
		start(3, 5);
		submit(2);
		ExecutorsSection section = section(Map.of("mail", this.executor), 90);
		assertThat(Named.findings(section.content())).isEmpty();
		pass(Duration.ofMinutes(59));
		assertThat(Named.findings(section.content())).isEmpty();
		submit(1);
		pass(Duration.ofMinutes(4));
		assertThat(Named.findings(section.content())).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Finding.Severity.INFO);
			assertThat(finding.summary())
				.startsWith("2 tasks of mail have been running for at least 1 h 3 min, at "
						+ ExecutorsSectionTests.class.getName() + ".hang(")
				.endsWith(" (3 of 3 threads)");
			assertThat(finding.next()).isEqualTo("Threads");
		});
	}

	@Test
	void contentWhenPoolIsOverloadedWarnsOnly() throws Exception {
		start(Integer.MAX_VALUE);
		submit(2);
		ExecutorsSection section = section(Map.of("mail", this.executor), 90);
		section.content();
		pass(Duration.ofHours(2));
		assertThat(Named.findings(section.content())).singleElement()
			.satisfies((finding) -> assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING));
	}

	@Test
	void contentWhenAnyTaskHasEndedHasNoFinding() throws Exception {
		start(3, 5);
		submit(2);
		ExecutorsSection section = section(Map.of("mail", this.executor), 90);
		section.content();
		pass(Duration.ofHours(1));
		this.executor.submit(() -> {
		}).get();
		Awaitility.await().until(() -> this.executor.getThreadPoolExecutor().getCompletedTaskCount() == 1);
		assertThat(Named.findings(section.content())).isEmpty();
		pass(Duration.ofHours(1));
		assertThat(Named.findings(section.content())).singleElement()
			.satisfies((finding) -> assertThat(finding.summary()).startsWith("2 tasks of mail have been running for"));
		this.release.countDown();
		Awaitility.await().until(() -> this.executor.getActiveCount() == 0);
		pass(Duration.ofHours(1));
		assertThat(Named.findings(section.content())).isEmpty();
	}

	@Test
	void contentWhenExecutorHasAnotherPoolHasNoFinding() throws Exception {
		start(1, 5);
		submit(1);
		ExecutorsSection section = section(Map.of("mail", this.executor), 90);
		section.content();
		pass(Duration.ofHours(2));
		ThreadPoolExecutor before = this.executor.getThreadPoolExecutor();
		this.executor.initialize();
		submit(1);
		assertThat(Named.findings(section.content())).isEmpty();
		before.shutdownNow();
	}

	@Test
	void contentWhenSchedulerIsIdleOrItsTasksEndHasNoFinding() throws Exception {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setPoolSize(3);
		scheduler.initialize();
		try {
			ScheduledFuture<?> done = scheduler.schedule(() -> {
			}, Instant.now());
			done.get();
			scheduler.schedule(this::hang, Instant.now().plus(Duration.ofHours(1)));
			// A thread counts as active until it has looked for a task
			Awaitility.await().until(() -> scheduler.getActiveCount() == 0);
			ExecutorsSection section = section(Map.of("scheduler", scheduler), 90);
			for (int i = 0; i < 4; i++) {
				assertThat(Named.findings(section.content())).isEmpty();
				pass(Duration.ofHours(1));
			}
		}
		finally {
			scheduler.shutdown();
		}
	}

	@Test
	void contentWhenScheduledTaskRunsForLongTellsIt() throws Exception {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setPoolSize(2);
		scheduler.initialize();
		try {
			scheduler.schedule(this::hang, Instant.now());
			scheduler.schedule(this::hang, Instant.now().plus(Duration.ofHours(3)));
			Awaitility.await().until(() -> scheduler.getActiveCount() == 1);
			ExecutorsSection section = section(Map.of("scheduler", scheduler), 90);
			section.content();
			pass(Duration.ofHours(2));
			assertThat(Named.findings(section.content())).singleElement()
				.satisfies((finding) -> assertThat(finding.summary())
					.startsWith("1 task of scheduler has been running for at least 2 h, at "));
		}
		finally {
			this.release.countDown();
			scheduler.shutdown();
		}
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
			pass(Duration.ofMinutes(59));
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
				new Value(0L), new Value(5L), new Value(0L), new Value(0L)));
	}

	@Test
	void contentWhenTasksAreRejectedCountsThemAndLeavesThemToThePool() throws Exception {
		start(1);
		ThreadPoolExecutor pool = this.executor.getThreadPoolExecutor();
		RejectedExecutionHandler handler = pool.getRejectedExecutionHandler();
		ExecutorsSection section = section(Map.of("mail", this.executor), 101);
		submit(2);
		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(() -> this.executor.execute(this::hang));
		}
		assertThat(rows(section.content())).singleElement()
			.satisfies((row) -> assertThat(row.get(7)).isEqualTo(new Value(3L)));
		pool.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
		section.content();
		AtomicReference<Thread> runner = new AtomicReference<>();
		this.executor.execute(() -> runner.set(Thread.currentThread()));
		assertThat(runner).hasValue(Thread.currentThread());
		assertThat(rows(section.content())).singleElement()
			.satisfies((row) -> assertThat(row.get(7)).isEqualTo(new Value(1L)));
		pool.setRejectedExecutionHandler(handler);
	}

	@Test
	void destroyGivesPoolsTheirHandlersBack() {
		start(1);
		ThreadPoolExecutor pool = this.executor.getThreadPoolExecutor();
		RejectedExecutionHandler handler = pool.getRejectedExecutionHandler();
		ExecutorsSection section = section(Map.of("mail", this.executor), 90);
		assertThat(pool.getRejectedExecutionHandler()).isNotSameAs(handler);
		assertThat(pool.getThreadFactory()).isNotSameAs(this.executor);
		section.destroy();
		assertThat(pool.getThreadFactory()).isSameAs(this.executor);
		assertThat(pool.getRejectedExecutionHandler()).isSameAs(handler);
	}

	@Test
	void contentWhenExecutorsShareNamesOfThreadsShowsEachItsOwn() throws Exception {
		ThreadPoolExecutor other = new ThreadPoolExecutor(1, 1, 1, TimeUnit.HOURS, new LinkedBlockingQueue<>(2),
				this.executor);
		this.executor.setThreadNamePrefix("task-");
		start(2);
		try {
			ExecutorsSection section = section(Map.of("mail", this.executor, "print", other), 100);
			other.execute(this::printAndHang);
			submit(3);
			assertThat(Named.findings(section.content())).singleElement()
				.asString()
				.contains("The queue of mail is nearly full", "ExecutorsSectionTests.hang(", "(1 of 1 threads)");
		}
		finally {
			other.shutdownNow();
		}
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
		start(1, capacity);
	}

	private void start(int threads, int capacity) {
		this.executor.setMaxPoolSize(threads);
		this.executor.setCorePoolSize(threads);
		this.executor.setQueueCapacity(capacity);
		this.executor.initialize();
	}

	private void submit(int tasks) {
		for (int i = 0; i < tasks; i++) {
			this.executor.execute(this::hang);
		}
		Awaitility.await().until(() -> tasks == 0 || isAwaiting());
	}

	/**
	 * Returns whether each thread has come to the end of its way.
	 */
	private boolean isAwaiting() {
		ThreadPoolExecutor pool = this.executor.getThreadPoolExecutor();
		long hanging = Thread.getAllStackTraces()
			.values()
			.stream()
			.filter((stack) -> Stream.of(stack).anyMatch((frame) -> frame.getMethodName().equals("hang")))
			.count();
		return pool.getActiveCount() == pool.getPoolSize() && hanging >= pool.getPoolSize();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", delimiter = '|',
			textBlock = """
					# burst that drains in 20 s
					4000  | -200 | 200 | 40  | -
					# burst that has just come
					9000  | -40  | 40  | 10  | -
					# batch that becomes smaller
					12000 | -50  | 50  | 120 | INFO: 6,000 tasks of mail wait, 50 a second end: 2 min to drain, at
					# more come than end
					100   | 20   | 40  | 150 | WARNING: 3,100 tasks of mail wait, 40 a second end: 1 min 17 s to drain, and they become more by 20 a second, at
					100   | 20   | 400 | 150 | -
					""")
	void contentWhenTasksWaitLooksHowFastTheyEnd(int first, int growth, int ended, int seconds, @Nullable String start)
			throws Exception {
		start(Integer.MAX_VALUE);
		submit(first + growth * seconds + 1);
		follow(seconds, (second) -> first + growth * second, (second) -> ended * second);
		List<Finding> findings = Named.findings(section(Map.of("mail", this.executor), 90).content());
		if (start == null) {
			assertThat(findings).isEmpty();
		}
		else {
			assertThat(findings).singleElement()
				.asString()
				.contains("executor-overloaded")
				.contains(start.replaceFirst("^[A-Z]+: ", ""));
			assertThat(findings.get(0).severity()).hasToString(start.replaceFirst(":.*", ""));
		}
	}

	@Test
	void contentWhenPulseHasSeenThatNoTaskEndsWarnsAtOnce() throws Exception {
		start(Integer.MAX_VALUE);
		submit(2);
		follow(29, (second) -> 1, (second) -> 0);
		assertThat(Named.findings(section(Map.of("mail", this.executor), 90).content())).isEmpty();
		follow(30, (second) -> 1, (second) -> 0);
		assertThat(Named.findings(section(Map.of("mail", this.executor), 90).content())).singleElement()
			.asString()
			.contains("No task of mail has ended for 30");
	}

	@Test
	void contentWhenQueueIsFullOfBurstIsFine() throws Exception {
		start(2);
		submit(3);
		follow(20, (second) -> (second < 12) ? 0 : 2, (second) -> 5 * second);
		assertThat(Named.findings(content(Map.of("mail", this.executor), 90))).isEmpty();
		follow(50, (second) -> (second < 12) ? 0 : 2, (second) -> 5 * second);
		assertThat(Named.findings(content(Map.of("mail", this.executor), 90))).hasSize(1);
	}

	/**
	 * Let the pulse have looked for some seconds, at the end of which the executor is as
	 * it is.
	 */
	private void follow(int seconds, IntUnaryOperator queued, IntUnaryOperator completed) {
		int[] second = { 0 };
		int end = completed.applyAsInt(seconds);
		Pulses pulses = new Pulses((figures) -> {
			figures.level("mail active", () -> 1);
			figures.level("mail queued", () -> queued.applyAsInt(second[0]));
			figures.count("mail completed", () -> completed.applyAsInt(second[0]) - end);
			figures.count("mail rejected", () -> 0);
		});
		this.trends = new Trends(pulses.history(), () -> true, Trends.LEAST);
		for (; second[0] <= seconds; second[0]++) {
			pulses.pass(Duration.ofSeconds(1));
			pulses.history().refresh();
		}
	}

	private void pass(Duration time) {
		this.time.addAndGet(time.toNanos());
	}

	private void printAndHang() {
		hang();
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
				new ExecutorsOptions(threshold, Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofHours(1)),
				(scope) -> Stacks.now(0), new ApplicationCode(List.of(ExecutorsSectionTests.class.getPackageName())),
				Named.workers(), this.trends, new PoolThreads(), this.time::get);
		section.afterSingletonsInstantiated();
		return section;
	}

	private static List<List<Content>> rows(@Nullable Content content) {
		return ((Table) ((Fields) content).values().get("executors")).rows();
	}

}
