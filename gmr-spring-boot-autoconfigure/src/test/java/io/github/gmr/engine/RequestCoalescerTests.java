package io.github.gmr.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.github.gmr.ReportUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link RequestCoalescer}.
 */
@Timeout(60)
class RequestCoalescerTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Duration SHORT = Duration.ofMillis(50);

	private final List<Thread> threads = new CopyOnWriteArrayList<>();

	private final ExecutorService callers = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task);
		this.threads.add(thread);
		return thread;
	});

	private final CountDownLatch release = new CountDownLatch(1);

	private final RequestCoalescer<String> coalescer = new RequestCoalescer<>();

	private final AtomicInteger works = new AtomicInteger();

	@AfterEach
	void end() throws InterruptedException {
		this.release.countDown();
		this.callers.shutdownNow();
		assertThat(this.callers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void shareWhenNothingRunsDoesTheWork() {
		assertThat(share("a", LONG, RequestCoalescerTests::reasons)).isEqualTo("a");
	}

	@Test
	void shareWhenOneWaitsSharesItsResult() {
		CompletableFuture<String> running = occupy();
		List<CompletableFuture<String>> waiting = List.of(async("b"), async("c"), async("d"));
		awaitWaiting(4);
		this.release.countDown();
		assertThat(running.join()).isEqualTo("a");
		String shared = waiting.get(0).join();
		assertThat(shared.split(",")).containsExactlyInAnyOrder("b", "c", "d");
		assertThat(waiting).allSatisfy((result) -> assertThat(result.join()).isSameAs(shared));
		assertThat(this.works).hasValue(2);
	}

	@Test
	void shareWhenOneStillPreparesItselfSharesItsResult() {
		CompletableFuture<String> leader = CompletableFuture
			.supplyAsync(() -> this.coalescer.share(List.of(ReportRequest.of("test", "a")), LONG, (batch) -> {
				awaitRelease();
				return reasons(batch.close());
			}), this.callers);
		awaitWaiting(1);
		CompletableFuture<String> follower = async("b");
		awaitWaiting(2);
		this.release.countDown();
		assertThat(leader.join()).isEqualTo("a,b");
		assertThat(follower.join()).isEqualTo("a,b");
		assertThat(this.works).hasValue(0);
	}

	@Test
	void shareWhenWorkDoesNotCareWhoAsksSharesWithNobodyLater() {
		assertThat(this.coalescer.share(List.of(ReportRequest.of("test", "a")), LONG, (batch) -> "done"))
			.isEqualTo("done");
		assertThat(share("b", LONG, RequestCoalescerTests::reasons)).isEqualTo("b");
	}

	@Test
	void shareWhenOneRunsGetsTheNext() {
		CompletableFuture<String> running = occupy();
		CompletableFuture<String> late = async("b");
		awaitWaiting(2);
		assertThat(late).isNotDone();
		this.release.countDown();
		assertThat(running.join()).isEqualTo("a");
		assertThat(late.join()).isEqualTo("b");
	}

	@Test
	void shareWhenOneHasFinishedDoesTheWorkAnew() {
		assertThat(share("a", LONG, RequestCoalescerTests::reasons)).isEqualTo("a");
		assertThat(share("b", LONG, RequestCoalescerTests::reasons)).isEqualTo("b");
	}

	@Test
	void shareWhenWorkFailsTellsWhoLedAndWhoShared() {
		occupy();
		Function<List<ReportRequest>, String> failing = (requests) -> {
			throw new IllegalStateException("work");
		};
		CompletableFuture<String> leader = async("b", LONG, failing);
		awaitWaiting(2);
		CompletableFuture<String> follower = async("c", LONG, failing);
		awaitWaiting(3);
		this.release.countDown();
		assertThatExceptionOfType(CompletionException.class).isThrownBy(leader::join)
			.havingCause()
			.isInstanceOf(IllegalStateException.class)
			.withMessage("work");
		assertThatExceptionOfType(CompletionException.class).isThrownBy(follower::join)
			.havingCause()
			.isInstanceOf(ReportUnavailableException.class)
			.withMessageContaining("work");
		assertThat(share("d", LONG, RequestCoalescerTests::reasons)).isEqualTo("d");
	}

	@Test
	void shareWhenWorkDiesOfErrorLeavesTheWayFree() {
		assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> share("a", LONG, (requests) -> {
			throw new StackOverflowError();
		}));
		assertThat(share("b", LONG, RequestCoalescerTests::reasons)).isEqualTo("b");
	}

	@Test
	void shareWhenPatienceIsExceededFailsAndLaterCallersAreServed() {
		CompletableFuture<String> running = occupy();
		assertThatExceptionOfType(ReportUnavailableException.class)
			.isThrownBy(() -> share("b", SHORT, RequestCoalescerTests::reasons))
			.withMessage("another report is still being made");
		CompletableFuture<String> later = async("c");
		awaitWaiting(2);
		this.release.countDown();
		assertThat(running.join()).isEqualTo("a");
		assertThat(later.join()).as("without the one who gave up").isEqualTo("c");
	}

	@Test
	void shareWhenFollowerLosesPatienceFailsAlone() {
		occupy();
		CompletableFuture<String> leader = async("b");
		awaitWaiting(2);
		assertThatExceptionOfType(ReportUnavailableException.class)
			.isThrownBy(() -> share("c", SHORT, RequestCoalescerTests::reasons));
		assertThat(leader).isNotDone();
		this.release.countDown();
		assertThat(leader.join()).isEqualTo("b,c");
	}

	@Test
	void shareWhenCallerIsInterruptedFailsAndKeepsInterrupt() {
		occupy();
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(ReportUnavailableException.class)
			.isThrownBy(() -> share("b", LONG, RequestCoalescerTests::reasons))
			.withMessageStartingWith("interrupted");
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void shareWhenManyAskCountsThemAll() {
		List<ReportRequest> requests = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			requests.add(ReportRequest.of("test", "r" + i));
		}
		assertThat(this.coalescer.share(requests, LONG, (batch) -> {
			List<ReportRequest> merged = batch.close();
			assertThat(merged).hasSize(100);
			assertThat(merged.stream().mapToLong(ReportRequest::count).sum()).isEqualTo(1000);
			return "done";
		})).isEqualTo("done");
	}

	@Test
	void aloneWhenOneRunsWaitsForIt() {
		CompletableFuture<String> running = occupy();
		CompletableFuture<Boolean> alone = CompletableFuture
			.supplyAsync(() -> this.coalescer.alone(LONG, running::isDone), this.callers);
		awaitWaiting(2);
		assertThat(alone).isNotDone();
		this.release.countDown();
		alone.join();
		assertThat(this.works).hasValue(1);
	}

	@Test
	void aloneWhenPatienceIsExceededFails() {
		occupy();
		assertThatExceptionOfType(ReportUnavailableException.class)
			.isThrownBy(() -> this.coalescer.alone(SHORT, () -> "work"));
	}

	@Test
	void aloneWhenWorkFailsLeavesTheWayFree() {
		assertThatIllegalStateException().isThrownBy(() -> this.coalescer.alone(LONG, () -> {
			throw new IllegalStateException("work");
		}));
		assertThat(CompletableFuture.supplyAsync(() -> this.coalescer.alone(LONG, () -> "work"), this.callers).join())
			.isEqualTo("work");
	}

	/**
	 * Let a caller do work that does not end before it is released.
	 */
	private CompletableFuture<String> occupy() {
		CountDownLatch begun = new CountDownLatch(1);
		CompletableFuture<String> running = async("a", LONG, (requests) -> {
			begun.countDown();
			awaitRelease();
			return reasons(requests);
		});
		await().until(() -> begun.getCount() == 0);
		return running;
	}

	private void awaitRelease() {
		try {
			assertThat(this.release.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Wait until every caller is either at work or waits for others.
	 */
	private void awaitWaiting(int callers) {
		await().until(() -> this.threads.size() >= callers
				&& this.threads.stream().allMatch((thread) -> thread.getState() == Thread.State.TIMED_WAITING));
	}

	private CompletableFuture<String> async(String reason) {
		return async(reason, LONG, RequestCoalescerTests::reasons);
	}

	private CompletableFuture<String> async(String reason, Duration patience,
			Function<List<ReportRequest>, String> work) {
		return CompletableFuture.supplyAsync(() -> share(reason, patience, work), this.callers);
	}

	private String share(String reason, Duration patience, Function<List<ReportRequest>, String> work) {
		return this.coalescer.share(List.of(ReportRequest.of("test", reason)), patience, (batch) -> {
			this.works.incrementAndGet();
			return work.apply(batch.close());
		});
	}

	private static String reasons(List<ReportRequest> requests) {
		return String.join(",", requests.stream().map(ReportRequest::reason).toList());
	}

}
