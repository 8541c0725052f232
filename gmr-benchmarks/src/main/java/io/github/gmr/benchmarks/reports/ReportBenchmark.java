package io.github.gmr.benchmarks.reports;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import com.sun.management.ThreadMXBean;
import io.github.gmr.benchmarks.measurement.Ratio;
import io.github.gmr.benchmarks.measurement.Rounds;

/**
 * Measures whole reports over HTTP next to Actuator's endpoints and bare dumps of the
 * threads, in turns in one JVM, so that the ratios hold on a busy machine, too.
 */
public final class ReportBenchmark {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final int WARM_UP = Rounds.of(20);

	private static final int ROUNDS = Rounds.of(30);

	private final Map<String, Samples> samples = new LinkedHashMap<>();

	private ReportBenchmark() {
	}

	/**
	 * Measure.
	 * @param args how many threads to start, and how many properties to set
	 * @throws Exception if a request fails
	 */
	public static void main(String[] args) throws Exception {
		try (BusyDemo demo = BusyDemo.start(Integer.parseInt(args[0]), Integer.parseInt(args[1]))) {
			new ReportBenchmark().run(demo);
		}
	}

	private void run(BusyDemo demo) throws Exception {
		Map<String, Callable<?>> tasks = new LinkedHashMap<>();
		tasks.put("threaddump (text) and env", () -> demo.getThreadDumpAndEnv("text/plain"));
		tasks.put("threaddump (JSON) and env", () -> demo.getThreadDumpAndEnv("application/json"));
		tasks.put("dumpAllThreads(true, false)", () -> THREADS.dumpAllThreads(true, false));
		tasks.put("the JDK's dump as JSON", BusyDemo::dumpByJdk);
		tasks.put("report as text", () -> demo.get("gmr", "text/plain"));
		tasks.put("report as JSON", () -> demo.get("gmr", "application/json"));
		for (int round = -WARM_UP; round < ROUNDS; round++) {
			for (Map.Entry<String, Callable<?>> task : tasks.entrySet()) {
				measure(round, task.getKey(), task.getValue());
			}
		}
		this.samples.forEach(this::print);
	}

	private void measure(int round, String name, Callable<?> task) throws Exception {
		long allocated = THREADS.getTotalThreadAllocatedBytes();
		long start = System.nanoTime();
		task.call();
		double millis = (System.nanoTime() - start) / 1e6;
		if (round >= 0) {
			Samples samples = this.samples.computeIfAbsent(name, (any) -> new Samples());
			samples.millis[round] = millis;
			samples.megabytes[round] = (THREADS.getTotalThreadAllocatedBytes() - allocated) / 1e6;
		}
	}

	private void print(String name, Samples samples) {
		System.out.printf("%-30s %7.1f ms %7.1f MB allocated%n", name, Ratio.median(samples.millis),
				Ratio.median(samples.megabytes));
		if (name.startsWith("report")) {
			this.samples.forEach((peer, others) -> {
				if (!peer.startsWith("report")) {
					System.out.printf("%34s %s%n", Ratio.inTurns(samples.millis, others.millis), peer);
				}
			});
		}
	}

	/**
	 * What one task has taken in each round.
	 */
	private static final class Samples {

		private final double[] millis = new double[ROUNDS];

		private final double[] megabytes = new double[ROUNDS];

	}

}
