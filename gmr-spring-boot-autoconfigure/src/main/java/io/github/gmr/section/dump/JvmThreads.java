package io.github.gmr.section.dump;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Enumerates the platform threads of this JVM without stopping them.
 */
public final class JvmThreads {

	private JvmThreads() {
	}

	/**
	 * Return the platform threads that live, as the group of all threads knows them.
	 * @return the threads
	 */
	public static Stream<Thread> all() {
		ThreadGroup group = rootGroup();
		Thread[] threads = new Thread[group.activeCount() + 1];
		int count = group.enumerate(threads);
		while (count == threads.length) {
			// what does not fit is dropped
			threads = new Thread[2 * threads.length];
			count = group.enumerate(threads);
		}
		return Arrays.stream(threads, 0, count);
	}

	private static ThreadGroup rootGroup() {
		ThreadGroup group = Thread.currentThread().getThreadGroup();
		for (ThreadGroup parent = group.getParent(); parent != null; parent = group.getParent()) {
			group = parent;
		}
		return group;
	}

}
