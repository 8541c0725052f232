package io.github.gmr.benchmarks.threads;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.gmr.benchmarks.measurement.Measurement;
import io.github.gmr.content.Threads;
import io.github.gmr.section.virtual.GreenThreadsOptions;
import io.github.gmr.section.virtual.GreenThreadsSection;

/**
 * Measures whether the section about virtual threads comes back in time when there are
 * very many.
 */
final class MillionBenchmark {

	private MillionBenchmark() {
	}

	public static void main(String[] args) throws Exception {
		int count = Integer.parseInt(args[0]);
		ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
		GreenThreadsSection section = new GreenThreadsSection(GreenThreadsOptions.DEFAULT, worker);
		// as the report does once when the application has started
		ThreadSections.render(ThreadSections.threads(section));
		DeepStack.park(Thread.ofVirtual().factory(), count, 20);
		System.out.printf("%d virtual threads on 20 stacks, %d MiB heap%n", count,
				Runtime.getRuntime().maxMemory() >> 20);
		for (int i = 0; i < 3; i++) {
			long start = System.nanoTime();
			Threads threads = ThreadSections.threads(section);
			long bytes = ThreadSections.render(threads);
			double seconds = (System.nanoTime() - start) / 1e9;
			System.out.printf("  %d bytes of text, threads = %s%n", bytes, threads.summary().values().get("threads"));
			Measurement.print("time of a section with a timeout of 2 s", seconds, 2.5, "s");
		}
	}

}
