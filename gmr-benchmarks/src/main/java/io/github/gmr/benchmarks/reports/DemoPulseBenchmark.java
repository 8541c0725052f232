package io.github.gmr.benchmarks.reports;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

import com.sun.management.ThreadMXBean;
import io.github.gmr.benchmarks.measurement.Measurement;
import io.github.gmr.benchmarks.measurement.Rounds;

/**
 * Measures what the pulse of a whole application costs that has nothing else to do: what
 * the thread that looks and the workers allocate and use of a processor, over minutes.
 * Safepoints would be seen with {@code -Xlog:safepoint}.
 */
final class DemoPulseBenchmark {

	/**
	 * Until the warm-up is over and the first looks are compiled.
	 */
	private static final int WARM_UP_SECONDS = Rounds.of(120);

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private DemoPulseBenchmark() {
	}

	public static void main(String[] args) throws Exception {
		int count = Integer.parseInt(args[0]);
		int seconds = Rounds.of(60 * Integer.parseInt(args[1]));
		try (BusyDemo demo = BusyDemo.start(count, 300)) {
			TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
			long bytes = sum(THREADS::getThreadAllocatedBytes);
			long nanos = sum(THREADS::getThreadCpuTime);
			TimeUnit.SECONDS.sleep(seconds);
			System.out.printf("%d more threads, %d seconds%n", count, seconds);
			Measurement.print("share of a core", (sum(THREADS::getThreadCpuTime) - nanos) / 1e7 / seconds, 0.1, "%");
			Measurement.print("allocated a second", (sum(THREADS::getThreadAllocatedBytes) - bytes) / 1000.0 / seconds,
					10, "kB");
		}
		System.exit(0);
	}

	/**
	 * Returns what our own threads have used.
	 */
	private static long sum(ToLongFunction<Long> counter) {
		return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
			.filter((thread) -> thread != null && thread.getThreadName().startsWith("gmr-"))
			.mapToLong((thread) -> counter.applyAsLong(thread.getThreadId()))
			.sum();
	}

}
