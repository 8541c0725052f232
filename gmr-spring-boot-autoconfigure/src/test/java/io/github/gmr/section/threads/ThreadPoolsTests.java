package io.github.gmr.section.threads;

import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Outcome;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Finding.Severity;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.ThreadExecutors;
import io.github.gmr.section.pulse.ThreadCounters;
import io.github.gmr.section.pulse.ThreadHistory;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.ThreadSnapshot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ThreadPools}.
 */
class ThreadPoolsTests {

	private final List<ExecutorService> pools = new ArrayList<>();

	private final CountDownLatch running = new CountDownLatch(2);

	private final CountDownLatch done = new CountDownLatch(1);

	@AfterEach
	void end() {
		this.done.countDown();
		this.pools.forEach(ExecutorService::shutdownNow);
	}

	@Test
	void manyWhenPoolsAreAlikeSaysWhatTheirThreadsDo() throws Exception {
		for (int i = 0; i < 100; i++) {
			pool("orders-" + i + "-thread-", 1).submit(() -> "done").get();
		}
		Awaitility.await()
			.pollInSameThread()
			.untilAsserted(() -> assertThat(poolsUnmovedFor(10).many().findings()).anySatisfy((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.WARNING);
				assertThat(finding.summary())
					.isEqualTo("100 pools of one thread are alike, named orders-*-thread-*: 100 idle");
			}));
	}

	@Test
	void manyWhenPoolsAreUsedIsInformation() throws Exception {
		for (int i = 0; i < 100; i++) {
			pool("orders-" + i + "-thread-", 1).submit(() -> "done").get();
		}
		Awaitility.await()
			.pollInSameThread()
			.untilAsserted(() -> assertThat(poolsUnmovedFor(9).many().findings()).anySatisfy((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.INFO);
				assertThat(finding.summary()).startsWith("100 pools of one thread are alike, named orders-*")
					.endsWith("100 idle, and most of them have just been used");
			}));
	}

	@Test
	void manyWhenThreadsHaveNoTasksToWaitForIsFine() throws Exception {
		for (int i = 0; i < 100; i++) {
			pool("topic-" + i + "-C-", 1).submit(() -> this.done.await(1, TimeUnit.HOURS));
		}
		assertThat(pools().many().findings()).extracting(Finding::summary)
			.noneMatch((summary) -> summary.contains("topic-"));
	}

	@Test
	void manyWhenThreadsAreOfOnePoolIsFine() throws Exception {
		ExecutorService pool = pool("orders-1-thread-", 120);
		for (int i = 0; i < 120; i++) {
			pool.submit(() -> "done").get();
		}
		assertThat(pools().many().findings()).extracting(Finding::summary)
			.noneMatch((summary) -> summary.contains("orders-"));
	}

	@Test
	void waitForThemselvesWhenNoThreadRunsTasksIsInformation() throws Exception {
		ExecutorService pool = pool("parent-", 2);
		submitParents(pool, pool);
		Awaitility.await().until(() -> standsInGet() == 2);
		assertThat(pools().waitForThemselves().findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Finding.Severity.INFO);
			assertThat(finding.summary()).startsWith("All 2 threads of parent-* wait for tasks that no thread runs, "
					+ "maybe of their own pool: 2 wait for the result of a task, at " + getClass().getName());
		});
	}

	@Test
	void waitForThemselvesWhenExecutorIsKnownNamesIt() throws Exception {
		ExecutorService pool = pool("parent-", 2);
		submitParents(pool, pool);
		Awaitility.await().until(() -> standsInGet() == 2);
		ReportScope scope = new ReportScope();
		PlatformSnapshot snapshot = snapshot();
		PlatformThreads threads = threads((thread) -> {
			ThreadInfo info = snapshot.thread(thread);
			return (info != null && info.getThreadName().startsWith("parent-")) ? "orderExecutor" : null;
		});
		assertThat(new ThreadPools(threads.activities(scope), threads.of(scope), Duration.ofSeconds(30))
			.waitForThemselves()
			.findings()).singleElement().satisfies((finding) -> {
				assertThat(finding.summary())
					.startsWith("All 2 threads of orderExecutor (parent-*) wait for tasks that no thread runs");
				assertThat(finding.details().subject()).isEqualTo("executor orderExecutor");
			});
	}

	@Test
	void waitForThemselvesWhenAnotherPoolRunsTasksIsFine() throws Exception {
		ExecutorService children = pool("child-", 2);
		submitParents(pool("parent-", 2), children);
		this.running.await();
		Awaitility.await().until(() -> standsInGet() == 2);
		Check.Result result = pools().waitForThemselves();
		assertThat(result.outcome()).isEqualTo(Outcome.FINE);
	}

	@Test
	void waitForThemselvesWhenNoThreadWorksAtFuturesForLongIsInformation() throws Exception {
		ExecutorService pool = pool("joiner-", 2);
		submitJoiners(pool, pool);
		assertThat(poolsUnmovedFor(30).waitForThemselves().findings()).singleElement()
			.extracting(Finding::summary)
			.asString()
			.startsWith("All 2 threads of joiner-* wait for futures that no thread works at, "
					+ "maybe tasks of their own pool: 2 wait for a CompletableFuture, at " + getClass().getName());
		assertThat(poolsUnmovedFor(29).waitForThemselves().findings()).isEmpty();
	}

	@Test
	void waitForThemselvesWhenAnotherPoolWorksAtFuturesIsFine() throws Exception {
		submitJoiners(pool("joiner-", 2), pool("child-", 2));
		this.running.await();
		assertThat(poolsUnmovedFor(30).waitForThemselves().findings()).isEmpty();
	}

	private void submitJoiners(ExecutorService parents, ExecutorService children) throws Exception {
		CountDownLatch both = new CountDownLatch(2);
		for (int i = 0; i < 2; i++) {
			parents.execute(() -> {
				both.countDown();
				await(both);
				CompletableFuture.runAsync(() -> {
					this.running.countDown();
					await(this.done);
				}, children).join();
			});
		}
		Awaitility.await().until(() -> stands("joiner-", "java.util.concurrent.CompletableFuture$Signaller") == 2);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Returns the pools, all threads of which have stood still for some seconds.
	 */
	private static ThreadPools poolsUnmovedFor(int seconds) throws InterruptedException {
		ReportScope scope = new ReportScope();
		PlatformThreads threads = threads();
		List<ThreadInfo> all = threads.of(scope).threads();
		return new ThreadPools(threads.activities(scope), new ThreadSnapshot() {

			@Override
			public List<ThreadInfo> threads() {
				return all;
			}

			@Override
			public long time() {
				return 0;
			}

			@Override
			public Duration unmoved(ThreadInfo thread) {
				return Duration.ofSeconds(seconds);
			}

		}, Duration.ofSeconds(30));
	}

	private void submitParents(ExecutorService parents, ExecutorService children) throws Exception {
		CountDownLatch both = new CountDownLatch(2);
		for (int i = 0; i < 2; i++) {
			parents.submit(() -> {
				both.countDown();
				both.await();
				Future<?> child = children.submit(() -> {
					this.running.countDown();
					this.done.await();
					return "done";
				});
				return child.get();
			});
		}
		both.await();
	}

	private static long standsInGet() throws InterruptedException {
		return stands("parent-", "java.util.concurrent.FutureTask");
	}

	private static long stands(String name, String type) throws InterruptedException {
		return snapshot().threads()
			.stream()
			.filter((thread) -> thread.getThreadName().startsWith(name))
			.filter((thread) -> thread.getLockInfo() != null && thread.getLockInfo().getClassName().equals(type))
			.count();
	}

	private ExecutorService pool(String prefix, int size) {
		List<Thread> threads = new ArrayList<>();
		ExecutorService pool = Executors.newFixedThreadPool(size, (task) -> {
			Thread thread = new Thread(task, prefix + (threads.size() + 1));
			threads.add(thread);
			return thread;
		});
		this.pools.add(pool);
		return pool;
	}

	private static PlatformSnapshot snapshot() throws InterruptedException {
		return threads().of(new ReportScope());
	}

	private static PlatformThreads threads() {
		return threads(ThreadExecutors.NONE);
	}

	private static PlatformThreads threads(ThreadExecutors executors) {
		return new PlatformThreads(ThreadsOptions.DEFAULT, new ThreadHistory(ThreadCounters.ofJvm()),
				new ApplicationCode(List.of(ThreadPoolsTests.class.getPackageName())), executors);
	}

	private static ThreadPools pools() throws InterruptedException {
		ReportScope scope = new ReportScope();
		PlatformThreads threads = threads();
		return new ThreadPools(threads.activities(scope), threads.of(scope), Duration.ofSeconds(30));
	}

}
