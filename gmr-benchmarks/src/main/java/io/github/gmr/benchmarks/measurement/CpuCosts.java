package io.github.gmr.benchmarks.measurement;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

import com.sun.management.ThreadMXBean;

/**
 * Measures what short operations cost the thread that does them, in turn: CPU time and
 * what it allocates.
 */
public final class CpuCosts {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final int TIMES = 20_000 * Rounds.of(10);

	private static final int WARM_UP = Rounds.of(10);

	private static final int ROUNDS = Rounds.of(31);

	private final Runnable operation;

	private final double[] nanos = new double[ROUNDS];

	private long bytes;

	private CpuCosts(Runnable operation) {
		this.operation = operation;
	}

	/**
	 * Print what each operation costs, and how many times as much as the first one.
	 * @param title what is done
	 * @param names what tells the operations apart
	 * @param operations the operations
	 */
	public static void compare(String title, List<String> names, Runnable... operations) {
		List<CpuCosts> costs = Arrays.stream(operations).map(CpuCosts::new).toList();
		for (int round = -WARM_UP; round < ROUNDS; round++) {
			for (CpuCosts cost : costs) {
				cost.measure(round);
			}
		}
		StringJoiner words = new StringJoiner(", ", title + ": ", "");
		for (int i = 0; i < operations.length; i++) {
			words.add("%s (%.2f x) %s".formatted(costs.get(i), costs.get(i).median() / costs.get(0).median(),
					names.get(i)));
		}
		System.out.println(words);
	}

	private void measure(int round) {
		long id = Thread.currentThread().threadId();
		long allocated = THREADS.getThreadAllocatedBytes(id);
		long start = THREADS.getCurrentThreadCpuTime();
		for (int i = 0; i < TIMES; i++) {
			this.operation.run();
		}
		long end = THREADS.getCurrentThreadCpuTime();
		if (round >= 0) {
			this.nanos[round] = (double) (end - start) / TIMES;
			this.bytes = (THREADS.getThreadAllocatedBytes(id) - allocated) / TIMES;
		}
	}

	private double median() {
		return Ratio.median(this.nanos);
	}

	@Override
	public String toString() {
		return "%.0f ns and %d bytes".formatted(median(), this.bytes);
	}

}
