package io.github.gmr.section.memory;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The part of the heap in which objects grow old, or all of it with collectors that have
 * no such part. What its own collections leave of it lives; collections of the young
 * generation only add to it, until the next one of its own. Asked by one thread at a
 * time.
 */
public final class OldGeneration {

	/**
	 * How the name of the collector ends that collects the young generation alone, where
	 * another one counts those of the old generation.
	 */
	private static final String MINOR = " Minor Cycles";

	/**
	 * How the name of that other one ends.
	 */
	private static final String MAJOR = " Major Cycles";

	private final List<MemoryPoolMXBean> pools;

	private final List<GarbageCollectorMXBean> collectors;

	private long left;

	private long collections;

	OldGeneration(List<MemoryPoolMXBean> pools, List<GarbageCollectorMXBean> collectors) {
		this.pools = pools.stream().filter(OldGeneration::isOld).toList();
		boolean counted = collectors.stream().anyMatch((collector) -> collector.getName().endsWith(MINOR));
		this.collectors = collectors.stream()
			.filter((collector) -> !counted || collector.getName().endsWith(MAJOR))
			.toList();
	}

	/**
	 * Return that of this JVM.
	 * @return the old generation
	 */
	public static OldGeneration ofThisJvm() {
		return new OldGeneration(ManagementFactory.getMemoryPoolMXBeans(),
				ManagementFactory.getGarbageCollectorMXBeans());
	}

	/**
	 * Whether objects grow old in a pool: it is the only one of the heap that can watch a
	 * threshold.
	 */
	private static boolean isOld(MemoryPoolMXBean pool) {
		return pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported();
	}

	/**
	 * Return what a collection has left, once for each.
	 * @return the bytes, {@code null} if there was no collection since this was asked
	 */
	public @Nullable Long nextLeft() {
		long collections = 0;
		for (GarbageCollectorMXBean collector : this.collectors) {
			collections += collector.getCollectionCount();
		}
		long left = left();
		boolean isNew = left > 0 && left != this.left && collections != this.collections;
		this.left = left;
		this.collections = collections;
		return isNew ? left : null;
	}

	private long left() {
		long left = 0;
		for (MemoryPoolMXBean pool : this.pools) {
			MemoryUsage usage = pool.getCollectionUsage();
			left += (usage != null) ? usage.getUsed() : 0;
		}
		return left;
	}

	/**
	 * Return how much there may be.
	 * @return the bytes, not positive if there is no limit
	 */
	long max() {
		long max = 0;
		for (MemoryPoolMXBean pool : this.pools) {
			max += pool.getUsage().getMax();
		}
		return max;
	}

}
