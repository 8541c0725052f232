package io.github.gmr.section.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Outcome;
import io.github.gmr.content.Finding;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.pulse.ThreadCounters;
import io.github.gmr.section.pulse.ThreadHistory;
import io.github.gmr.section.scope.ReportScope;
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
			.untilAsserted(() -> assertThat(pools().many().findings()).extracting(Finding::summary)
				.anyMatch((summary) -> summary
					.equals("100 pools of one thread are alike, named orders-*-thread-*: 100 idle")));
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
	void waitForThemselvesWhenAnotherPoolRunsTasksIsFine() throws Exception {
		ExecutorService children = pool("child-", 2);
		submitParents(pool("parent-", 2), children);
		this.running.await();
		Awaitility.await().until(() -> standsInGet() == 2);
		Check.Result result = pools().waitForThemselves();
		assertThat(result.outcome()).isEqualTo(Outcome.FINE);
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
		return snapshot().threads()
			.stream()
			.filter((thread) -> thread.getThreadName().startsWith("parent-"))
			.filter((thread) -> thread.getLockInfo() != null
					&& thread.getLockInfo().getClassName().equals("java.util.concurrent.FutureTask"))
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
		return new PlatformThreads(ThreadsOptions.DEFAULT, new ThreadHistory(ThreadCounters.ofJvm()),
				new ApplicationCode(List.of(ThreadPoolsTests.class.getPackageName())));
	}

	private static ThreadPools pools() throws InterruptedException {
		ReportScope scope = new ReportScope();
		PlatformThreads threads = threads();
		return new ThreadPools(threads.activities(scope), threads.of(scope));
	}

}
