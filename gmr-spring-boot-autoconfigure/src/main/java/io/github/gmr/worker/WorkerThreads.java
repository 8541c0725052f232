package io.github.gmr.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The threads that run sections, started before they are needed. One whose task does not
 * come back is left to it and another one takes its place, up to a limit; once the task
 * does come back the thread is free again. Thread-safe.
 */
public final class WorkerThreads implements Executor {

	private static final int PARKED = 2;

	private static final int MAX = 32;

	/**
	 * Workers that are left to what every report needs when sections have taken the
	 * others.
	 */
	private static final int RESERVED = 4;

	private final List<ParkedThread> threads = new ArrayList<>();

	private int started;

	private boolean ended;

	/**
	 * Start the workers that every report needs, unless they run.
	 */
	public synchronized void start() {
		this.ended = false;
		while (this.threads.size() < PARKED) {
			add();
		}
	}

	/**
	 * End the workers: those that are free now, the others when their tasks come back. If
	 * more tasks arrive others are started, each of which ends with its task.
	 */
	public synchronized void end() {
		this.ended = true;
		this.threads.forEach(ParkedThread::end);
		this.threads.clear();
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
			add();
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
		if (this.ended) {
			this.threads.remove(thread);
			thread.end();
		}
		return thread;
	}

	private ParkedThread replacement() {
		try {
			return add();
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

	private ParkedThread add() {
		ParkedThread thread = new ParkedThread("gmr-worker-" + (this.started + 1));
		this.started++;
		this.threads.add(thread);
		return thread;
	}

}
