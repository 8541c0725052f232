package io.github.gmr.demo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Threads that suffer until they are interrupted.
 */
class Patients {

	private final List<Thread> threads = new CopyOnWriteArrayList<>();

	boolean isEmpty() {
		return this.threads.isEmpty();
	}

	void add(String name, Runnable suffering) {
		Thread thread = new Thread(suffering, name);
		thread.setDaemon(true);
		this.threads.add(thread);
		thread.start();
	}

	void heal() {
		this.threads.forEach(Thread::interrupt);
		this.threads.clear();
	}

}
