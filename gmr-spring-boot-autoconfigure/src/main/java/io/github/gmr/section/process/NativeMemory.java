package io.github.gmr.section.process;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.util.List;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.ByteSize;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM accounts for of the memory of its process.
 *
 * @param heap the most that the heap has ever had: what it has given back may not have
 * gone back to the system
 * @param other that of classes, code and the like
 * @param direct that of direct buffers
 * @param threads how many threads there are
 * @param cpus how many CPUs there are
 */
record NativeMemory(long heap, long other, long direct, int threads, int cpus) {

	static final Check CHECK = new Check("native-memory-high");

	/**
	 * Looked up once: that costs more than to ask them.
	 */
	private static final List<BufferPoolMXBean> BUFFERS = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class);

	private static final List<MemoryPoolMXBean> POOLS = ManagementFactory.getMemoryPoolMXBeans();

	private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private static final long MEGABYTE = 1024 * 1024;

	/**
	 * For compilers, symbols, files of the class path and libraries.
	 */
	private static final long JVM = 256 * MEGABYTE;

	/**
	 * For the collector: one byte for each of so many of the heap, and more than any is
	 * known to need.
	 */
	private static final long HEAP_PART = 4;

	/**
	 * For a stack, of which most is never touched.
	 */
	private static final long STACK = MEGABYTE;

	/**
	 * For what the C library keeps in each of its arenas, of which it makes eight for
	 * each CPU.
	 */
	private static final long ARENAS = 8 * 8 * MEGABYTE;

	/**
	 * Return what this JVM accounts for.
	 * @return the memory
	 */
	static NativeMemory ofThisJvm() {
		long direct = 0;
		for (BufferPoolMXBean pool : BUFFERS) {
			direct += pool.getName().equals("direct") ? pool.getMemoryUsed() : 0;
		}
		return new NativeMemory(peakOfHeap(), MEMORY.getNonHeapMemoryUsage().getCommitted(), direct,
				THREADS.getThreadCount(), Runtime.getRuntime().availableProcessors());
	}

	/**
	 * Returns the sum of what each pool has had at most, not at the same time.
	 */
	private static long peakOfHeap() {
		long peak = 0;
		for (MemoryPoolMXBean pool : POOLS) {
			peak += (pool.getType() == MemoryType.HEAP) ? pool.getPeakUsage().getCommitted() : 0;
		}
		return Math.min(peak, Runtime.getRuntime().maxMemory());
	}

	/**
	 * Return the part of the memory of the process that is none of that.
	 * @param memory the memory of the process
	 * @return the bytes, {@code null} if the system does not tell
	 */
	@Nullable Long beside(ProcessMemory memory) {
		Long process = process(memory);
		return (process != null) ? Long.valueOf(Math.max(0, process - this.heap - this.other - this.direct)) : null;
	}

	private static @Nullable Long process(ProcessMemory memory) {
		Long anonymous = memory.anonymous();
		return (anonymous != null) ? Long.valueOf(anonymous + ((memory.swapped() != null) ? memory.swapped() : 0))
				: null;
	}

	/**
	 * Return the same, with stacks as a part of what the JVM accounts for.
	 * @return the memory
	 */
	NativeMemory withStacks() {
		return new NativeMemory(this.heap, this.other + this.threads * STACK, this.direct, this.threads, this.cpus);
	}

	/**
	 * Look whether the process has more than that, and than a JVM needs beside it.
	 * @param memory the memory of the process
	 * @return the result
	 */
	Check.Result check(ProcessMemory memory) {
		Long process = process(memory);
		Long beside = beside(memory);
		if (process == null || beside == null) {
			return CHECK.notPossible("the system does not tell how much memory of this process is in no file");
		}
		long usual = JVM + this.heap / HEAP_PART + this.threads * STACK + this.cpus * ARENAS;
		Finding finding = Content
			.info("%s of the %s of memory of this process are neither heap, classes, code nor direct buffers",
					new ByteSize(beside), new ByteSize(process))
			.evidence("beside", new ByteSize(beside))
			.evidence("process", new ByteSize(process));
		return CHECK.of((beside > usual) ? finding : null,
				Level.of((double) beside / MEGABYTE, (double) usual / MEGABYTE, "MB"));
	}

}
