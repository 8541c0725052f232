package io.github.gmr.section.timeline;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.ToLongFunction;

import io.github.gmr.section.memory.CollectionTime;
import io.github.gmr.section.memory.OldGeneration;
import io.github.gmr.section.pulse.FigureNames;
import io.github.gmr.section.pulse.FigureSource;
import io.github.gmr.section.pulse.ThreadCounters;
import org.jspecify.annotations.Nullable;

/**
 * What this JVM has done: CPU time, collections, classes, threads. Asks nothing that
 * could hang.
 */
public final class JvmFigures implements FigureSource {

	/**
	 * The name of the figure about the heap.
	 */
	static final String HEAP = "heap in use";

	private static final Figure CPU = new Figure("CPU", Unit.CPU_NANOS, true);

	private static final Figure COLLECTING = new Figure(FigureNames.COLLECTING, Unit.MILLIS, true);

	private static final Figure HEAP_IN_USE = new Figure(HEAP, Unit.BYTES, false);

	private static final Figure HEAP_LEFT = new Figure(FigureNames.HEAP_LEFT, Unit.BYTES, false);

	private final ThreadCounters counters = ThreadCounters.ofJvm();

	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

	private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();

	private final OldGeneration old = OldGeneration.ofThisJvm();

	private final ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();

	/**
	 * The collectors but for those that work while the application runs.
	 */
	private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans()
		.stream()
		.filter(CollectionTime::isPausing)
		.toList();

	@Override
	public void read(Figures figures) {
		figures.add(CPU, this::cpu);
		figures.count("collections", () -> sum(GarbageCollectorMXBean::getCollectionCount));
		figures.add(COLLECTING, () -> sum(GarbageCollectorMXBean::getCollectionTime));
		figures.add(HEAP_IN_USE, () -> this.memory.getHeapMemoryUsage().getUsed());
		figures.add(HEAP_LEFT, this.old::nextLeft);
		figures.level(FigureNames.CLASSES, this.classes::getLoadedClassCount);
		figures.level(FigureNames.THREADS, this.threads::getThreadCount);
		figures.count("started threads", this.threads::getTotalStartedThreadCount);
	}

	private @Nullable Long cpu() {
		long nanos = this.counters.processCpu();
		return (nanos >= 0) ? nanos : null;
	}

	private long sum(ToLongFunction<GarbageCollectorMXBean> counter) {
		return this.collectors.stream().mapToLong(counter).sum();
	}

}
