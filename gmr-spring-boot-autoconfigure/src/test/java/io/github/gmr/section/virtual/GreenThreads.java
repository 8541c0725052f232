package io.github.gmr.section.virtual;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts virtual threads from code compiled for a JDK without, and ends them.
 */
final class GreenThreads implements AutoCloseable {

	private final CountDownLatch end = new CountDownLatch(1);

	private final List<Thread> threads = new ArrayList<>();

	void park(String prefix, int count) throws ReflectiveOperationException {
		List<Thread> parked = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			parked.add(start(prefix + i, this::await));
		}
		parked.forEach((thread) -> await(thread, Thread.State.WAITING));
	}

	Thread start(String name, Runnable task) throws ReflectiveOperationException {
		Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
		Class<?> type = Class.forName("java.lang.Thread$Builder");
		type.getMethod("name", String.class).invoke(builder, name);
		Method start = type.getMethod("start", Runnable.class);
		Thread thread = (Thread) start.invoke(builder, task);
		this.threads.add(thread);
		return thread;
	}

	static void await(Thread thread, Thread.State state) {
		long end = System.nanoTime() + 30_000_000_000L;
		while (thread.getState() != state) {
			assertThat(System.nanoTime()).as(thread.getName() + " is " + thread.getState()).isLessThan(end);
			Thread.onSpinWait();
		}
	}

	private void await() {
		try {
			this.end.await();
		}
		catch (InterruptedException ex) {
			// the end of the test
		}
	}

	@Override
	public void close() throws InterruptedException {
		this.end.countDown();
		for (Thread thread : this.threads) {
			thread.interrupt();
			thread.join(10_000);
		}
	}

}
