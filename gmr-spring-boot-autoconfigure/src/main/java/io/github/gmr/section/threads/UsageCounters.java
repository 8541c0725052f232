package io.github.gmr.section.threads;

import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.gmr.content.thread.ThreadUsage;
import io.github.gmr.section.pulse.ThreadCounters;
import org.jspecify.annotations.Nullable;

/**
 * Knows what threads have used, read for all of them at once. User time is an exception:
 * for every thread HotSpot reads a file of the system, which counts in hundredths of
 * seconds, so it is asked for the threads with most CPU time only.
 */
final class UsageCounters {

	private static final int MAX_USER_TIMES = 100;

	private static final long MIN_CPU_NANOS = 10_000_000;

	private final Map<Long, Integer> indexes = new HashMap<>();

	private final Map<Long, Long> user = new HashMap<>();

	private final long @Nullable [] cpu;

	private final long @Nullable [] allocated;

	private UsageCounters(long[] ids, ThreadCounters counters) {
		for (int i = 0; i < ids.length; i++) {
			this.indexes.put(ids[i], i);
		}
		this.cpu = counters.cpu(ids);
		this.allocated = counters.allocated(ids);
		if (this.cpu != null) {
			readUserTimes(busiest(ids, this.cpu), counters);
		}
	}

	private void readUserTimes(long[] ids, ThreadCounters counters) {
		long[] times = counters.user(ids);
		for (int i = 0; times != null && i < ids.length; i++) {
			this.user.put(ids[i], times[i]);
		}
	}

	private static long[] busiest(long[] ids, long[] cpu) {
		return IntStream.range(0, ids.length)
			.filter((i) -> cpu[i] >= MIN_CPU_NANOS)
			.boxed()
			.sorted(Comparator.comparingLong((Integer i) -> cpu[i]).reversed())
			.limit(MAX_USER_TIMES)
			.mapToLong((i) -> ids[i])
			.toArray();
	}

	static UsageCounters read(ThreadInfo[] threads) {
		long[] ids = Arrays.stream(threads).mapToLong(ThreadInfo::getThreadId).toArray();
		return new UsageCounters(ids, ThreadCounters.ofJvm());
	}

	ThreadUsage of(ThreadInfo thread) {
		Integer index = this.indexes.get(thread.getThreadId());
		return new ThreadUsage(value(this.cpu, index), this.user.get(thread.getThreadId()),
				value(this.allocated, index), thread.getBlockedCount(), thread.getWaitedCount());
	}

	private static @Nullable Long value(long @Nullable [] values, @Nullable Integer index) {
		return (values != null && index != null && values[index] >= 0) ? values[index] : null;
	}

}
