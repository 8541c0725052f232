package io.github.gmr.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link Workers}.
 */
@Timeout(60)
class WorkersTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Duration SHORT = Duration.ofMillis(50);

	private static final int PARKED = 2;

	private static final int MAX = 12;

	private final CountDownLatch release = new CountDownLatch(1);

	private final Queue<Thread> stuck = new ConcurrentLinkedQueue<>();

	private final Workers workers = new Workers();

	@AfterEach
	void free() {
		this.release.countDown();
	}

	@Test
	void callWhenTaskReturnsReturnsItsResult() throws Exception {
		assertThat(this.workers.call(() -> "result", LONG)).isEqualTo("result");
		assertThat(this.workers.<Object>call(() -> null, LONG)).isNull();
	}

	@Test
	void callWhenTasksFollowOneAnotherStartsNoMoreWorkers() throws Exception {
		Set<String> names = new HashSet<>();
		for (int i = 0; i < 20_000; i++) {
			names.add(this.workers.call(() -> Thread.currentThread().getName(), LONG));
		}
		assertThat(names).isSubsetOf("gmr-worker-1", "gmr-worker-2");
	}

	@Test
	void callWhenTaskFailsTellsItsFailure() {
		IOException failure = new IOException("task");
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> this.workers.call(() -> {
			throw failure;
		}, LONG)).havingCause().isSameAs(failure);
	}

	@Test
	void callWhenTaskDiesOfErrorTellsTheError() {
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> this.workers.call(() -> {
			throw new NoClassDefFoundError("com/acme/Gone");
		}, LONG)).havingCause().isInstanceOf(NoClassDefFoundError.class);
	}

	@Test
	void callWhenTaskIsStuckTellsItsStackAndInterruptsIt() {
		CountDownLatch interrupted = new CountDownLatch(1);
		assertThatExceptionOfType(StuckException.class)
			.isThrownBy(() -> this.workers.call(() -> awaitInterrupt(interrupted), SHORT))
			.withMessage("no answer within 50 ms")
			.satisfies((ex) -> assertThat(ex.workerStack()).extracting(StackTraceElement::getMethodName)
				.contains("awaitInterrupt"));
		await().until(() -> interrupted.getCount() == 0);
	}

	@Test
	void callWhenWorkersAreStuckRunsOnReplacement() throws Exception {
		occupy(PARKED);
		assertThat(this.workers.call(() -> Thread.currentThread().getName(), LONG)).isEqualTo("gmr-worker-3");
	}

	@Test
	void callWhenAllWorkersAreStuckIsRejectedUntilOneIsFree() throws Exception {
		occupy(MAX);
		assertThatExceptionOfType(RejectedExecutionException.class)
			.isThrownBy(() -> this.workers.call(() -> "result", LONG))
			.withMessage("all 12 workers are stuck");
		this.release.countDown();
		await().until(() -> catchThrowable(() -> this.workers.call(() -> "result", LONG)) == null);
	}

	@Test
	void callUnlessStuckWhenSubjectIsStuckIsRejectedUntilItComesBack() throws Exception {
		Object subject = new Object();
		assertThatExceptionOfType(StuckException.class)
			.isThrownBy(() -> this.workers.callUnlessStuck(subject, this::awaitReleaseWhateverHappens, SHORT));
		assertThatExceptionOfType(RejectedExecutionException.class)
			.isThrownBy(() -> this.workers.callUnlessStuck(subject, () -> "result", LONG));
		assertThat(this.workers.callUnlessStuck(new Object(), () -> "other", LONG)).isEqualTo("other");
		this.release.countDown();
		await().until(() -> catchThrowable(() -> this.workers.callUnlessStuck(subject, () -> "result", LONG)) == null);
	}

	@Test
	void callUnlessStuckWhenSubjectIsOnlyBusyRunsBesideIt() throws Exception {
		Object subject = new Object();
		assertThat(this.workers.callUnlessStuck(subject,
				() -> this.workers.callUnlessStuck(subject, () -> "inner", LONG), LONG))
			.isEqualTo("inner");
	}

	@Test
	void areScarceWhenSectionsHaveTakenTheirShareIsTrue() {
		occupy(MAX - 5);
		assertThat(this.workers.areScarce()).isFalse();
		occupy(1);
		assertThat(this.workers.areScarce()).isTrue();
	}

	@Test
	void callWhenWorkersAreStuckKeepsTheirReplacement() throws Exception {
		occupy(PARKED + 1);
		Set<String> names = new HashSet<>();
		for (int i = 0; i < 100; i++) {
			names.add(this.workers.call(() -> Thread.currentThread().getName(), LONG));
		}
		assertThat(names).hasSize(1);
	}

	@Test
	void callWhenReplacementsAreFreeAgainEndsThem() {
		occupy(MAX);
		this.release.countDown();
		await().until(() -> {
			this.workers.call(() -> "result", LONG);
			return this.stuck.stream().filter(Thread::isAlive).count() == PARKED;
		});
		assertThat(this.stuck).hasSize(MAX);
	}

	@Test
	void callWhenNoTimeIsLeftEitherRunsTaskOrNeverWill() {
		AtomicInteger runs = new AtomicInteger();
		int begun = 0;
		for (int i = 0; i < 500; i++) {
			if (!(catchThrowable(() -> this.workers.call(runs::incrementAndGet,
					Duration.ZERO)) instanceof RejectedExecutionException)) {
				begun++;
			}
		}
		int expected = begun;
		await().untilAsserted(() -> assertThat(runs).hasValue(expected));
		assertThat(begun).isLessThan(500);
	}

	@Test
	void callWhenCallerIsInterruptedStopsTaskAndKeepsInterrupt() {
		CountDownLatch interrupted = new CountDownLatch(1);
		Thread caller = Thread.currentThread();
		Throwable thrown = catchThrowable(() -> this.workers.call(() -> {
			caller.interrupt();
			return awaitInterrupt(interrupted);
		}, LONG));
		assertThat(Thread.interrupted()).isTrue();
		assertThat(thrown).isInstanceOf(StuckException.class);
		await().until(() -> interrupted.getCount() == 0);
	}

	@Test
	void isWorkerTellsWorkersFromOtherThreads() throws Exception {
		assertThat(this.workers.isWorker()).isFalse();
		assertThat(this.workers.call(this.workers::isWorker, LONG)).isTrue();
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
