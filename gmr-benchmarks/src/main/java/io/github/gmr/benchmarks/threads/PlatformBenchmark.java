package io.github.gmr.benchmarks.threads;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.gmr.benchmarks.measurement.Measurement;
import io.github.gmr.benchmarks.measurement.Rounds;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.pulse.Pulse;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.threads.PlatformThreads;
import io.github.gmr.section.threads.ThreadsOptions;
import io.github.gmr.section.threads.ThreadsSection;

/**
 * Compares the section about platform threads, collected and rendered to text, with a
 * bare {@code dumpAllThreads(true, false)}.
 */
final class PlatformBenchmark {

	private static final int WARM_UP = Rounds.of(60);

	private static final int ROUNDS = Rounds.of(41);

	/** How many dumps a round takes: two bare calls and a section. */
	private static final int DUMPS = 3;

	private static final Pattern PAUSE = Pattern.compile("Safepoint \"ThreadDump\".* Total: +(\\d+) ns");

	private PlatformBenchmark() {
	}

	public static void main(String[] args) throws Exception {
		int count = Integer.parseInt(args[0]);
		int stacks = Integer.parseInt(args[1]);
		DeepStack.park(Thread.ofPlatform().daemon().name("parked-", 0).factory(), count, stacks);
		ThreadMXBean bean = ManagementFactory.getThreadMXBean();
		ThreadsSection section = new ThreadsSection(ThreadsOptions.DEFAULT, new PlatformThreads(ThreadsOptions.DEFAULT,
				new Pulse().threads(), new ApplicationCode(List.of("io.github.gmr"))));
		Callable<?> bare = () -> bean.dumpAllThreads(true, false);
		Measurement[] results = Measurement.alternate(WARM_UP, ROUNDS, bare, bare,
				() -> ThreadSections.render(section.content(new ReportScope())));
		System.out.printf("%d platform threads on %d stacks%n", count, stacks);
		System.out.printf("  bare call %.1f ms, section %.1f ms, bare call allocates %.2f KiB a thread%n",
				results[1].time(), results[2].time(), results[1].allocated() / 1024.0 / count);
		Measurement.print("time, times that of the bare call", results[2].time() / results[1].time(), 1.5, "x");
		Measurement.print("allocation a thread", results[2].allocated() / 1024.0 / count, 6, "KiB");
	}

	/**
	 * Compare the pauses of the sections with those of the bare calls that follow a bare
	 * call, as each section does: what ran before a pause makes it longer or shorter by a
	 * tenth. The JVM does the same in both, so what tells is the shortest, the least
	 * disturbed.
	 * @param log the lines of HotSpot's log of safepoints
	 */
	static void printPauses(List<String> log) {
		double[] pauses = log.stream()
			.map(PAUSE::matcher)
			.filter(Matcher::find)
			.mapToDouble((pause) -> Long.parseLong(pause.group(1)) / 1e6)
			.toArray();
		double bare = shortest(pauses, DUMPS * WARM_UP + 1);
		double section = shortest(pauses, DUMPS * WARM_UP + 2);
		System.out.printf("  %d safepoints for %d dumps, shortest of the bare call %.2f ms, of the section %.2f ms%n",
				pauses.length, DUMPS * (WARM_UP + ROUNDS), bare, section);
		Measurement.print("pause, times that of the bare call", section / bare, 1.05, "x");
	}

	private static double shortest(double[] values, int first) {
		double[] selected = new double[ROUNDS];
		Arrays.setAll(selected, (i) -> values[first + DUMPS * i]);
		return Arrays.stream(selected).min().orElse(0);
	}

}
