package io.github.gmr.benchmarks.measurement;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.Callable;

import com.sun.management.ThreadMXBean;

/**
 * Measures tasks alternately, so that what disturbs one disturbs the other.
 */
public final class Measurement {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final double[] millis;

	private final long[] bytes;

	private Measurement(int rounds) {
		this.millis = new double[rounds];
		this.bytes = new long[rounds];
	}

	/**
	 * Run tasks alternately and measure the later rounds.
	 * @param warmUp the number of rounds that are not measured
	 * @param rounds the number of rounds that are
	 * @param tasks the tasks
	 * @return a measurement of each task
	 * @throws Exception if a task fails
	 */
	public static Measurement[] alternate(int warmUp, int rounds, Callable<?>... tasks) throws Exception {
		Measurement[] results = new Measurement[tasks.length];
		Arrays.setAll(results, (i) -> new Measurement(Rounds.of(rounds)));
		for (int round = -Rounds.of(warmUp); round < Rounds.of(rounds); round++) {
			for (int i = 0; i < tasks.length; i++) {
				results[i].measure(round, tasks[i]);
			}
		}
		return results;
	}

	private void measure(int round, Callable<?> task) throws Exception {
		long id = Thread.currentThread().threadId();
		long allocated = THREADS.getThreadAllocatedBytes(id);
		long start = System.nanoTime();
		task.call();
		long end = System.nanoTime();
		if (round >= 0) {
			this.millis[round] = (end - start) / 1e6;
			this.bytes[round] = THREADS.getThreadAllocatedBytes(id) - allocated;
		}
	}

	/**
	 * Return the lower quartile of the times, which other processes disturb less than the
	 * median.
	 * @return milliseconds
	 */
	public double time() {
		return quartile(this.millis);
	}

	private static double quartile(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 4];
	}

	/**
	 * Compare with another task that was run in turns with this one.
	 * @param other what was measured of that
	 * @return how many times as long this one takes
	 */
	public Ratio times(Measurement other) {
		return Ratio.inTurns(this.millis, other.millis);
	}

	/**
	 * Return what the task allocates, on its own thread.
	 * @return bytes in the last round
	 */
	public long allocated() {
		return this.bytes[this.bytes.length - 1];
	}

	/**
	 * Print a figure next to its limit.
	 * @param what what the figure is
	 * @param value the figure
	 * @param limit the most it may be
	 * @param unit the unit of both
	 */
	public static void print(String what, double value, double limit, String unit) {
		System.out.printf("  %-52s %10.2f %-6s limit %8.2f  %s%n", what, value, unit, limit,
				(value <= limit) ? "ok" : "MISSED");
	}

}
