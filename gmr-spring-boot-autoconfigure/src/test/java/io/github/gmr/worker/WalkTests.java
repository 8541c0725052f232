package io.github.gmr.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link Walk}.
 */
@Timeout(60)
class WalkTests {

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final CountDownLatch release = new CountDownLatch(1);

	private final List<Integer> left = new ArrayList<>();

	@AfterEach
	void endThreads() {
		this.release.countDown();
		this.executor.shutdownNow();
	}

	@Test
	void goWhenAllStepsComeBackTakesEachOnceInOrder() {
		List<Integer> taken = new ArrayList<>();
		new Walk(this.executor, 5, taken::add).go(() -> 30_000, (step, waited, over) -> this.left.add(step));
		assertThat(taken).containsExactly(0, 1, 2, 3, 4);
		assertThat(this.left).isEmpty();
	}

	@Test
	void goWhenStepsHangLeavesThemAloneBehind() {
		List<Integer> taken = new ArrayList<>();
		List<BooleanSupplier> overs = new ArrayList<>();
		new Walk(this.executor, 4, (step) -> {
			if (step % 2 == 1) {
				hang();
			}
			taken.add(step);
		}).go(() -> 300, (step, waited, over) -> {
			this.left.add(step);
			overs.add(over);
		});
		assertThat(this.left).containsExactly(1, 3);
		assertThat(taken).containsExactly(0, 2);
		assertThat(overs).noneMatch(BooleanSupplier::getAsBoolean);
		this.release.countDown();
		await().until(() -> overs.stream().allMatch(BooleanSupplier::getAsBoolean));
	}

	@Test
	void goWhenPatienceIsLostGivesUpTheRest() {
		List<Integer> taken = new ArrayList<>();
		AtomicBoolean first = new AtomicBoolean(true);
		new Walk(this.executor, 3, (step) -> hang()).go(() -> first.getAndSet(false) ? 50 : -1,
				(step, waited, over) -> taken.add(step));
		assertThat(taken).containsExactly(0);
	}

	@Test
	void goWhenStepHangsInterruptsItsThreadAlone() {
		AtomicBoolean interrupted = new AtomicBoolean();
		new Walk(this.executor, 1, (step) -> {
			try {
				this.release.await();
			}
			catch (InterruptedException ex) {
				interrupted.set(true);
			}
		}).go(() -> 100, (step, waited, over) -> this.left.add(step));
		await().untilTrue(interrupted);
		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}

	@Test
	void goWhenThereIsNoThreadWalksOnTheCallers() {
		AtomicReference<Thread> thread = new AtomicReference<>();
		new Walk((task) -> {
			throw new RejectedExecutionException("all are stuck");
		}, 1, (step) -> thread.set(Thread.currentThread())).go(() -> 30_000,
				(step, waited, over) -> this.left.add(step));
		assertThat(thread).hasValue(Thread.currentThread());
		assertThat(this.left).isEmpty();
	}

	private void hang() {
		while (this.release.getCount() > 0) {
			try {
				this.release.await();
			}
			catch (InterruptedException ex) {
				// Hangs for good
			}
		}
	}

}
