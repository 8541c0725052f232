package io.github.gmr.section.jvm;

import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.gmr.content.ThreadUsage;
import org.jspecify.annotations.Nullable;

/**
 * What threads have used, read for all of them at once.
 */
final class UsageCounters {

	private final Map<Long, Integer> indexes = new HashMap<>();

	private final long @Nullable [] cpu;

	private final long @Nullable [] user;

	private final long @Nullable [] allocated;

	private UsageCounters(long[] ids, Batch batch) {
		for (int i = 0; i < ids.length; i++) {
			this.indexes.put(ids[i], i);
		}
		this.cpu = attempt(batch::cpu, ids);
		this.user = attempt(batch::user, ids);
		this.allocated = attempt(batch::allocated, ids);
	}

	static UsageCounters read(ThreadMXBean bean, ThreadInfo[] threads) {
		long[] ids = Arrays.stream(threads).mapToLong(ThreadInfo::getThreadId).toArray();
		return new UsageCounters(ids, Batch.of(bean));
	}

	ThreadUsage of(ThreadInfo thread) {
		Integer index = this.indexes.get(thread.getThreadId());
		return new ThreadUsage(value(this.cpu, index), value(this.user, index), value(this.allocated, index),
				thread.getBlockedCount(), thread.getWaitedCount());
	}

	private static @Nullable Long value(long @Nullable [] values, @Nullable Integer index) {
		return (values != null && index != null && values[index] >= 0) ? values[index] : null;
	}

	private static long @Nullable [] attempt(UnaryOperator<long @Nullable []> counter, long[] ids) {
		try {
			return counter.apply(ids);
		}
		catch (UnsupportedOperationException ex) {
			return null;
		}
	}

	/**
	 * Reads one counter of many threads.
	 */
	private interface Batch {

		Batch NONE = new Batch() {
		};

		default long @Nullable [] cpu(long[] ids) {
			return null;
		}

		default long @Nullable [] user(long[] ids) {
			return null;
		}

		default long @Nullable [] allocated(long[] ids) {
			return null;
		}

		static Batch of(ThreadMXBean bean) {
			try {
				return HotSpotBatch.of(bean);
			}
			catch (LinkageError ex) {
				// an image without the module jdk.management
				return NONE;
			}
		}

	}

	private record HotSpotBatch(com.sun.management.ThreadMXBean bean) implements Batch {

		static Batch of(ThreadMXBean bean) {
			return (bean instanceof com.sun.management.ThreadMXBean hotSpot) ? new HotSpotBatch(hotSpot) : NONE;
		}

		@Override
		public long[] cpu(long[] ids) {
			return this.bean.getThreadCpuTime(ids);
		}

		@Override
		public long[] user(long[] ids) {
			return this.bean.getThreadUserTime(ids);
		}

		@Override
		public long[] allocated(long[] ids) {
			return this.bean.getThreadAllocatedBytes(ids);
		}

	}

}
