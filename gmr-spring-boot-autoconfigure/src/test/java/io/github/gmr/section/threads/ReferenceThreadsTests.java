package io.github.gmr.section.threads;

import java.lang.management.ThreadInfo;
import java.lang.ref.Cleaner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.github.gmr.content.Finding;
import io.github.gmr.content.Finding.Severity;
import io.github.gmr.content.Threads;
import io.github.gmr.section.activity.Stacks;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/**
 * Tests for {@link ReferenceThreads}.
 */
class ReferenceThreadsTests {

	private static final String FINALIZER = "java.lang.ref.Finalizer$FinalizerThread.run";

	private static final String CLEANER = "jdk.internal.ref.CleanerImpl.run";

	private final Map<Long, ThreadInfo> later = new HashMap<>();

	private int pending;

	@ParameterizedTest
	@CsvSource({ "0, INFO", "41, WARNING" })
	void checkWhenFinalizerStandsInCodeOfApplicationHasFinding(int pending, Severity severity) throws Exception {
		this.pending = pending;
		List<Finding> findings = findings(lasting("java.lang.Object.wait", "com.acme.Leaky.finalize", FINALIZER));
		assertThat(findings).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(severity);
			assertThat(finding.summary())
				.isEqualTo("\"thread-7\" #7, which cleans up after objects that are not used any "
						+ "more, stands at com.acme.Leaky.finalize(Leaky.java:41): %d objects wait for it"
							.formatted(pending));
		});
	}

	@ParameterizedTest
	@CsvSource({ "WAITING, WARNING", "BLOCKED, WARNING", "TIMED_WAITING, INFO", "RUNNABLE, INFO" })
	void checkWhenCleanerStandsInCodeOfApplicationHasFinding(Thread.State state, Severity severity) throws Exception {
		ThreadInfo thread = lasting("java.lang.Object.wait", "com.acme.Leaky.clean", CLEANER, "java.lang.Thread.run");
		given(thread.getThreadState()).willReturn(state);
		assertThat(findings(thread)).singleElement().extracting(Finding::severity).isEqualTo(severity);
	}

	@Test
	void checkWhenNothingIsToBeCleanedHasNoFinding() throws Exception {
		assertThat(findings(lasting("java.lang.ref.ReferenceQueue.remove", FINALIZER),
				lasting("java.lang.ref.ReferenceQueue.remove", CLEANER, "java.lang.Thread.run")))
			.isEmpty();
	}

	@Test
	void checkWhenOtherThreadWaitsHasNoFinding() throws Exception {
		assertThat(findings(lasting("java.lang.Object.wait", "com.acme.Leaky.finalize", "java.lang.Thread.run")))
			.isEmpty();
	}

	@Test
	void checkWhenFinalizerWorksHasNoFinding() throws Exception {
		ThreadInfo thread = Stacks.thread(7, "com.acme.Leaky.finalize", FINALIZER);
		this.later.put(7L, Stacks.thread(7, "com.acme.Other.finalize", FINALIZER));
		assertThat(findings(thread)).isEmpty();
		this.later.put(7L, Stacks.thread(7, "com.acme.Leaky.finalize", FINALIZER));
		given(this.later.get(7L).getWaitedCount()).willReturn(1L);
		assertThat(findings(thread)).isEmpty();
		this.later.clear();
		assertThat(findings(thread)).isEmpty();
	}

	@Test
	void contentWhenCleanerIsStuckHasFinding() throws Exception {
		CountDownLatch end = new CountDownLatch(1);
		Cleaner.create().register(new Object(), () -> awaitQuietly(end));
		try {
			Awaitility.await().untilAsserted(() -> {
				System.gc();
				assertThat(((Threads) new ThreadsSection(ThreadsOptions.DEFAULT).content()).summary().values().values())
					.filteredOn(Finding.class::isInstance)
					.extracting((finding) -> ((Finding) finding).id())
					.contains("finalizer-stuck");
			});
		}
		finally {
			end.countDown();
		}
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private ThreadInfo lasting(String... frames) {
		ThreadInfo thread = Stacks.thread(7, frames);
		this.later.put(7L, thread);
		return thread;
	}

	private List<Finding> findings(ThreadInfo... threads) throws Exception {
		return new ReferenceThreads(this.later::get, () -> this.pending).check(List.of(threads)).findings();
	}

}
