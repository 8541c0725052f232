package io.github.gmr.benchmarks.threads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.gmr.benchmarks.measurement.Rounds;
import io.github.gmr.benchmarks.views.ViewBenchmark;

/**
 * Runs every benchmark of the thread sections in a JVM of its own and prints what it
 * measures next to its limit.
 */
public final class ThreadBenchmarks {

	private ThreadBenchmarks() {
	}

	/**
	 * Run the benchmarks.
	 * @param args the names of those to run, all of them if there are none
	 * @throws Exception if a JVM cannot be started
	 */
	public static void main(String[] args) throws Exception {
		List<String> wanted = List.of(args);
		for (int count : new int[] { 1000, 5000 }) {
			for (int stacks : new int[] { 20, count }) {
				if (wanted.isEmpty() || wanted.contains("platform")) {
					platform(count, stacks);
				}
			}
		}
		if (wanted.isEmpty() || wanted.contains("views")) {
			run(ViewBenchmark.class, List.of("-Xmx2g"), "5000");
		}
		if (wanted.isEmpty() || wanted.contains("virtual")) {
			run(VirtualBenchmark.class, List.of("-Xmx2g"), "10000");
		}
		if (wanted.isEmpty() || wanted.contains("million")) {
			run(MillionBenchmark.class, List.of("-Xmx3g"), "1000000");
		}
		if (wanted.isEmpty() || wanted.contains("memory")) {
			run(MemoryBenchmark.class, List.of("-Xmx6g", "-XX:+UseParallelGC"), "1000000");
		}
	}

	private static void platform(int count, int stacks) throws IOException, InterruptedException {
		Path log = Files.createTempFile("safepoints", ".log");
		try {
			run(PlatformBenchmark.class, List.of("-Xmx2g", "-Xss512k", "-Xlog:safepoint:file=" + log),
					Integer.toString(count), Integer.toString(stacks));
			try (Stream<String> lines = Files.lines(log)) {
				PlatformBenchmark.printPauses(lines.toList());
			}
		}
		finally {
			Files.delete(log);
		}
	}

	private static void run(Class<?> benchmark, List<String> options, String... args)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
		command.add("-Drounds=" + Rounds.of(Integer.MAX_VALUE));
		command.addAll(options);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), benchmark.getName()));
		command.addAll(List.of(args));
		if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
			throw new IOException(benchmark.getSimpleName() + " has failed");
		}
	}

}
