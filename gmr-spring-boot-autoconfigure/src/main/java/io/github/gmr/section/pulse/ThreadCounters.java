package io.github.gmr.section.pulse;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

import org.jspecify.annotations.Nullable;

/**
 * Counters that the JVM keeps for each platform thread, read for many threads at once and
 * without a safepoint. What it does not tell is {@code null}.
 */
public interface ThreadCounters {

	/**
	 * Return the counters of this JVM.
	 * @return the counters
	 */
	static ThreadCounters ofJvm() {
		ThreadMXBean bean = ManagementFactory.getThreadMXBean();
		try {
			return HotSpotThreadCounters.of(bean);
		}
		catch (LinkageError ex) {
			// An image without the module jdk.management
			return bean::getAllThreadIds;
		}
	}

	/**
	 * Return the threads there are.
	 * @return their identifiers
	 */
	long[] ids();

	/**
	 * Return how often threads have started or ended. As long as that is the same there
	 * are the same threads, so that they need not be listed again.
	 * @return the number, {@code -1} if it is not known
	 */
	default long changes() {
		return -1;
	}

	/**
	 * Return CPU time.
	 * @param ids the threads
	 * @return nanoseconds in the same order, {@code -1} for a thread that has ended
	 */
	default long @Nullable [] cpu(long[] ids) {
		return null;
	}

	/**
	 * Return the CPU time of all threads, those of the JVM itself and those that have
	 * ended included.
	 * @return nanoseconds, {@code -1} if it is not known
	 */
	default long processCpu() {
		return -1;
	}

	/**
	 * Return CPU time in user mode, for which HotSpot reads a file of the system for each
	 * thread.
	 * @param ids the threads
	 * @return nanoseconds in the same order, {@code -1} for a thread that has ended
	 */
	default long @Nullable [] user(long[] ids) {
		return null;
	}

	/**
	 * Return how often threads had to wait, be it for a monitor or for anything else.
	 * Costs more than the others: 245 bytes for each thread.
	 * @param ids the threads
	 * @return the numbers in the same order, {@code -1} for a thread that has ended
	 */
	default long[] waits(long[] ids) {
		ThreadInfo[] threads = ManagementFactory.getThreadMXBean().getThreadInfo(ids, 0);
		long[] waits = new long[ids.length];
		for (int i = 0; i < ids.length; i++) {
			waits[i] = (threads[i] != null) ? threads[i].getBlockedCount() + threads[i].getWaitedCount() : -1;
		}
		return waits;
	}

	/**
	 * Return what was allocated in the heap.
	 * @param ids the threads
	 * @return bytes in the same order, {@code -1} for a thread that has ended
	 */
	default long @Nullable [] allocated(long[] ids) {
		return null;
	}

}
