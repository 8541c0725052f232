package io.github.gmr.section.lock;

import java.util.List;

import io.github.gmr.content.Check;
import io.github.gmr.content.Finding;
import io.github.gmr.content.thread.LockId;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadLock.Owner;
import io.github.gmr.content.thread.VirtualThreadFacts;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.ThreadActivities;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LockOwners}.
 */
class LockOwnersTests {

	private static final LockId LOCK = new LockId("java.util.concurrent.locks.ReentrantLock$NonfairSync", 7);

	private static final List<String> BETWEEN_TASKS = List.of("jdk.internal.misc.Unsafe.park(Native Method)",
			"java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.await(A.java:1)",
			"java.util.concurrent.LinkedBlockingQueue.take(L.java:1)",
			"java.util.concurrent.ThreadPoolExecutor.getTask(T.java:1)",
			"java.util.concurrent.ThreadPoolExecutor.runWorker(T.java:2)", "java.lang.Thread.run(Thread.java:1)");

	private final LockOwners owners = new LockOwners(List.of(awaiting(1), awaiting(2)), "Threads");

	@Test
	void goneWhenOwnerDoesNotLiveIsCritical() {
		Check.Result result = this.owners.gone((id) -> id != 9);
		assertThat(result.findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Finding.Severity.CRITICAL);
			assertThat(finding.id()).isEqualTo("lock-owner-gone");
			assertThat(finding.summary()).isEqualTo("2 threads wait for <0x0000000000000007> "
					+ "(a java.util.concurrent.locks.ReentrantLock$NonfairSync), and \"owner\" #9, which holds it, has ended");
		});
	}

	@Test
	void goneWhenOwnerLivesIsFine() {
		assertThat(this.owners.gone((id) -> true)).isEqualTo(LockOwners.GONE.fine());
	}

	@Test
	void idleWhenOwnerIsBetweenTasksIsWarning() {
		assertThat(this.owners.idle(activities(BETWEEN_TASKS)).findings()).singleElement()
			.extracting(Finding::summary)
			.asString()
			.endsWith("\"owner\" #9, which holds it, waits for its next task");
	}

	@Test
	void idleWhenOwnerWaitsForWorkInItsOwnCodeIsFine() {
		assertThat(this.owners.idle(activities(List.of("sun.nio.ch.Net.accept(Native Method)",
				"sun.nio.ch.NioSocketImpl.accept(N.java:1)", "com.acme.Server.accept(Server.java:3)"))))
			.isEqualTo(LockOwners.IDLE.fine());
	}

	@Test
	void idleWhenOwnerIsNotInDumpIsFine() {
		assertThat(this.owners.idle(new ThreadActivities(List.of(), new ApplicationCode(List.of()))))
			.isEqualTo(LockOwners.IDLE.fine());
	}

	private static LockWait awaiting(long waiter) {
		return new LockWait(new Owner(waiter, "waiter"), LOCK, new Owner(9, "owner"));
	}

	private static ThreadActivities activities(List<String> frames) {
		ThreadEntry owner = new ThreadEntry(9, "owner", new VirtualThreadFacts(null, null), List.of());
		return new ThreadActivities(List.of(new StackGroup("WAITING (parking)", 1, List.of(owner), frames, false)),
				new ApplicationCode(List.of("com.acme")));
	}

}
