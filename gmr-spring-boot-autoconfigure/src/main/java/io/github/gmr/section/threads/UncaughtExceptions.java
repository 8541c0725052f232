package io.github.gmr.section.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;

import org.jspecify.annotations.Nullable;

/**
 * Remembers of which exceptions threads have died, if nothing else does: where a default
 * handler is set it is left alone. All applications of the JVM share it. Thread-safe.
 */
public final class UncaughtExceptions {

	private static final UncaughtExceptions INSTANCE = new UncaughtExceptions();

	private static final int MAX_REMEMBERED = 20;

	private final ArrayBlockingQueue<DiedThread> died = new ArrayBlockingQueue<>(MAX_REMEMBERED);

	private @Nullable UncaughtExceptionRelay relay;

	private int applications;

	UncaughtExceptions() {
	}

	/**
	 * Return those of this JVM.
	 * @return the only instance
	 */
	public static UncaughtExceptions ofThisJvm() {
		return INSTANCE;
	}

	/**
	 * Remember exceptions from now on, unless a default handler is set.
	 */
	public synchronized void join() {
		this.applications++;
		if (this.relay == null && Thread.getDefaultUncaughtExceptionHandler() == null) {
			this.relay = UncaughtExceptionRelay.install(this::remember);
		}
	}

	/**
	 * Remember exceptions no longer than for the last application. There is no default
	 * handler then, or that which was set meanwhile.
	 */
	public synchronized void leave() {
		this.applications--;
		UncaughtExceptionRelay relay = this.relay;
		if (this.applications == 0 && relay != null) {
			this.relay = null;
			relay.remove();
			this.died.clear();
		}
	}

	/**
	 * Return whether exceptions are remembered.
	 * @return whether they are, {@code false} if another handler gets them
	 */
	synchronized boolean areRemembered() {
		return this.relay != null && this.relay.isInstalled();
	}

	/**
	 * Return the threads that have died of an exception.
	 * @return the last ones, the earliest first
	 */
	List<DiedThread> died() {
		return new ArrayList<>(this.died);
	}

	private void remember(Thread thread, Throwable cause) {
		DiedThread last = DiedThread.of(thread, cause);
		while (!this.died.offer(last)) {
			this.died.poll();
		}
	}

}
