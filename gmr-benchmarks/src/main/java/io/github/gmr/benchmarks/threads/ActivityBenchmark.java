package io.github.gmr.benchmarks.threads;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

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
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures by JMH what it takes to find out what threads do, given their stacks.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@SuppressWarnings("NullAway.Init")
public class ActivityBenchmark {

	private static final ApplicationCode CODE = new ApplicationCode(List.of("io.github.gmr"));

	/** Which threads there are. */
	@Param("platform")
	public String kind;

	/** How many threads there are. */
	@Param("1000")
	public int threads;

	/** How many different stacks they have. */
	@Param("20")
	public int stacks;

	private List<StackGroup> groups;

	/**
	 * Run the benchmark.
	 * @param args the kind of threads, how many, on how many stacks, options of JMH
	 * @throws Exception if it cannot be run
	 */
	public static void main(String[] args) throws Exception {
		ThreadRuns.run(ActivityBenchmark.class, args);
	}

	/**
	 * Park the threads and take their stacks.
	 * @throws Exception if they cannot be taken
	 */
	@Setup
	public void prepare() throws Exception {
		boolean platform = this.kind.equals("platform");
		DeepStack.park(platform ? Thread.ofPlatform().daemon().factory() : Thread.ofVirtual().factory(), this.threads,
				this.stacks);
		this.groups = (platform ? platform() : virtual()).groups();
	}

	private static Threads platform() throws InterruptedException {
		ThreadsOptions options = ThreadsOptions.DEFAULT;
		return new ThreadsSection(options,
				new PlatformThreads(options, new ThreadHistory(ThreadCounters.ofJvm()), CODE))
			.content(new ReportScope());
	}

	private static Threads virtual() throws Exception {
		ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
		return ThreadSections.threads(new GreenThreadsSection(GreenThreadsOptions.DEFAULT, worker));
	}

	@Benchmark
	public ThreadActivities activities() {
		return new ThreadActivities(this.groups, CODE);
	}

}
