package io.github.gmr.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Text;
import io.github.gmr.report.RegisteredSection.Answer;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.worker.Deadline;
import io.github.gmr.worker.StuckException;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Collects sections under time limits. The thread sections are asked first, before others
 * disturb the picture; the others follow in printing order, one after another. What goes
 * wrong with a section costs that section only. Thread-safe.
 */
public final class ReportGenerator {

	private static final Set<String> FIRST = Set.of("threads", "green-threads");

	private final Workers workers;

	private final Runnable relief;

	/**
	 * Create a generator.
	 * @param workers the threads to run sections on
	 * @param relief gives the generator heap after a section has used up all there was
	 */
	public ReportGenerator(Workers workers, Runnable relief) {
		this.workers = workers;
		this.relief = relief;
	}

	/**
	 * Collect a report.
	 * @param head what the report says about itself
	 * @param sections the sections in printing order
	 * @param limits how long they may take
	 * @return the report
	 */
	public Report generate(ReportHead head, List<RegisteredSection> sections, TimeLimits limits) {
		Deadline deadline = Deadline.in(limits.report());
		ReportScope scope = new ReportScope();
		Map<RegisteredSection, SectionReport> collected = new IdentityHashMap<>();
		for (RegisteredSection section : inCollectingOrder(sections)) {
			collected.put(section, collect(section, head.sequence(), scope, limits, deadline));
		}
		List<SectionReport> reports = sections.stream().map(collected::get).toList();
		return new Report(head, deadline.elapsed(), Findings.of(reports), reports, true);
	}

	private static List<RegisteredSection> inCollectingOrder(List<RegisteredSection> sections) {
		List<RegisteredSection> ordered = new ArrayList<>(sections);
		ordered.sort(Comparator.comparing((section) -> !FIRST.contains(section.name())));
		return ordered;
	}

	private SectionReport collect(RegisteredSection section, long sequence, ReportScope scope, TimeLimits limits,
			Deadline deadline) {
		if (deadline.isOver()) {
			return skipped(section, "the report's time limit of " + limits.report().toMillis() + " ms was used up");
		}
		if (this.workers.areScarce() && !FIRST.contains(section.name())) {
			return skipped(section, "too many sections hang");
		}
		long busy = section.claim(sequence);
		if (busy != RegisteredSection.FREE) {
			return skipped(section, "still running since " + ((busy != 0) ? "report " + busy : "the warm-up"));
		}
		return collect(section, scope, deadline.within(limits.section(section.name())));
	}

	private SectionReport collect(RegisteredSection section, ReportScope scope, Duration limit) {
		Deadline watch = Deadline.in(limit);
		BiFunction<SectionStatus, @Nullable Content, SectionReport> outcome = (status,
				content) -> new SectionReport(section.name(), section.title(), status, watch.elapsed(), content);
		try {
			Answer answer = this.workers.call(() -> section.ask(scope), limit);
			return outcome.apply(answer.status(), answer.content());
		}
		catch (StuckException ex) {
			return outcome.apply(SectionStatus.TIMED_OUT, Failure.timedOut(limit, ex.workerStack()));
		}
		catch (ExecutionException ex) {
			this.relief.run();
			return outcome.apply(SectionStatus.FAILED, Failure.of((ex.getCause() != null) ? ex.getCause() : ex));
		}
		catch (RejectedExecutionException ex) {
			section.release();
			return skipped(section, String.valueOf(ex.getMessage()));
		}
		catch (OutOfMemoryError ex) {
			this.relief.run();
			return skipped(section, "out of memory");
		}
	}

	private static SectionReport skipped(RegisteredSection section, String reason) {
		return new SectionReport(section.name(), section.title(), SectionStatus.SKIPPED, Duration.ZERO,
				new Text("skipped: " + reason));
	}

}
