package io.github.gmr.recorder;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that stand where a scene needs them.
 */
final class Extras {

	private static final long LONG = 3_600_000;

	private static final List<Object> KEPT = new CopyOnWriteArrayList<>();

	private Extras() {
	}

	/**
	 * Keep what would be closed if nobody knew it.
	 * @param thing what to keep
	 */
	static void keep(Object thing) {
		KEPT.add(thing);
	}

	/**
	 * Start a thread and return when it waits.
	 * @param scene what it does
	 * @return the thread
	 */
	static Thread hold(Scene scene) {
		Thread thread = named("extra", () -> {
			try {
				scene.play();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
		thread.start();
		while (thread.getState() == Thread.State.NEW || thread.getState() == Thread.State.RUNNABLE) {
			LockSupport.parkNanos(1_000_000);
		}
		return thread;
	}

	static Thread named(String name, Runnable task) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		return thread;
	}

	static void sleep() {
		try {
			Thread.sleep(LONG);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
