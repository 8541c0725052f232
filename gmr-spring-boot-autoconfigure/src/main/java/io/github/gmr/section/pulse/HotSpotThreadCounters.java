package io.github.gmr.section.pulse;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.ThreadMXBean;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Counters as HotSpot has them.
 *
 * @param bean knows them
 * @param system knows what the whole process has used
 */
record HotSpotThreadCounters(com.sun.management.ThreadMXBean bean,
		OperatingSystemMXBean system) implements ThreadCounters {

	/**
	 * Return the counters of a bean.
	 * @param bean the bean
	 * @return the counters
	 * @throws LinkageError if there is no such bean in this image
	 */
	static ThreadCounters of(ThreadMXBean bean) {
		return (bean instanceof com.sun.management.ThreadMXBean hotSpot)
				? new HotSpotThreadCounters(hotSpot, ManagementFactory.getOperatingSystemMXBean())
				: bean::getAllThreadIds;
	}

	@Override
	public long[] ids() {
		return this.bean.getAllThreadIds();
	}

	@Override
	public long changes() {
		return 2 * this.bean.getTotalStartedThreadCount() - this.bean.getThreadCount();
	}

	@Override
	public long @Nullable [] cpu(long[] ids) {
		return attempt(this.bean::getThreadCpuTime, ids);
	}

	@Override
	public long processCpu() {
		return (this.system instanceof com.sun.management.OperatingSystemMXBean system) ? system.getProcessCpuTime()
				: -1;
	}

	@Override
	public long @Nullable [] user(long[] ids) {
		return attempt(this.bean::getThreadUserTime, ids);
	}

	@Override
	public long @Nullable [] allocated(long[] ids) {
		return attempt(this.bean::getThreadAllocatedBytes, ids);
	}

	private static long @Nullable [] attempt(UnaryOperator<long[]> counter, long[] ids) {
		try {
			return counter.apply(ids);
		}
		catch (UnsupportedOperationException ex) {
			return null;
		}
	}

}
