package io.github.gmr.view;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;

import com.sun.management.ThreadMXBean;
import io.github.gmr.content.Threads;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.virtual.GreenThreadsSection;
import io.github.gmr.view.text.ThreadsText;

/**
 * Measures tasks alternately, so that what disturbs one disturbs the other.
 */
final class Measurement {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final double[] millis;

	private final long[] bytes;

	private Measurement(int rounds) {
		this.millis = new double[rounds];
		this.bytes = new long[rounds];
	}

	/**
	 * Run tasks alternately and measure the later rounds.
	 */
	static Measurement[] alternate(int warmUp, int rounds, Callable<?>... tasks) throws Exception {
		Measurement[] results = new Measurement[tasks.length];
		Arrays.setAll(results, (i) -> new Measurement(rounds));
		for (int round = -warmUp; round < rounds; round++) {
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
	double time() {
		return quartile(this.millis);
	}

	static double quartile(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 4];
	}

	/**
	 * Return what the task allocates, on its own thread.
	 * @return bytes in the last round
	 */
	long allocated() {
		return this.bytes[this.bytes.length - 1];
	}

	/**
	 * Return what a section says about threads.
	 * @param section the section
	 * @return the threads
	 * @throws IOException if they cannot be dumped
	 */
	static Threads threads(GreenThreadsSection section) throws IOException {
		return (Threads) section.content(new ReportScope());
	}

	/**
	 * Render threads as text.
	 * @return how many bytes the text has
	 */
	static long render(Threads threads) {
		CountingStream counted = new CountingStream();
		try (Writer writer = new BufferedWriter(new OutputStreamWriter(counted, StandardCharsets.UTF_8))) {
			new ThreadsText(threads).write(writer);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return counted.count();
	}

	/**
	 * Print a figure next to its limit.
	 */
	static void print(String what, double value, double limit, String unit) {
		System.out.printf("  %-52s %10.2f %-6s limit %8.2f  %s%n", what, value, unit, limit,
				(value <= limit) ? "ok" : "MISSED");
	}

}
