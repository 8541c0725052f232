package io.github.gmr.benchmarks.threads;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.gmr.benchmarks.measurement.Measurement;
import io.github.gmr.content.Content;
import io.github.gmr.content.Threads;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.pulse.ThreadCounters;
import io.github.gmr.section.pulse.ThreadHistory;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.threads.PlatformThreads;
import io.github.gmr.section.threads.ThreadsOptions;
import io.github.gmr.section.threads.ThreadsSection;
import io.github.gmr.section.virtual.GreenThreadsOptions;
import io.github.gmr.section.virtual.GreenThreadsSection;

/**
 * Compares, in turns within one JVM, a section about threads, collected and rendered to
 * text, with what it would take without what the threads do: for platform threads, with
 * the dump and the text of its stacks alone; for virtual ones, with the section itself
 * before their stacks are read once more.
 */
final class ActivityShare {

	private static final int WARM_UP = 60;

	private static final int ROUNDS = 61;

	private static final ApplicationCode CODE = new ApplicationCode(List.of("io.github.gmr"));

	private ActivityShare() {
	}

	/**
	 * Run the benchmark.
	 * @param args the kind of threads, {@code platform} or {@code virtual}, how many, on
	 * how many stacks
	 * @throws Exception if the threads cannot be dumped
	 */
	public static void main(String[] args) throws Exception {
		boolean platform = args[0].equals("platform");
		DeepStack.park(platform ? Thread.ofPlatform().daemon().factory() : Thread.ofVirtual().factory(),
				Integer.parseInt(args[1]), Integer.parseInt(args[2]));
		System.out.printf("%s %s threads on %s stacks%n", args[1], args[0], args[2]);
		if (platform) {
			platform();
		}
		else {
			virtual();
		}
		System.exit(0);
	}

	private static void platform() throws Exception {
		ThreadsOptions options = ThreadsOptions.DEFAULT;
		PlatformThreads threads = new PlatformThreads(options, new ThreadHistory(ThreadCounters.ofJvm()), CODE);
		ThreadsSection section = new ThreadsSection(options, threads);
		Measurement[] results = Measurement.alternate(WARM_UP, ROUNDS, () -> plain(threads, new ReportScope(), false),
				() -> plain(threads, new ReportScope(), true),
				() -> ThreadSections.render(section.content(new ReportScope())));
		print("dump and stacks", results[0], results[0]);
		print("and what the threads do", results[1], results[0]);
		print("and all checks: the section", results[2], results[0]);
	}

	private static long plain(PlatformThreads threads, ReportScope scope, boolean activities) throws Exception {
		List<StackGroup> groups = threads.groups(scope);
		List<String> words = activities ? threads.activities(scope).words() : List.of();
		return ThreadSections.render(new Threads(Threads.Kind.PLATFORM, "",
				Content.fields((fields) -> fields.add("activities", words)), groups, 0));
	}

	private static void virtual() throws Exception {
		ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
		GreenThreadsSection section = new GreenThreadsSection(GreenThreadsOptions.DEFAULT, worker);
		Callable<?> once = () -> ThreadSections.render(ThreadSections.threads(section));
		Measurement[] results = Measurement.alternate(WARM_UP, ROUNDS, once, () -> {
			Threads threads = ThreadSections.threads(section);
			new ThreadActivities(threads.groups(), CODE).words();
			return ThreadSections.render(threads);
		});
		print("the section", results[0], results[0]);
		print("and what the threads do, once more", results[1], results[0]);
	}

	private static void print(String what, Measurement result, Measurement base) {
		System.out.printf("  %-40s %8.2f ms %8d kB  %s%n", what, result.time(), result.allocated() / 1000,
				result.times(base));
	}

}
