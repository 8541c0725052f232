package io.github.gmr.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

/**
 * The threads that run sections, started before they are needed. A worker whose task does
 * not come back is abandoned and another one takes its place, up to a limit; once the
 * task does come back the worker is free again.
 */
public final class Workers implements Executor {

	private static final int PARKED = 2;

	private static final int MAX = 12;

	/**
	 * Workers that are left to what every report needs when sections have taken the
	 * others.
	 */
	private static final int RESERVED = 4;

	private final List<ParkedThread> threads = new ArrayList<>();

	private final Set<Object> stuck = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

	private int started;

	/**
	 * Start the workers.
	 */
	public Workers() {
		for (int i = 0; i < PARKED; i++) {
			start();
		}
	}

	/**
	 * Run a task on a free worker and wait for its result.
	 * @param <T> the type of the result
	 * @param task the task
	 * @param limit how long to wait
	 * @return the result
	 * @throws StuckException if the task does not come back in time; it is interrupted
	 * @throws ExecutionException if the task fails
	 * @throws RejectedExecutionException if no worker is free, or none began in time: the
	 * task is never run then
	 */
	public <T extends @Nullable Object> T call(Callable<T> task, Duration limit)
			throws StuckException, ExecutionException {
		AwaitedCall<T> call = AwaitedCall.of(task);
		ParkedThread worker = submit(call);
		if (!call.await(limit)) {
			throw abandon(call, worker, limit);
		}
		return call.outcome();
	}

	/**
	 * Run a task as {@link #call(Callable, Duration)} does, unless an earlier task of the
	 * same subject was given up and has not come back: what hangs costs one worker, not
	 * one each time.
	 * @param <T> the type of the result
	 * @param subject what the task is about, told from others by identity
	 * @param task the task
	 * @param limit how long to wait
	 * @return the result
	 * @throws StuckException if the task does not come back in time; it is interrupted
	 * @throws ExecutionException if the task fails
	 * @throws RejectedExecutionException if the subject is stuck or no worker is free
	 */
	public <T extends @Nullable Object> T callUnlessStuck(Object subject, Callable<T> task, Duration limit)
			throws StuckException, ExecutionException {
		if (this.stuck.contains(subject)) {
			throw new RejectedExecutionException("still busy with an earlier report");
		}
		AtomicBoolean back = new AtomicBoolean();
		try {
			return call(() -> {
				try {
					return task.call();
				}
				finally {
					back.set(true);
					this.stuck.remove(subject);
				}
			}, limit);
		}
		catch (StuckException ex) {
			this.stuck.add(subject);
			if (back.get()) {
				this.stuck.remove(subject);
			}
			throw ex;
		}
	}

	private static StuckException abandon(AwaitedCall<?> call, ParkedThread worker, Duration limit) {
		if (call.withdraw()) {
			throw new RejectedExecutionException("no worker began within " + limit.toMillis() + " ms");
		}
		StuckException stuck = new StuckException(limit, worker.stack());
		call.cancel(true);
		return stuck;
	}

	/**
	 * Run a task on a free worker without waiting for it.
	 * @param task the task
	 * @throws RejectedExecutionException if no worker is free
	 */
	@Override
	public void execute(Runnable task) {
		submit(task);
	}

	/**
	 * Return whether the caller itself runs on a worker.
	 * @return whether the current thread is a worker
	 */
	public synchronized boolean isWorker() {
		return this.threads.stream().anyMatch(ParkedThread::isCurrent);
	}

	/**
	 * Return whether so many workers are stuck that the others are for what every report
	 * needs.
	 * @return whether few workers are left
	 */
	public synchronized boolean areScarce() {
		return this.threads.stream().filter((thread) -> !thread.isFree()).count() >= MAX - RESERVED;
	}

	/**
	 * Replace the workers that are free: what sections have left in thread locals must
	 * not outlive their application.
	 */
	public synchronized void renew() {
		for (ParkedThread thread : List.copyOf(this.threads)) {
			if (thread.isFree()) {
				replace(thread);
			}
		}
	}

	private void replace(ParkedThread thread) {
		try {
			start();
			this.threads.remove(thread);
			thread.end();
		}
		catch (OutOfMemoryError ex) {
			// No thread can be started, so this one is worth keeping
		}
	}

	private synchronized ParkedThread submit(Runnable task) {
		endSurplus();
		for (ParkedThread thread : this.threads) {
			if (thread.offer(task)) {
				return thread;
			}
		}
		if (this.threads.size() == MAX) {
			throw new RejectedExecutionException("all " + MAX + " workers are stuck");
		}
		ParkedThread thread = replacement();
		thread.offer(task);
		return thread;
	}

	private ParkedThread replacement() {
		try {
			return start();
		}
		catch (OutOfMemoryError ex) {
			throw new RejectedExecutionException("all workers are stuck and no thread can be started", ex);
		}
	}

	/**
	 * End workers that took the place of others that are free again. One that took the
	 * place of a stuck one stays: there may be no thread to start the next time.
	 */
	private void endSurplus() {
		List<ParkedThread> free = this.threads.stream().filter(ParkedThread::isFree).skip(PARKED).toList();
		this.threads.removeAll(free);
		free.forEach(ParkedThread::end);
	}

	private ParkedThread start() {
		ParkedThread thread = new ParkedThread("gmr-worker-" + (this.started + 1));
		this.started++;
		this.threads.add(thread);
		return thread;
	}

}
