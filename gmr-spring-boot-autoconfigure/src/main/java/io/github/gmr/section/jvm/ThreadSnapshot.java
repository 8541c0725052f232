package io.github.gmr.section.jvm;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The platform threads of this JVM at one instant, by their identifier. Threads that make
 * the report are set apart.
 */
final class ThreadSnapshot {

	private final List<ThreadInfo> threads = new ArrayList<>();

	private final List<ThreadInfo> reporters = new ArrayList<>();

	private final UsageCounters usage;

	private ThreadSnapshot(ThreadInfo[] all, UsageCounters usage) {
		for (ThreadInfo thread : all) {
			(ReportThreads.contain(thread.getThreadName()) ? this.reporters : this.threads).add(thread);
		}
		this.threads.sort(Comparator.comparingLong(ThreadInfo::getThreadId));
		this.usage = usage;
	}

	/**
	 * Take a snapshot. Owned synchronizers are never asked for: to find them the JVM
	 * walks the whole heap while every thread stands still.
	 * @param maxDepth how many frames of a stack are wanted; one more is taken, to tell
	 * whether there are more
	 * @return the snapshot
	 */
	static ThreadSnapshot take(int maxDepth) {
		ThreadMXBean bean = ManagementFactory.getThreadMXBean();
		ThreadInfo[] all = bean.dumpAllThreads(true, false, maxDepth + 1);
		return new ThreadSnapshot(all, UsageCounters.read(bean, all));
	}

	List<ThreadInfo> threads() {
		return this.threads;
	}

	List<ThreadInfo> reporters() {
		return this.reporters;
	}

	UsageCounters usage() {
		return this.usage;
	}

}
