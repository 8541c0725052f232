package io.github.gmr.worker;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ParkedThread}.
 */
@Timeout(30)
class ParkedThreadTests {

	private static final InheritableThreadLocal<String> INHERITED = new InheritableThreadLocal<>();

	private final CountDownLatch release = new CountDownLatch(1);

	private final ParkedThread thread = new ParkedThread("test-parked");

	@AfterEach
	void end() {
		this.release.countDown();
		this.thread.end();
	}

	@Test
	void offerWhenParkedRunsTaskOnDaemonOfThatName() {
		Thread ran = call(Thread::currentThread);
		assertThat(ran.getName()).isEqualTo("test-parked");
		assertThat(ran.isDaemon()).isTrue();
	}

	@Test
	void offerWhenBusyIsRefusedUntilTaskHasEnded() {
		occupy();
		assertThat(this.thread.isFree()).isFalse();
		CountDownLatch second = new CountDownLatch(1);
		assertThat(this.thread.offer(second::countDown)).isFalse();
		this.release.countDown();
		await().until(this.thread::isFree);
		assertThat(second.getCount()).as("refused task was not kept").isOne();
		assertThat(this.thread.offer(second::countDown)).isTrue();
		await().until(() -> second.getCount() == 0);
	}

	@Test
	void offerWhenEarlierTaskThrewRunsOnTheSameThread() {
		Thread first = call(Thread::currentThread);
		offer(() -> {
			throw new IllegalStateException("task");
		});
		offer(() -> {
			throw new StackOverflowError();
		});
		assertThat(call(Thread::currentThread)).isSameAs(first);
	}

	@Test
	void offerWhenEarlierTaskLeftItsMarksRunsClean() {
		offer(() -> {
			Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
			Thread.currentThread().interrupt();
		});
		assertThat(call(() -> Thread.currentThread().isInterrupted())).isFalse();
		assertThat(call(() -> String.valueOf(Thread.currentThread().getContextClassLoader()))).isEqualTo("null");
	}

	@Test
	void startWhenCreatorHasClassLoaderAndThreadLocalsInheritsNeither() throws Exception {
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		try (URLClassLoader application = new URLClassLoader(new URL[0])) {
			Thread.currentThread().setContextClassLoader(application);
			INHERITED.set("application");
			ParkedThread created = new ParkedThread("test-parked-2");
			CompletableFuture<String> seen = new CompletableFuture<>();
			created.offer(() -> seen.complete(INHERITED.get() + ", " + Thread.currentThread().getContextClassLoader()));
			assertThat(seen.get(30, TimeUnit.SECONDS)).isEqualTo("null, null");
			created.end();
		}
		finally {
			INHERITED.remove();
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	@Test
	void stackWhenBusyTellsWhereTaskIs() {
		occupy();
		await().until(() -> this.thread.stack().length > 0
				&& this.thread.stack()[0].getClassName().equals("jdk.internal.misc.Unsafe"));
		assertThat(this.thread.stack()).extracting(StackTraceElement::getMethodName).contains("awaitRelease");
	}

	@Test
	void isCurrentTellsTheThreadFromOthers() {
		assertThat(this.thread.isCurrent()).isFalse();
		assertThat(call(this.thread::isCurrent)).isTrue();
	}

	@Test
	void endWhenParkedEndsThreadAndRefusesTasks() throws InterruptedException {
		Thread ran = call(Thread::currentThread);
		this.thread.end();
		ran.join();
		assertThat(this.thread.offer(() -> {
		})).isFalse();
	}

	@Test
	void endWhenBusyLetsTaskFinish() throws InterruptedException {
		CompletableFuture<Thread> finished = new CompletableFuture<>();
		this.thread.offer(() -> {
			awaitRelease();
			finished.complete(Thread.currentThread());
		});
		this.thread.end();
		assertThat(finished).isNotDone();
		this.release.countDown();
		finished.join().join();
	}

	private void occupy() {
		CountDownLatch begun = new CountDownLatch(1);
		assertThat(this.thread.offer(() -> {
			begun.countDown();
			awaitRelease();
		})).isTrue();
		await().until(() -> begun.getCount() == 0);
	}

	private void awaitRelease() {
		try {
			this.release.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void offer(Runnable task) {
		await().until(() -> this.thread.offer(task));
	}

	private <T> T call(Supplier<T> task) {
		CompletableFuture<T> result = new CompletableFuture<>();
		offer(() -> result.complete(task.get()));
		return result.join();
	}

}
