package io.github.gmr.benchmarks.reports;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.Report;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.view.html.HtmlReportView;
import io.github.gmr.view.json.JsonReportView;
import io.github.gmr.view.text.TextReportView;
import io.github.gmr.view.xml.XmlReportView;
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
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures the stages of a report, whole reports, and what they are compared with, one
 * after the other in one JVM by JMH.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 10, time = 1)
@SuppressWarnings("NullAway.Init")
public class StageBenchmark {

	private static BusyDemo demo;

	/** How many threads the demo has more. */
	@Param("1000")
	public int threads;

	/** How many properties the demo has more. */
	@Param("300")
	public int properties;

	private ReportStages stages;

	private Report report;

	private RedactedReport redacted;

	private List<StackGroup> stacks;

	/**
	 * Run the benchmark.
	 * @param args how many threads to start, how many properties to set, options of JMH
	 * @throws Exception if a request fails
	 */
	public static void main(String[] args) throws Exception {
		Collection<RunResult> results = new Runner(
				new OptionsBuilder().parent(new CommandLineOptions(Arrays.copyOfRange(args, 2, args.length)))
					.include(StageBenchmark.class.getName())
					.param("threads", args[0])
					.param("properties", args[1])
					.shouldFailOnError(true)
					.addProfiler(GCProfiler.class)
					.forks(0)
					.build())
			.run();
		StageRatios.print(results);
		demo.close();
	}

	/**
	 * Start the demo, unless it runs, and prepare what each stage begins with.
	 * @throws ClassNotFoundException if there is no demo
	 */
	@Setup
	public void prepare() throws ClassNotFoundException {
		if (demo == null) {
			demo = BusyDemo.start(this.threads, this.properties);
		}
		this.stages = new ReportStages(demo.context());
		this.report = this.stages.collect();
		this.redacted = this.stages.redact(this.report);
		this.stacks = ReportStages.stacks(this.report);
	}

	@Benchmark
	public Report stageCollect() {
		return this.stages.collect();
	}

	@Benchmark
	public ThreadActivities stageActivities() {
		return new ThreadActivities(this.stacks, new ApplicationCode(List.of("io.github.gmr")));
	}

	@Benchmark
	public Redaction stageLearnSecrets() {
		return this.stages.refresh();
	}

	@Benchmark
	public RedactedReport stageMask() {
		return this.stages.redact(this.report);
	}

	@Benchmark
	public long stageText() throws IOException {
		return this.stages.render(this.redacted, new TextReportView());
	}

	@Benchmark
	public long stageJson() throws IOException {
		return this.stages.render(this.redacted, new JsonReportView());
	}

	@Benchmark
	public long stageXml() throws IOException {
		return this.stages.render(this.redacted, new XmlReportView());
	}

	@Benchmark
	public long stageHtml() throws IOException {
		return this.stages.render(this.redacted, new HtmlReportView());
	}

	@Benchmark
	public int wholeText() throws IOException, InterruptedException {
		return demo.get("gmr", "text/plain");
	}

	@Benchmark
	public int wholeJson() throws IOException, InterruptedException {
		return demo.get("gmr", "application/json");
	}

	@Benchmark
	public int peerThreadDumpAndEnvAsText() throws IOException, InterruptedException {
		return demo.getThreadDumpAndEnv("text/plain");
	}

	@Benchmark
	public int peerThreadDumpAndEnvAsJson() throws IOException, InterruptedException {
		return demo.getThreadDumpAndEnv("application/json");
	}

	@Benchmark
	public ThreadInfo[] peerDumpAllThreads() {
		return ManagementFactory.getThreadMXBean().dumpAllThreads(true, false);
	}

	@Benchmark
	public long peerDumpByJdk() throws IOException {
		return BusyDemo.dumpByJdk();
	}

}
