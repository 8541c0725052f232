package io.github.gmr.section.threads;

import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

import io.github.gmr.section.pulse.ThreadCounters;
import io.github.gmr.section.pulse.ThreadHistory;
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

}
