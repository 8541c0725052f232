package io.github.gmr.benchmarks.threads;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.gmr.benchmarks.measurement.Measurement;
import io.github.gmr.content.Threads;
import io.github.gmr.section.virtual.GreenThreadsOptions;
import io.github.gmr.section.virtual.GreenThreadsSection;

/**
 * Measures how much live heap the section about virtual threads needs while it reads very
 * many, every one on a stack of its own: the heap is collected again and again meanwhile.
 */
final class MemoryBenchmark {

	private MemoryBenchmark() {
	}

	public static void main(String[] args) throws Exception {
		int count = Integer.parseInt(args[0]);
		System.out.printf("Live heap while %d virtual threads are read%n", count);
		DeepStack.park(Thread.ofVirtual().factory(), count, count);
		ExecutorService worker = Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory());
		GreenThreadsSection section = new GreenThreadsSection(
				new GreenThreadsOptions(Duration.ofMinutes(10), 100, 256, true, 10, Duration.ofSeconds(30)), worker);
		long before = live();
		long most = before;
		int collections = 0;
		Future<Threads> content = worker.submit(() -> ThreadSections.threads(section));
		while (!isDone(content)) {
			most = Math.max(most, live());
			collections++;
		}
		System.out.printf("  %d collections, threads = %s%n", collections,
				content.get().summary().values().get("threads"));
		Measurement.print("extra heap", (most - before) / 1048576.0, 64, "MiB");
	}

	private static boolean isDone(Future<?> content) throws Exception {
		try {
			content.get(5, TimeUnit.SECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
	}

	private static long live() {
		System.gc();
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.mapToLong((pool) -> pool.getCollectionUsage().getUsed())
			.sum();
	}

}
