package io.github.gmr.benchmarks.configuration;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.Callable;

import com.sun.management.OperatingSystemMXBean;
import io.github.gmr.benchmarks.measurement.Rounds;
import org.jspecify.annotations.Nullable;

/**
 * Measures the median CPU time of something that is done again and again by one thread,
 * which unlike time on the wall does not depend on what else the machine does.
 */
final class Stopwatch {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private static final int ROUNDS = Rounds.of(31);

	/** A second, if nothing is shortened. */
	private static final long WARM_UP = ROUNDS * 32_000_000L;

	/**
	 * Takes results, so that no work can be optimised away.
	 */
	private static volatile @Nullable Object result;

	private Stopwatch() {
	}

	/**
	 * Measure some work.
	 * @param work the work
	 * @return the median, in microseconds
	 * @throws Exception if the work fails
	 */
	static double median(Callable<?> work) throws Exception {
		long end = THREADS.getCurrentThreadCpuTime() + WARM_UP;
		while (THREADS.getCurrentThreadCpuTime() < end) {
			result = work.call();
		}
		long[] times = new long[ROUNDS];
		for (int i = 0; i < ROUNDS; i++) {
			long start = THREADS.getCurrentThreadCpuTime();
			result = work.call();
			times[i] = THREADS.getCurrentThreadCpuTime() - start;
		}
		Arrays.sort(times);
		return times[ROUNDS / 2] / 1000.0;
	}

	/**
	 * Measure some work that other threads take part in, the collector included.
	 * @param work the work
	 * @return the mean CPU time of the process, in microseconds
	 * @throws Exception if the work fails
	 */
	static double meanOfProcess(Callable<?> work) throws Exception {
		median(work);
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		long start = system.getProcessCpuTime();
		for (int i = 0; i < ROUNDS; i++) {
			result = work.call();
		}
		return (system.getProcessCpuTime() - start) / 1000.0 / ROUNDS;
	}

}
