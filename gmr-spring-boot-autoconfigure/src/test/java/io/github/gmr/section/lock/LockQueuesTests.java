package io.github.gmr.section.lock;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LockQueues}, with threads that wait for a real lock.
 */
class LockQueuesTests {

	private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

	private final List<Thread> threads = new ArrayList<>();

	@AfterEach
	void end() throws InterruptedException {
		for (Thread thread : this.threads) {
			thread.interrupt();
			thread.join();
		}
	}

	@Test
	void ofReadersBehindOneThatHasTheReadLockAndWantsToWriteAreBehindThatOne() {
		start("updater", () -> {
			this.lock.readLock().lockInterruptibly();
			this.lock.writeLock().lockInterruptibly();
		});
		start("reader", () -> this.lock.readLock().lockInterruptibly());
		assertThat(waits()).singleElement().satisfies((wait) -> {
			assertThat(wait.waiter().name()).isEqualTo("reader");
			assertThat(wait.holder().name()).isEqualTo("updater");
			assertThat(wait.lock().className()).startsWith("java.util.concurrent.locks.ReentrantReadWriteLock");
		});
	}

	@Test
	void ofThreadsThatWaitForOneThatWritesAreNone() throws InterruptedException {
		this.lock.writeLock().lockInterruptibly();
		start("writer", () -> this.lock.writeLock().lockInterruptibly());
		start("reader", () -> this.lock.readLock().lockInterruptibly());
		assertThat(waits()).isEmpty();
		this.lock.writeLock().unlock();
	}

	@Test
	void ofOneAtTheHeadAloneAreNone() {
		start("updater", () -> {
			this.lock.readLock().lockInterruptibly();
			this.lock.writeLock().lockInterruptibly();
		});
		assertThat(waits()).isEmpty();
	}

	private List<LockWait> waits() {
		List<ThreadInfo> infos = new ArrayList<>();
		this.threads.forEach((thread) -> infos.add(info(thread)));
		return LockQueues.of(infos, (thread) -> Duration.ofSeconds(30));
	}

	@SuppressWarnings("deprecation")
	private static ThreadInfo info(Thread thread) {
		return ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId(), Integer.MAX_VALUE);
	}

	private void start(String name, Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (InterruptedException ex) {
				// That is how it ends
			}
		}, name);
		this.threads.add(thread);
		thread.start();
		Awaitility.await().until(() -> thread.getState() == Thread.State.WAITING);
	}

	/**
	 * What a thread does.
	 */
	@FunctionalInterface
	private interface Work {

		void run() throws InterruptedException;

	}

}
