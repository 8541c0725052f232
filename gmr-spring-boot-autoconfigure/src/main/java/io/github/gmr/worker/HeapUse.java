package io.github.gmr.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/**
 * How much of the heap a task takes, looked at by the thread that waits for it. What the
 * task has allocated may be garbage by now, and the heap may have been full before: the
 * task takes the heap if the last collection has left little of it, less than half of
 * what was left at the first look, and the task has allocated at least as much.
 */
final class HeapUse {

	private static final long MAX = Runtime.getRuntime().maxMemory();

	/**
	 * What is left of the heap when it is high time.
	 */
	private static final long LITTLE = MAX / 8;

	private static final long UNKNOWN = -1;

	private static final @Nullable Beans BEANS = beans();

	private final Thread thread;

	private final long before;

	private long leftAtFirst = UNKNOWN;

	/**
	 * Begin to look at a task. Called by the thread that runs it.
	 */
	HeapUse() {
		this.thread = Thread.currentThread();
		this.before = allocated();
	}

	/**
	 * Look at it once more. Allocates nothing but at the first look, and while the heap
	 * is nearly full.
	 * @return whether the task takes the heap
	 */
	boolean isTooMuch() {
		if (this.leftAtFirst == UNKNOWN) {
			this.leftAtFirst = left();
		}
		Runtime runtime = Runtime.getRuntime();
		long unused = MAX - runtime.totalMemory() + runtime.freeMemory();
		long half = this.leftAtFirst / 2;
		return unused < LITTLE && taken() > half && left() < Math.min(LITTLE, half);
	}

	/**
	 * Return what the task has allocated.
	 * @return the bytes, 0 if this JVM does not count them
	 */
	long taken() {
		return allocated() - this.before;
	}

	/**
	 * Return what the last collection has left of the heap.
	 * @return the bytes, all if there was no collection
	 */
	static long left() {
		return (BEANS != null) ? MAX - BEANS.live() : MAX;
	}

	private long allocated() {
		return (BEANS != null) ? BEANS.allocated(this.thread) : 0;
	}

	private static @Nullable Beans beans() {
		try {
			return Beans.find();
		}
		catch (LinkageError ex) {
			// This JVM has no such beans
			return null;
		}
	}

	/**
	 * Beans of the JVM that may be missing.
	 *
	 * @param threads count what threads allocate
	 * @param collectors know what the last collection has left
	 * @param pools the names of the pools of the heap
	 */
	private record Beans(ThreadMXBean threads, List<GarbageCollectorMXBean> collectors, Set<String> pools) {

		static @Nullable Beans find() {
			if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)
					|| !threads.isThreadAllocatedMemorySupported()) {
				return null;
			}
			Set<String> pools = ManagementFactory.getMemoryPoolMXBeans()
				.stream()
				.filter((pool) -> pool.getType() == MemoryType.HEAP)
				.map(MemoryPoolMXBean::getName)
				.collect(Collectors.toSet());
			return new Beans(threads, ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class), pools);
		}

		@SuppressWarnings("deprecation")
		long allocated(Thread thread) {
			return this.threads.getThreadAllocatedBytes(thread.getId());
		}

		long live() {
			GcInfo last = null;
			for (GarbageCollectorMXBean collector : this.collectors) {
				GcInfo info = collector.getLastGcInfo();
				if (info != null && (last == null || info.getEndTime() > last.getEndTime())) {
					last = info;
				}
			}
			return (last != null) ? live(last.getMemoryUsageAfterGc()) : 0;
		}

		private long live(Map<String, MemoryUsage> usages) {
			long live = 0;
			for (Map.Entry<String, MemoryUsage> usage : usages.entrySet()) {
				live += this.pools.contains(usage.getKey()) ? usage.getValue().getUsed() : 0;
			}
			return live;
		}

	}

}
