package io.github.gmr.benchmarks.threads;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks of threads that stand.
 */
final class ThreadRuns {

	private static final double LIMIT_MS = 50;

	private ThreadRuns() {
	}

	/**
	 * Run a benchmark and end the JVM, whatever threads there are.
	 * @param benchmark the benchmark, with a {@code kind}, {@code threads} and
	 * {@code stacks}
	 * @param args the kind of threads, how many, on how many stacks, options of JMH
	 * @throws Exception if it cannot be run
	 */
	static void run(Class<?> benchmark, String[] args) throws Exception {
		Collection<RunResult> results = new Runner(new OptionsBuilder()
			.parent(new CommandLineOptions(List.of(args).subList(3, args.length).toArray(String[]::new)))
			.include(benchmark.getName())
			.param("kind", args[0])
			.param("threads", args[1])
			.param("stacks", args[2])
			.shouldFailOnError(true)
			.addProfiler(GCProfiler.class)
			.forks(0)
			.build()).run();
		results.forEach((result) -> System.out.printf(Locale.ROOT, "%s %s threads on %s stacks: %.3f ms, limit %.0f%n",
				args[1], args[0], args[2], result.getPrimaryResult().getScore(), LIMIT_MS));
		System.exit(0);
	}

}
