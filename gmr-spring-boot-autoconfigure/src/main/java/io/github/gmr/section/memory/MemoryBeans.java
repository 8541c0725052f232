package io.github.gmr.section.memory;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.RuntimeMXBean;
import java.util.List;

/**
 * What the JVM reports about its memory.
 *
 * @param memory the totals
 * @param pools the pools of the heap and of all else
 * @param collectors the garbage collectors
 * @param buffers the buffers outside of the heap
 * @param classes the loaded classes
 * @param runtime the time the JVM runs
 */
record MemoryBeans(MemoryMXBean memory, List<MemoryPoolMXBean> pools, List<GarbageCollectorMXBean> collectors,
		List<BufferPoolMXBean> buffers, ClassLoadingMXBean classes, RuntimeMXBean runtime) {

	static MemoryBeans ofThisJvm() {
		return new MemoryBeans(ManagementFactory.getMemoryMXBean(), ManagementFactory.getMemoryPoolMXBeans(),
				ManagementFactory.getGarbageCollectorMXBeans(),
				ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class), ManagementFactory.getClassLoadingMXBean(),
				ManagementFactory.getRuntimeMXBean());
	}

	static boolean holdsClasses(MemoryPoolMXBean pool) {
		return "Metaspace".equals(pool.getName()) || "Compressed Class Space".equals(pool.getName());
	}

}
