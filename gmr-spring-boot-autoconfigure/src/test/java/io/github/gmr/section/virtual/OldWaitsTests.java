package io.github.gmr.section.virtual;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Finding;
import io.github.gmr.content.Finding.Severity;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.VirtualThreadFacts;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.ThreadActivities;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OldWaits}.
 */
class OldWaitsTests {

	private static final String OWN = "com.acme.Orders.reserve(Orders.java:41)";

	private static final List<String> PARKED = List.of("java.lang.VirtualThread.park(VirtualThread.java:738)",
			"java.util.concurrent.locks.LockSupport.park(LockSupport.java:369)");

	private static final List<String> SEMAPHORE = List.of(
			"java.util.concurrent.locks.AbstractQueuedSynchronizer.acquire(AbstractQueuedSynchronizer.java:754)",
			"java.util.concurrent.Semaphore.acquire(Semaphore.java:318)");

	private static final List<String> LOCK = List.of(
			"java.util.concurrent.locks.AbstractQueuedSynchronizer.acquire(AbstractQueuedSynchronizer.java:754)",
			"java.util.concurrent.locks.ReentrantLock.lock(ReentrantLock.java:322)");

	private static final List<String> TAKE = List.of(
			"java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.await(AbstractQueuedSynchronizer.java:1754)",
			"java.util.concurrent.LinkedBlockingQueue.take(LinkedBlockingQueue.java:435)");

	private final List<StackGroup> stacks = new ArrayList<>();

	private final Map<Long, Duration> ages = new HashMap<>();

	private long next = 30;

	@Test
	void checkWhenManyWaitForPermitsAndNoneIsYoungTellsThem() {
		add(120, 100, 55, SEMAPHORE);
		add(380, 100, 70, SEMAPHORE);
		assertThat(findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.INFO);
			assertThat(finding.summary()).isEqualTo("500 virtual threads wait for a permit of a Semaphore, at " + OWN
					+ "; each of 200 has been there for 55 s");
			assertThat(finding.details().place()).containsExactly(OWN);
			assertThat(finding.details().threads()).hasSize(200);
		});
	}

	@Test
	void checkWhenOneHasJustComeIsFine() {
		add(499, 100, 70, SEMAPHORE);
		add(1, 1, 2, SEMAPHORE);
		assertThat(findings()).isEmpty();
	}

	@Test
	void checkWhenFewWaitForPermitsIsFine() {
		add(3, 3, 70, SEMAPHORE);
		assertThat(findings()).isEmpty();
	}

	@Test
	void checkWhenConsumersAreIdleIsFine() {
		add(100, 100, 4000, TAKE);
		assertThat(findings()).isEmpty();
	}

	@Test
	void checkWhenOneWaitsForALockTellsIt() {
		add(1, 1, 31, LOCK);
		assertThat(findings()).extracting(Finding::summary)
			.containsExactly("1 virtual thread waits for a lock, at " + OWN + "; it has been there for 31 s");
	}

	private List<Finding> findings() {
		return new OldWaits(this.stacks, new ThreadActivities(this.stacks, new ApplicationCode(List.of("com.acme"))),
				this.ages::get, Duration.ofSeconds(30))
			.check()
			.findings();
	}

	private void add(int size, int known, int age, List<String> wait) {
		List<ThreadEntry> threads = new ArrayList<>();
		for (int i = 0; i < known; i++) {
			this.ages.put(this.next, Duration.ofSeconds(age));
			threads.add(new ThreadEntry(this.next++, "", new VirtualThreadFacts(null, null), List.of()));
		}
		List<String> frames = new ArrayList<>(PARKED);
		frames.addAll(wait);
		frames.add(OWN);
		this.stacks.add(new StackGroup("WAITING", size, threads, frames, false));
	}

}
