package io.github.gmr.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.content.Draft;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Text;
import io.github.gmr.report.RegisteredSection.Answer;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.worker.Deadline;
import io.github.gmr.worker.Outcome;
import io.github.gmr.worker.Outcome.Busy;
import io.github.gmr.worker.Outcome.Done;
import io.github.gmr.worker.Outcome.Failed;
import io.github.gmr.worker.Outcome.TimedOut;
import io.github.gmr.worker.Outcome.TookHeap;
import io.github.gmr.worker.WorkerThreads;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Collects sections under time limits. Those that state so are asked first, before others
 * disturb the picture; the others follow in printing order, one after another. What goes
 * wrong with a section costs that section only. Thread-safe.
 */
public final class ReportGenerator {

	private final WorkerThreads threads;

	private final Workers workers;

	private final Runnable relief;

	/**
	 * Create a generator.
	 * @param threads the threads to run sections on
	 * @param workers call sections on these threads
	 * @param relief gives the generator heap after a section has used up all there was
	 */
	public ReportGenerator(WorkerThreads threads, Workers workers, Runnable relief) {
		this.threads = threads;
		this.workers = workers;
		this.relief = relief;
	}

	/**
	 * Collect a report.
	 * @param progress the report, begun, which others may watch
	 * @param scope what its sections look at together
	 * @param limits how long its sections may take
	 * @return the report
	 */
	public Report generate(ReportProgress progress, ReportScope scope, TimeLimits limits) {
		Collection collection = new Collection(progress.head().sequence(), scope, limits, progress.deadline());
		for (RegisteredSection section : inCollectingOrder(progress.sections())) {
			progress.collected(section, collect(section, collection));
		}
		return progress.soFar();
	}

	private static List<RegisteredSection> inCollectingOrder(List<RegisteredSection> sections) {
		List<RegisteredSection> ordered = new ArrayList<>(sections);
		ordered.sort(Comparator.comparing((section) -> !section.traits().collectedFirst()));
		return ordered;
	}

	private SectionReport collect(RegisteredSection section, Collection collection) {
		if (collection.deadline.isOver()) {
			return skipped(section,
					"the report's time limit of " + collection.limits.report().toMillis() + " ms was used up");
		}
		if (this.threads.areScarce() && !section.traits().collectedFirst()) {
			return skipped(section, "too many sections hang");
		}
		Duration limit = collection.limits.of(section.traits());
		return ask(section, collection, collection.deadline.within(limit));
	}

	private SectionReport ask(RegisteredSection section, Collection collection, Duration limit) {
		Deadline watch = Deadline.in(limit);
		Draft draft = new Draft();
		Outcome<Answer> outcome = this.workers.attempt(section.subject(),
				() -> draft.of(() -> section.ask(collection.sequence, collection.scope)), limit);
		if (outcome instanceof Done<Answer> done) {
			return report(section, watch, done.value(), draft);
		}
		if (outcome instanceof Failed<Answer> failed) {
			this.relief.run();
			return report(section, SectionStatus.FAILED, watch, cut(draft.soFar(), Failure.of(failed.cause())));
		}
		if (outcome instanceof TimedOut<Answer> timedOut) {
			return report(section, SectionStatus.TIMED_OUT, watch,
					cut(draft.soFar(), Failure.timedOut(limit, timedOut.stack())));
		}
		if (outcome instanceof TookHeap<Answer> tookHeap) {
			this.relief.run();
			return report(section, SectionStatus.FAILED, watch,
					cut(draft.soFar(), Failure.at("too much memory", outcome.reason(), tookHeap.stack())));
		}
		return skipped(section, (outcome instanceof Busy) ? runningSince(section) : outcome.reason());
	}

	private static SectionReport report(RegisteredSection section, Deadline watch, Answer answer, Draft draft) {
		Content content = answer.content();
		return report(section, answer.status(), watch,
				(content instanceof Failure failure && answer.status() == SectionStatus.FAILED)
						? cut(draft.soFar(), failure) : content);
	}

	/**
	 * Return why a section has not said more, and what it has said.
	 */
	private static Content cut(Fields soFar, Failure failure) {
		if (soFar.values().isEmpty() && soFar.checks().isEmpty()) {
			return failure;
		}
		return Content.fields((fields) -> {
			fields.add(SectionReport.REST, failure);
			soFar.values().forEach(fields::add);
			soFar.checks().forEach(fields::add);
		});
	}

	private static String runningSince(RegisteredSection section) {
		long report = section.lastReport();
		return "still running since " + ((report != RegisteredSection.WARM_UP) ? "report " + report : "the warm-up");
	}

	private static SectionReport report(RegisteredSection section, SectionStatus status, Deadline watch,
			@Nullable Content content) {
		return new SectionReport(section.name(), section.title(), status, watch.elapsed(), content);
	}

	private static SectionReport skipped(RegisteredSection section, String reason) {
		return new SectionReport(section.name(), section.title(), SectionStatus.SKIPPED, Duration.ZERO,
				new Text("skipped: " + reason));
	}

	/**
	 * What all sections of one report share.
	 */
	private record Collection(long sequence, ReportScope scope, TimeLimits limits, Deadline deadline) {

	}

}
