package io.github.gmr.worker;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

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
 * Tests for {@link Workers}.
 */
@Timeout(60)
class WorkersTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Duration SHORT = Duration.ofMillis(50);

	private static final int PARKED = 2;

	private static final int MAX = 32;

	private final CountDownLatch release = new CountDownLatch(1);

	private final Queue<Thread> stuck = new ConcurrentLinkedQueue<>();

	private final WorkerThreads threads = new WorkerThreads();

	private final Workers workers = new Workers(this.threads);

	@AfterEach
	void free() {
		this.release.countDown();
	}

	@Test
	void attemptWhenTaskReturnsIsDone() {
		assertThat(attempt(() -> "result", LONG)).isEqualTo(new Done<>("result"));
		assertThat(attempt(() -> null, LONG)).isEqualTo(new Done<>(null));
	}

	@Test
	void attemptWhenTasksFollowOneAnotherStartsNoMoreWorkers() {
		Set<Object> names = new HashSet<>();
		for (int i = 0; i < 20_000; i++) {
			names.add(attempt(() -> Thread.currentThread().getName(), LONG).orElse("none"));
		}
		assertThat(names).isSubsetOf("gmr-worker-1", "gmr-worker-2");
	}

	@Test
	void attemptWhenTaskFailsHasItsFailure() {
		IOException failure = new IOException("task");
		assertThat(attempt(() -> {
			throw failure;
		}, LONG)).isEqualTo(new Failed<>(failure));
	}

	@Test
	void attemptWhenTaskDiesOfErrorHasTheError() {
		assertThat(attempt(() -> {
			throw new NoClassDefFoundError("com/acme/Gone");
		}, LONG)).isInstanceOfSatisfying(Failed.class,
				(failed) -> assertThat(failed.cause()).isInstanceOf(NoClassDefFoundError.class));
	}

	@Test
	void attemptWhenTaskIsStuckHasItsStackAndInterruptsIt() {
		CountDownLatch interrupted = new CountDownLatch(1);
		Outcome<String> outcome = attempt(() -> awaitInterrupt(interrupted), SHORT);
		assertThat(outcome).isInstanceOfSatisfying(TimedOut.class,
				(timedOut) -> assertThat(timedOut.stack()).extracting("methodName").contains("awaitInterrupt"));
		assertThat(outcome.reason()).isEqualTo("no answer within 50 ms");
		await().until(() -> interrupted.getCount() == 0);
	}

	@Test
	void attemptWhenWorkersAreStuckRunsOnReplacement() {
		occupy(PARKED);
		assertThat(attempt(() -> Thread.currentThread().getName(), LONG)).isEqualTo(new Done<>("gmr-worker-3"));
	}

	@Test
	void attemptWhenAllWorkersAreStuckHasNoneUntilOneIsFree() {
		occupy(MAX);
		assertThat(attempt(() -> "result", LONG)).isEqualTo(new NoWorker<>("all 32 workers are stuck"));
		this.release.countDown();
		await().until(() -> attempt(() -> "result", LONG) instanceof Done);
	}

	@Test
	void attemptWhenSubjectIsLeftBehindIsBusyUntilItComesBack() {
		Object subject = new Object();
		assertThat(this.workers.attempt(subject, this::awaitReleaseWhateverHappens, SHORT))
			.isInstanceOf(TimedOut.class);
		assertThat(this.workers.isBusy(subject)).isTrue();
		assertThat(this.workers.attempt(subject, () -> "result", LONG)).isInstanceOfSatisfying(Busy.class,
				(busy) -> assertThat(busy.stack()).extracting("methodName").contains("awaitReleaseWhateverHappens"));
		assertThat(this.workers.attempt(new Object(), () -> "other", LONG)).isEqualTo(new Done<>("other"));
		this.release.countDown();
		await().until(() -> this.workers.attempt(subject, () -> "result", LONG) instanceof Done);
		assertThat(this.workers.isBusy(subject)).isFalse();
	}

	@Test
	void attemptWhenSubjectComesBackForgetsIt() {
		WeakReference<Object> subject = new WeakReference<>(new Object());
		this.workers.attempt(Objects.requireNonNull(subject.get()), this::awaitReleaseWhateverHappens, SHORT);
		this.release.countDown();
		await().until(() -> {
			System.gc();
			return subject.get() == null;
		});
	}

	@Test
	void attemptWhenSubjectIsOnlyRunningRunsBesideIt() {
		Object subject = new Object();
		assertThat(this.workers.attempt(subject, () -> this.workers.attempt(subject, () -> "inner", LONG), LONG))
			.isEqualTo(new Done<>(new Done<>("inner")));
	}

	@Test
	void attemptRunsTaskWithClassLoaderOfItsCaller() throws IOException {
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		try (URLClassLoader application = new URLClassLoader(new URL[0])) {
			Thread.currentThread().setContextClassLoader(application);
			assertThat(attempt(() -> Thread.currentThread().getContextClassLoader(), LONG))
				.isEqualTo(new Done<>(application));
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	@Test
	void areScarceWhenSectionsHaveTakenTheirShareIsTrue() {
		occupy(MAX - 5);
		assertThat(this.threads.areScarce()).isFalse();
		occupy(1);
		assertThat(this.threads.areScarce()).isTrue();
	}

	@Test
	void attemptWhenWorkersAreStuckKeepsTheirReplacement() {
		occupy(PARKED + 1);
		Set<Object> names = new HashSet<>();
		for (int i = 0; i < 100; i++) {
			names.add(attempt(() -> Thread.currentThread().getName(), LONG));
		}
		assertThat(names).hasSize(1);
	}

	@Test
	void attemptWhenReplacementsAreFreeAgainEndsThem() {
		occupy(MAX);
		this.release.countDown();
		await().until(() -> {
			attempt(() -> "result", LONG);
			return this.stuck.stream().filter(Thread::isAlive).count() == PARKED;
		});
		assertThat(this.stuck).hasSize(MAX);
	}

	@Test
	void attemptWhenNoTimeIsLeftEitherRunsTaskOrNeverWill() {
		AtomicInteger runs = new AtomicInteger();
		int begun = 0;
		for (int i = 0; i < 500; i++) {
			if (!(attempt(runs::incrementAndGet, Duration.ZERO) instanceof NoWorker)) {
				begun++;
			}
		}
		int expected = begun;
		await().untilAsserted(() -> assertThat(runs).hasValue(expected));
		assertThat(begun).isLessThan(500);
	}

	@Test
	void attemptWhenCallerIsInterruptedStopsTaskAndKeepsInterrupt() {
		CountDownLatch interrupted = new CountDownLatch(1);
		Thread caller = Thread.currentThread();
		Outcome<String> outcome = attempt(() -> {
			caller.interrupt();
			return awaitInterrupt(interrupted);
		}, LONG);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(outcome).isInstanceOf(TimedOut.class);
		await().until(() -> interrupted.getCount() == 0);
	}

	@Test
	void attemptWithinAnotherIsLeftBehindBeforeThatIs() {
		Outcome<Outcome<String>> outcome = attempt(() -> attempt(() -> awaitInterrupt(new CountDownLatch(1)), LONG),
				Duration.ofSeconds(2));
		assertThat(outcome).isInstanceOfSatisfying(Done.class,
				(done) -> assertThat(done.value()).isInstanceOfSatisfying(TimedOut.class,
						(inner) -> assertThat(inner.limit()).isBetween(SHORT, Duration.ofMillis(1800))));
	}

	@Test
	void attemptAfterAnotherHasItsOwnLimitAgain() {
		attempt(() -> attempt(() -> "inner", SHORT), SHORT);
		assertThat(attempt(() -> awaitInterrupt(new CountDownLatch(1)), Duration.ofMillis(300))).isInstanceOfSatisfying(
				TimedOut.class, (timedOut) -> assertThat(timedOut.limit()).isEqualTo(Duration.ofMillis(300)));
	}

	@Test
	void attemptWhenMessageOfExceptionHangsIsTimedOut() {
		assertThat(attempt(() -> {
			throw new IllegalStateException() {

				@Override
				public String getMessage() {
					return awaitReleaseWhateverHappens();
				}

			};
		}, SHORT)).isInstanceOf(TimedOut.class);
	}

	@Test
	void attemptWhenWorkersHaveEndedLeavesNoThread() throws InterruptedException {
		this.threads.start();
		this.threads.end();
		Outcome<Thread> thread = attempt(Thread::currentThread, LONG);
		assertThat(thread).isInstanceOf(Done.class);
		thread.orElse(Thread.currentThread()).join();
		this.threads.start();
		Thread next = attempt(Thread::currentThread, LONG).orElse(Thread.currentThread());
		assertThat(attempt(Thread::currentThread, LONG).orElse(Thread.currentThread()).isAlive()).isTrue();
		assertThat(next.isAlive()).isTrue();
		this.threads.end();
	}

	@Test
	void isWorkerIsTrueForWorkersOnly() {
		assertThat(this.threads.isWorker()).isFalse();
		assertThat(attempt(this.threads::isWorker, LONG)).isEqualTo(new Done<>(true));
	}

	private <T> Outcome<T> attempt(Callable<T> task, Duration limit) {
		return this.workers.attempt(new Object(), task, limit);
	}

	private void occupy(int more) {
		int count = this.stuck.size() + more;
		for (int i = 0; i < more; i++) {
			this.workers.execute(() -> {
				this.stuck.add(Thread.currentThread());
				awaitRelease();
			});
		}
		await().until(() -> this.stuck.size() == count);
	}

	private void awaitRelease() {
		try {
			this.release.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String awaitReleaseWhateverHappens() {
		while (this.release.getCount() > 0) {
			LockSupport.parkNanos(1_000_000);
			Thread.interrupted();
		}
		return "released";
	}

	private String awaitInterrupt(CountDownLatch interrupted) {
		try {
			this.release.await();
			return "released";
		}
		catch (InterruptedException ex) {
			interrupted.countDown();
			return "interrupted";
		}
	}

}
