package io.github.gmr.benchmarks.threads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.gmr.content.Content;
import io.github.gmr.diagnosis.WaitsOptions;
import io.github.gmr.diagnosis.WaitsSection;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.pulse.ThreadCounters;
import io.github.gmr.section.pulse.ThreadHistory;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.threads.PlatformThreads;
import io.github.gmr.section.threads.ThreadsOptions;
import io.github.gmr.section.virtual.GreenThreadsOptions;
import io.github.gmr.section.virtual.GreenThreadsSection;
import io.github.gmr.section.work.Work;
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
 * Measures by JMH what it takes to follow work through what it waits for, given the
 * stacks: each thread does work, all but two wait for permits that these have.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@SuppressWarnings("NullAway.Init")
public class WaitsBenchmark {

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

	private final ReportScope scope = new ReportScope();

	private WaitsSection section;

	/**
	 * Run the benchmark.
	 * @param args the kind of threads, how many, on how many stacks, options of JMH
	 * @throws Exception if it cannot be run
	 */
	public static void main(String[] args) throws Exception {
		ThreadRuns.run(WaitsBenchmark.class, args);
	}

	/**
	 * Let the threads wait and take their stacks.
	 * @throws Exception if they cannot be taken
	 */
	@Setup
	public void prepare() throws Exception {
		ThreadFactory factory = this.kind.equals("platform") ? Thread.ofPlatform().daemon().factory()
				: Thread.ofVirtual().factory();
		Semaphore permits = new Semaphore(2);
		List<Work> work = new ArrayList<>();
		DeepStack.park(factory, this.threads, this.stacks, () -> hold(permits))
			.forEach((thread) -> work.add(new Sample(thread)));
		ThreadsOptions options = ThreadsOptions.DEFAULT;
		GreenThreadsSection virtual = new GreenThreadsSection(GreenThreadsOptions.DEFAULT,
				Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()));
		this.section = new WaitsSection(new PlatformThreads(options, new ThreadHistory(ThreadCounters.ofJvm()), CODE),
				virtual, CODE, () -> work, null, new WaitsOptions(Duration.ZERO));
		this.section.content(this.scope);
	}

	private static void hold(Semaphore permits) {
		permits.acquireUninterruptibly();
		LockSupport.park();
	}

	@Benchmark
	public Content waits() throws InterruptedException {
		return this.section.content(this.scope);
	}

	private static final class Sample extends Work {

		private Sample(Thread thread) {
			super(System::nanoTime);
			runOn(thread);
		}

		@Override
		public String words() {
			return "sample";
		}

	}

}
