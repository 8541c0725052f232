package io.github.gmr.worker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.github.gmr.worker.Outcome.Busy;
import io.github.gmr.worker.Outcome.Done;
import io.github.gmr.worker.Outcome.Failed;
import io.github.gmr.worker.Outcome.NoWorker;
import io.github.gmr.worker.Outcome.TimedOut;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link CallSeries}.
 */
@Timeout(60)
class CallSeriesTests {

	private static final Duration LONG = Duration.ofSeconds(60);

	private static final Duration LONG_ENOUGH_FOR_ALL = Duration.ofMillis(700);

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final Workers workers = new Workers(this.executor);

	private final CountDownLatch release = new CountDownLatch(1);

	private final List<String> called = new CopyOnWriteArrayList<>();

	@AfterEach
	void endThreads() {
		this.release.countDown();
		this.executor.shutdownNow();
	}

	@Test
	void attemptEachWhenAllComeBackCallsEachOnceInOrderOnOneThread() {
		List<Outcome<Thread>> outcomes = this.workers.attemptEach(List.of("a", "b", "c"), (subject) -> {
			this.called.add(subject);
			return Thread.currentThread();
		}, LONG);
		assertThat(this.called).containsExactly("a", "b", "c");
		assertThat(outcomes).allSatisfy((outcome) -> assertThat(outcome).isEqualTo(outcomes.get(0)));
		assertThat(outcomes.get(0).orElse(Thread.currentThread())).isNotSameAs(Thread.currentThread());
	}

	@Test
	void attemptEachWhenThereAreThousandsNeedsOneThreadOnce() {
		AtomicInteger handedOver = new AtomicInteger();
		Workers counting = new Workers((task) -> {
			handedOver.incrementAndGet();
			this.executor.execute(task);
		});
		List<Integer> subjects = IntStream.range(0, 20_000).boxed().toList();
		List<Outcome<Integer>> outcomes = counting.attemptEach(subjects, (subject) -> subject, LONG);
		assertThat(outcomes).hasSize(20_000).last().isEqualTo(new Done<>(19_999));
		assertThat(handedOver).hasValue(1);
	}

	@Test
	void attemptEachWhenOneFailsHasItsFailureAndTheOthers() {
		IllegalStateException failure = new IllegalStateException("b");
		assertThat(this.workers.attemptEach(List.of("a", "b", "c"), (subject) -> {
			if (subject.equals("b")) {
				throw failure;
			}
			return subject;
		}, LONG)).containsExactly(new Done<>("a"), new Failed<>(failure), new Done<>("c"));
	}

	@Test
	void attemptEachWhenSomeHangLeavesThemAloneBehind() {
		List<Outcome<String>> outcomes = attempt(List.of("a", "hang-1", "b", "hang-2"), Duration.ofMillis(600));
		assertThat(outcomes.get(0)).isEqualTo(new Done<>("a"));
		assertThat(outcomes.get(2)).isEqualTo(new Done<>("b"));
		assertThat(List.of(outcomes.get(1), outcomes.get(3)))
			.allSatisfy((outcome) -> assertThat(outcome).isInstanceOfSatisfying(TimedOut.class,
					(timedOut) -> assertThat(timedOut.stack()).extracting("methodName").contains("hang")));
		assertThat(outcomes.get(1).reason()).isEqualTo("no answer within 200 ms");
		assertThat(this.called).containsExactly("a", "b");
	}

	@Test
	void attemptEachWhenOneStillHangsDoesNotCallItAgain() {
		List<String> subjects = List.of("hang", "a");
		attempt(subjects, Duration.ofMillis(200));
		List<Outcome<String>> outcomes = attempt(subjects, LONG);
		assertThat(outcomes.get(0)).isInstanceOf(Busy.class);
		assertThat(outcomes.get(1)).isEqualTo(new Done<>("a"));
		this.release.countDown();
		await().until(() -> !this.workers.isBusy(subjects.get(0)));
		assertThat(attempt(subjects, LONG)).containsExactly(new Done<>("hang"), new Done<>("a"));
	}

	@Test
	void attemptEachWhenTimeForThoseThatHangIsUsedUpGivesUpTheRest() {
		List<String> subjects = List.of("a", "hang-1", "b", "hang-2", "c");
		List<Outcome<String>> outcomes = attempt(subjects, Duration.ofMillis(110));
		assertThat(outcomes).extracting(Outcome::reason)
			.containsExactly("done", "no answer within 100 ms", "done", "no answer within 100 ms",
					"others do not answer");
		assertThat(this.called).containsExactly("a", "b");
	}

	@Test
	void attemptEachWhenManyHangLeavesFewBehindHoweverOftenItIsCalled() {
		List<String> subjects = IntStream.range(0, 20).mapToObj((i) -> "hang-" + i).toList();
		for (int i = 0; i < 3; i++) {
			List<Outcome<String>> outcomes = attempt(subjects, LONG_ENOUGH_FOR_ALL);
			assertThat(outcomes.subList(CallSeries.MAX_HANGING, subjects.size())).extracting(Outcome::reason)
				.containsOnly("others do not answer");
		}
		assertThat(subjects.stream().filter(this.workers::isBusy)).hasSize(CallSeries.MAX_HANGING);
	}

	@Test
	void attemptEachWhenThoseThatHangComeBackIfInterruptedAsksAll() {
		List<Integer> subjects = IntStream.rangeClosed(0, 7).boxed().toList();
		assertThat(this.workers.attemptEach(subjects, (subject) -> {
			if (subject < 7) {
				awaitInterruptibly();
			}
			return subject;
		}, Duration.ofSeconds(3))).last().isEqualTo(new Done<>(7));
	}

	@Test
	void attemptEachWhenCallsAreSlowWithinLimitReturnsWhatThereIsInTime() {
		List<Integer> subjects = IntStream.range(0, 1000).boxed().toList();
		Outcome<List<Outcome<Integer>>> outcome = this.workers.attempt(new Object(),
				() -> this.workers.attemptEach(subjects, this::answerSlowly, LONG), Duration.ofMillis(500));
		assertThat(outcome).isInstanceOfSatisfying(Done.class, (done) -> {
			List<?> outcomes = (List<?>) done.value();
			assertThat(outcomes.get(0)).isEqualTo(new Done<>(0));
			assertThat(outcomes.get(999)).isEqualTo(new NoWorker<>("no time left"));
		});
	}

	@Test
	void attemptEachWhenOneHangsWithinLimitReturnsInTime() {
		List<String> subjects = List.of("a", "hang", "b");
		Outcome<List<Outcome<String>>> outcome = this.workers.attempt(new Object(), () -> attempt(subjects, LONG),
				Duration.ofSeconds(1));
		assertThat(outcome).isInstanceOfSatisfying(Done.class,
				(done) -> assertThat((List<?>) done.value()).element(2).isEqualTo(new Done<>("b")));
	}

	@Test
	void attemptEachTellsSubjectsByWhatStandsForThem() {
		Object subject = new Object();
		for (int i = 0; i < 3; i++) {
			this.workers.attemptEach(List.of("hang-" + i), (thing) -> subject, (thing) -> {
				hang();
				return thing;
			}, Duration.ofMillis(100));
			assertThat(this.workers.isBusy(subject)).isTrue();
		}
		this.release.countDown();
		await().until(() -> !this.workers.isBusy(subject));
	}

	@Test
	void attemptEachWhenMessageOfExceptionHangsLeavesItBehind() {
		assertThat(this.workers.attemptEach(List.of("a", "b"), (subject) -> {
			if (subject.equals("a")) {
				throw new IllegalStateException() {

					@Override
					public String getMessage() {
						hang();
						return "a";
					}

				};
			}
			return subject;
		}, Duration.ofMillis(300))).satisfiesExactly((outcome) -> assertThat(outcome).isInstanceOf(TimedOut.class),
				(outcome) -> assertThat(outcome).isEqualTo(new Done<>("b")));
	}

	@Test
	void attemptEachWhenOneHangsInterruptsItsThreadAlone() {
		AtomicBoolean interrupted = new AtomicBoolean();
		this.workers.attemptEach(List.of("hang"), (subject) -> {
			try {
				this.release.await();
			}
			catch (InterruptedException ex) {
				interrupted.set(true);
			}
			return subject;
		}, Duration.ofMillis(100));
		await().untilTrue(interrupted);
		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}

	@Test
	void attemptEachWhenThereIsNoThreadCallsOnTheCallers() {
		AtomicReference<Thread> thread = new AtomicReference<>();
		Workers rejecting = new Workers((task) -> {
			throw new RejectedExecutionException("all are stuck");
		});
		assertThat(rejecting.attemptEach(List.of("a"), (subject) -> {
			thread.set(Thread.currentThread());
			return subject;
		}, LONG)).containsExactly(new Done<>("a"));
		assertThat(thread).hasValue(Thread.currentThread());
	}

	private List<Outcome<String>> attempt(List<String> subjects, Duration limit) {
		return this.workers.attemptEach(subjects, (subject) -> {
			if (subject.startsWith("hang")) {
				hang();
			}
			this.called.add(subject);
			return subject;
		}, limit);
	}

	private Integer answerSlowly(Integer subject) {
		awaitAtMost(Duration.ofMillis(5));
		return subject;
	}

	private void awaitInterruptibly() {
		if (!awaitAtMost(LONG)) {
			throw new IllegalStateException("interrupted");
		}
	}

	private boolean awaitAtMost(Duration time) {
		try {
			return this.release.await(time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			return false;
		}
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
