package io.github.gmr.section.pulse;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FigureHistory}.
 */
class FigureHistoryTests {

	@Test
	void refreshWhenOneSourceFailsReadsTheOthers() {
		FigureHistory history = new FigureHistory((figures) -> figures.level("threads", () -> 7), List.of((figures) -> {
			throw new IllegalStateException("the source is broken");
		}, (figures) -> figures.level("queued", () -> 3)), Runnable::run);
		history.refresh();
		assertThat(history.all()).extracting((series) -> series.figure().name()).containsExactly("threads", "queued");
		history.refresh();
		assertThat(history.get("queued").last()).isEqualTo(3);
	}

	@Test
	void lookWhenOneSourceHangsWaitsForNothingAndReadsTheOthers() {
		CountDownLatch release = new CountDownLatch(1);
		AtomicInteger hanging = new AtomicInteger();
		AtomicInteger queued = new AtomicInteger();
		FigureHistory history = new FigureHistory((figures) -> {
		}, List.of((figures) -> {
			hanging.incrementAndGet();
			figures.level("memory", () -> await(release));
		}, (figures) -> figures.level("queued", queued::incrementAndGet)), (task) -> new Thread(task).start());
		history.look(1);
		Awaitility.await().until(() -> hanging.get() == 1);
		for (int look = 2; look < 10; look++) {
			int before = queued.get();
			history.look(look);
			Awaitility.await().until(() -> queued.get() > before);
		}
		assertThat(hanging).as("one that hangs is not asked again").hasValue(1);
		assertThat(history.get("memory")).isNull();
		release.countDown();
		Awaitility.await().until(() -> history.get("memory") != null);
		history.look(10);
		Awaitility.await().until(() -> hanging.get() == 2);
	}

	private static Number await(CountDownLatch release) throws InterruptedException {
		release.await();
		return 1;
	}

}
