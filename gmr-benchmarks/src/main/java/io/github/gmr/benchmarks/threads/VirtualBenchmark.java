package io.github.gmr.benchmarks.threads;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import io.github.gmr.benchmarks.measurement.Measurement;
import io.github.gmr.section.virtual.GreenThreadsOptions;
import io.github.gmr.section.virtual.GreenThreadsSection;

/**
 * Compares the section about virtual threads, collected and rendered to text, with the
 * JDK's own dump to a file.
 */
final class VirtualBenchmark {

	private VirtualBenchmark() {
	}

	public static void main(String[] args) throws Exception {
		int count = Integer.parseInt(args[0]);
		DeepStack.park(Thread.ofVirtual().factory(), count, 20);
		HotSpotDiagnosticMXBean bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
		Path file = Files.createTempDirectory("benchmark").resolve("dump.json");
		ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
		GreenThreadsSection section = new GreenThreadsSection(
				new GreenThreadsOptions(Duration.ofMinutes(1), 100, 256, true, 10, Duration.ofSeconds(30)), worker);
		Measurement[] results = Measurement.alternate(10, 21, () -> {
			Files.deleteIfExists(file);
			bean.dumpThreads(file.toString(), ThreadDumpFormat.JSON);
			return null;
		}, () -> ThreadSections.render(ThreadSections.threads(section)));
		double bytes = ThreadSections.render(ThreadSections.threads(section));
		System.out.printf("%d virtual threads on 20 stacks%n", count);
		System.out.printf("  JDK's dump %.1f ms and %d bytes, section %.1f ms and %.0f bytes%n", results[0].time(),
				Files.size(file), results[1].time(), bytes);
		Measurement.print("time, times that of the JDK's dump", results[1].time() / results[0].time(), 1.3, "x");
		Measurement.print("output, part of the JDK's dump", 100 * bytes / Files.size(file), 2, "%");
		Files.delete(file);
		Files.delete(file.getParent());
	}

}
