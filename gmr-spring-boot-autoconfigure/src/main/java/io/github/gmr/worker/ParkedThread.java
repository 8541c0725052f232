package io.github.gmr.worker;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * A daemon thread that is started early, parks until it is given a task, and runs one
 * task at a time. It inherits neither a context class loader nor thread locals nor
 * callers, so it pins no application.
 */
public final class ParkedThread {

	private final AtomicReference<@Nullable Runnable> task = new AtomicReference<>();

	private final Thread thread;

	private volatile boolean ending;

	/**
	 * Start a parked thread.
	 * @param name the name of the thread
	 */
	public ParkedThread(String name) {
		this.thread = thread(this::loop, name);
		this.thread.start();
	}

	/**
	 * Create a thread that knows nothing of whoever is the first to need one. Before
	 * version 24 of Java a thread keeps the protection domains, and so the class loaders,
	 * of all callers up to a privileged one.
	 */
	@SuppressWarnings("removal")
	private static Thread thread(Runnable loop, String name) {
		return AccessController.doPrivileged((PrivilegedAction<Thread>) () -> {
			Thread thread = new Thread(null, loop, name, 0, false);
			thread.setDaemon(true);
			thread.setContextClassLoader(null);
			return thread;
		});
	}

	/**
	 * Run a task on this thread unless it is busy.
	 * @param task the task, must not throw
	 * @return whether the thread took the task
	 */
	public boolean offer(Runnable task) {
		Runnable last = this.task.get();
		boolean taken = !this.ending && isOver(last) && this.task.compareAndSet(last, task);
		LockSupport.unpark(this.thread);
		return taken;
	}

	/**
	 * Return where the thread is.
	 * @return the stack, topmost frame first
	 */
	public StackTraceElement[] stack() {
		return this.thread.getStackTrace();
	}

	/**
	 * Return whether this is the current thread.
	 * @return whether the caller runs on this thread
	 */
	boolean isCurrent() {
		return Thread.currentThread() == this.thread;
	}

	boolean isFree() {
		return isOver(this.task.get());
	}

	/**
	 * Who waits for a future goes on before the thread has let go of it. One that was
	 * cancelled may still run.
	 */
	private static boolean isOver(@Nullable Runnable task) {
		return task == null || (task instanceof Future<?> future && future.isDone() && !future.isCancelled());
	}

	/**
	 * End the thread once it has nothing to do.
	 */
	public void end() {
		this.ending = true;
		LockSupport.unpark(this.thread);
	}

	private void loop() {
		while (!(this.ending && isFree())) {
			Runnable task = this.task.get();
			if (task != null) {
				run(task);
			}
			else {
				LockSupport.park(this);
			}
		}
	}

	private void run(Runnable task) {
		try {
			task.run();
		}
		catch (Throwable ex) {
			// A task reports its own failures, nothing may end this thread
		}
		finally {
			Thread.interrupted();
			this.thread.setContextClassLoader(null);
			this.task.compareAndSet(task, null);
		}
	}

}
