package io.github.gmr.benchmarks.views;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import io.github.gmr.benchmarks.measurement.CountingStream;
import io.github.gmr.benchmarks.measurement.Measurement;
import io.github.gmr.content.Content;
import io.github.gmr.content.Threads;
import io.github.gmr.content.thread.PlatformThreadFacts;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadUsage;
import io.github.gmr.redact.Audience;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.Report;
import io.github.gmr.report.ReportHead;
import io.github.gmr.report.ReportedProcess;
import io.github.gmr.report.SectionReport;
import io.github.gmr.report.SectionStatus;
import io.github.gmr.view.ReportView;
import io.github.gmr.view.html.HtmlReportView;
import io.github.gmr.view.json.JsonReportView;
import io.github.gmr.view.text.TextReportView;
import io.github.gmr.view.xml.XmlReportView;

/**
 * Compares the views for a report about threads that all have stacks of their own.
 */
public final class ViewBenchmark {

	private static final int WARM_UP = 40;

	private static final int ROUNDS = 21;

	private static final int DEPTH = 40;

	private ViewBenchmark() {
	}

	public static void main(String[] args) throws Exception {
		RedactedReport report = report(Integer.parseInt(args[0]));
		List<ReportView> views = List.of(new TextReportView(), new JsonReportView(), new XmlReportView(),
				new HtmlReportView());
		Measurement[] results = Measurement.alternate(WARM_UP, ROUNDS,
				views.stream().map((view) -> writing(view, report)).toArray(Callable<?>[]::new));
		System.out.printf("%s threads of %d frames each%n", args[0], DEPTH);
		for (int i = 0; i < views.size(); i++) {
			long size = size(views.get(i), report);
			System.out.printf("  %s: %d KiB in %.1f ms%n", views.get(i).name(), size / 1024, results[i].time());
			Measurement.print("time of text, times that of this view", results[0].time() / results[i].time(), 1, "x");
			Measurement.print("allocation, times the output", (double) results[i].allocated() / size, 3, "x");
		}
	}

	private static Callable<?> writing(ReportView view, RedactedReport report) {
		return () -> size(view, report);
	}

	private static long size(ReportView view, RedactedReport report) throws IOException {
		CountingStream counted = new CountingStream();
		view.write(report, counted);
		return counted.count();
	}

	private static RedactedReport report(int threads) {
		List<StackGroup> groups = new ArrayList<>();
		for (int i = 0; i < threads; i++) {
			ThreadUsage usage = new ThreadUsage(12_345_678L * i, 1_000_000L * i, 1_234_567L * i, i, i);
			groups.add(new StackGroup("TIMED_WAITING (parking)", 1,
					List.of(new ThreadEntry(i, "http-nio-8080-exec-" + i,
							new PlatformThreadFacts(true, 5, false, false, usage, null), List.of())),
					frames(i), false));
		}
		Threads content = new Threads(Threads.Kind.PLATFORM, "VM", Content.fields(Map.of("threads", threads)), groups,
				0);
		ReportHead head = new ReportHead(1, Instant.EPOCH, List.of("benchmark"), 0,
				new ReportedProcess(1, "host", "benchmark"));
		SectionReport section = new SectionReport("threads", "Threads", SectionStatus.OK, Duration.ZERO, content);
		return Redaction.builder()
			.build()
			.redact(new Report(head, Duration.ZERO, List.of(), List.of(section), true), Audience.MASKED);
	}

	private static List<String> frames(int thread) {
		return IntStream.range(0, DEPTH)
			.mapToObj((depth) -> "com.acme.orders.service.Layer%d.handle(Layer%d.java:%d)".formatted(depth, depth,
					(depth < 3) ? thread : depth))
			.toList();
	}

}
