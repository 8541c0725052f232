package io.github.gmr.section.spring;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
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
		assertThat(Named.findings(content(Map.of("mail", this.executor), 100))).containsExactly(
				Content.warning("The queue of mail is nearly full: 2 of 2 tasks wait, 1 of 1 threads are active")
					.next("Threads"));
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

	private static @Nullable Content content(Map<String, Executor> executors, int threshold) {
		ExecutorsSection section = new ExecutorsSection(Named.beans(Executor.class, executors), threshold);
		section.afterSingletonsInstantiated();
		return section.content();
	}

	private static List<List<Content>> rows(@Nullable Content content) {
		return ((Table) ((Fields) content).values().get("executors")).rows();
	}

}
