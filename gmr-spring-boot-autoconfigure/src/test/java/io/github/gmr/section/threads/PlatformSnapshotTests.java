package io.github.gmr.section.threads;

import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

import io.github.gmr.section.pulse.Pulses;
import io.github.gmr.section.pulse.ThreadCounters;
import io.github.gmr.section.pulse.ThreadHistory;
import io.github.gmr.section.scope.Progress;
import io.github.gmr.section.scope.SecondLook;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PlatformSnapshot}.
 */
class PlatformSnapshotTests {

	/**
	 * To know them the JVM would walk the heap within the stop for the dump, which no log
	 * tells.
	 */
	@Test
	void takeDoesNotLookForLocksThatNobodyWaitsFor() throws InterruptedException {
		ReentrantLock lock = new ReentrantLock();
		lock.lock();
		try {
			ThreadInfo holder = PlatformSnapshot.take(1, Duration.ZERO, new ThreadHistory(ThreadCounters.ofJvm()))
				.thread(Thread.currentThread().getId());
			assertThat(holder).isNotNull();
			assertThat(holder.getLockedSynchronizers()).isEmpty();
		}
		finally {
			lock.unlock();
		}
	}

	@Test
	void againWhenThreadStandsStillHasNotMovedIt() throws Exception {
		CountDownLatch end = new CountDownLatch(1);
		Thread stands = start(end::await);
		try {
			SecondLook look = look(stands, Thread.State.WAITING);
			assertThat(look.seen()).containsExactly(stands.getId());
			assertThat(look.moved()).isEmpty();
			assertThat(look.isMovedAny(Set.of(stands.getId()))).isFalse();
			assertThat(look.areMovedMost(Set.of(stands.getId()))).isFalse();
		}
		finally {
			end.countDown();
			stands.join();
		}
	}

	@Test
	void againWhenThreadWaitsAgainAndAgainHasMovedIt() throws Exception {
		Thread moves = start(() -> {
			while (true) {
				Thread.sleep(5);
			}
		});
		try {
			SecondLook look = look(moves, Thread.State.TIMED_WAITING);
			assertThat(look.isMovedAny(Set.of(moves.getId()))).isTrue();
			assertThat(look.areMovedMost(Set.of(moves.getId()))).isTrue();
		}
		finally {
			moves.interrupt();
			moves.join();
		}
	}

	@Test
	void againWhenThreadHasEndedHasMovedIt() throws Exception {
		CountDownLatch end = new CountDownLatch(1);
		Thread ends = start(end::await);
		Awaitility.await().until(ends::getState, Thread.State.WAITING::equals);
		PlatformSnapshot snapshot = snapshot();
		end.countDown();
		ends.join();
		assertThat(snapshot.again(List.of(ends.getId())).moved()).containsExactly(ends.getId());
	}

	@Test
	void againWhenThereAreManyThreadsLooksAtSome() throws Exception {
		CountDownLatch end = new CountDownLatch(1);
		List<Thread> many = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			many.add(start(end::await));
		}
		try {
			List<Long> ids = many.stream().map(Thread::getId).toList();
			assertThat(snapshot().again(ids).seen()).hasSize(64).isSubsetOf(ids);
		}
		finally {
			end.countDown();
		}
	}

	@Test
	void progressWhenThreadStandsStillTellsForHowLong() throws Exception {
		CountDownLatch end = new CountDownLatch(1);
		Thread stands = start(end::await);
		Awaitility.await().until(stands::getState, Thread.State.WAITING::equals);
		try {
			assertThat(progress(snapshot(), stands, Duration.ofDays(1))).isEqualTo(Progress.UNKNOWN);
			PlatformSnapshot snapshot = followed(20);
			Progress progress = progress(snapshot, stands, Duration.ofDays(1));
			assertThat(progress.kind()).isEqualTo(Progress.Kind.UNMOVED);
			assertThat(progress.time()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(60));
			assertThat(progress(snapshot, stands, Duration.ofSeconds(12)))
				.isEqualTo(new Progress(Progress.Kind.UNMOVED, 0, Duration.ofSeconds(12)));
			assertThat(progress(snapshot, stands, Duration.ofSeconds(4)))
				.as("of a request that is younger than the last looks")
				.isEqualTo(Progress.UNKNOWN);
		}
		finally {
			end.countDown();
		}
	}

	@Test
	void progressWhenThreadWaitsAgainAndAgainIsMoving() throws Exception {
		Thread moves = start(() -> {
			while (true) {
				Thread.sleep(5);
			}
		});
		try {
			assertThat(progress(followed(20), moves, Duration.ofDays(1)).isMoving()).isTrue();
		}
		finally {
			moves.interrupt();
		}
	}

	private static Progress progress(PlatformSnapshot snapshot, Thread thread, Duration work) {
		return snapshot.progress(snapshot.thread(thread.getId()), work);
	}

	private static PlatformSnapshot followed(int seconds) throws InterruptedException {
		return PlatformSnapshot.take(1, Duration.ZERO, Pulses.looked(seconds));
	}

	private static SecondLook look(Thread thread, Thread.State state) throws InterruptedException {
		Awaitility.await().until(thread::getState, state::equals);
		return snapshot().again(List.of(thread.getId(), Long.MAX_VALUE));
	}

	private static PlatformSnapshot snapshot() throws InterruptedException {
		return PlatformSnapshot.take(1, Duration.ZERO, new ThreadHistory(ThreadCounters.ofJvm()));
	}

	private static Thread start(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (InterruptedException ex) {
				// That is how it ends
			}
		});
		thread.start();
		return thread;
	}

	private interface Work {

		void run() throws InterruptedException;

	}

}
