package io.github.gmr.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import io.github.gmr.Publication;
import io.github.gmr.Publication.Delivery;
import io.github.gmr.content.Failure;
import io.github.gmr.engine.OutputSettings.NamedSink;
import io.github.gmr.engine.OutputSettings.Stderr;
import io.github.gmr.engine.OutputSettings.Stderr.Use;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.sink.RenderedReport;
import io.github.gmr.sink.StderrSink;
import io.github.gmr.view.ReportView;
import io.github.gmr.view.text.TextReportView;
import io.github.gmr.worker.Outcome;
import io.github.gmr.worker.Outcome.Done;
import io.github.gmr.worker.Outcome.Failed;
import io.github.gmr.worker.Workers;

/**
 * Renders a report and gives it to the sinks, standard error last: it tells what became
 * of the others, and takes the report itself if nobody else did.
 */
final class ReportPublisher {

	private static final Duration SINK_LIMIT = Duration.ofSeconds(5);

	private static final String STDERR = "stderr";

	private final Workers workers;

	private final StderrSink stderr;

	private final Duration sinkLimit;

	ReportPublisher(Workers workers, StderrSink stderr) {
		this(workers, stderr, SINK_LIMIT);
	}

	ReportPublisher(Workers workers, StderrSink stderr, Duration sinkLimit) {
		this.workers = workers;
		this.stderr = stderr;
		this.sinkLimit = sinkLimit;
	}

	/**
	 * Return the opening of a report that is not collected yet.
	 * @return what is to observe the report
	 */
	ReportOpening opening() {
		return new ReportOpening(this.stderr, this.workers);
	}

	/**
	 * Give a report to the sinks.
	 * @param report the report
	 * @param output the sinks and formats
	 * @param mask masks secrets in what a sink says when it fails
	 * @param opening what standard error has got of it
	 * @return where the report went
	 */
	Publication publish(RedactedReport report, OutputSettings output, UnaryOperator<String> mask,
			ReportOpening opening) {
		Renderings renderings = new Renderings(report, output);
		List<Delivery> deliveries = new ArrayList<>();
		for (NamedSink sink : output.sinks()) {
			deliveries.add(deliver(sink, renderings, mask));
		}
		deliveries.addAll(toStderr(renderings, deliveries, opening));
		return new Publication(report.head().sequence(), deliveries);
	}

	private Delivery deliver(NamedSink sink, Renderings renderings, UnaryOperator<String> mask) {
		Outcome<Delivery> outcome = this.workers.attempt(sink.sink(), () -> attempt(sink, renderings, mask),
				this.sinkLimit);
		String error = (outcome instanceof Failed<Delivery> failed) ? failed.cause().getClass().getName()
				: outcome.reason();
		return outcome.orElse(new Delivery(sink.name(), null, error));
	}

	/**
	 * Give a report to a sink, on a worker: views, sinks and their exceptions are code of
	 * the application.
	 */
	private static Delivery attempt(NamedSink sink, Renderings renderings, UnaryOperator<String> mask) {
		try {
			return new Delivery(sink.name(), sink.sink().accept(renderings.as(sink.format())), null);
		}
		catch (Throwable ex) {
			return new Delivery(sink.name(), null, mask.apply(text(ex)));
		}
	}

	private List<Delivery> toStderr(Renderings renderings, List<Delivery> deliveries, ReportOpening opening) {
		Use use = renderings.output.stderr().use();
		boolean delivered = deliveries.stream().anyMatch(Delivery::isSuccess);
		boolean whole = use == Use.ALWAYS || (use == Use.UNLESS_DELIVERED && !delivered);
		try {
			Optional<ReportView> rest = opening.rest();
			if (rest.isPresent()) {
				this.stderr.accept(renderings.rest(rest.get(), opening.size()));
			}
			noteOthers(renderings, deliveries);
			if (whole && rest.isEmpty()) {
				this.stderr.accept(forStderr(renderings));
			}
			return whole ? List.of(new Delivery(STDERR, null, null)) : List.of();
		}
		catch (IOException | RuntimeException | Error ex) {
			Delivery failed = new Delivery(STDERR, null, text(ex));
			note(renderings.report.head().sequence(), failed);
			return List.of(failed);
		}
	}

	private void noteOthers(Renderings renderings, List<Delivery> deliveries) throws IOException {
		for (Delivery delivery : deliveries) {
			if (!delivery.isSuccess() || renderings.output.stderr().use() == Use.UNLESS_DELIVERED) {
				this.stderr.note(delivery.asText(renderings.report.head().sequence()));
			}
		}
	}

	/**
	 * Render on a worker, or else in the built-in way: a view of the application that
	 * fails or hangs must not cost the report.
	 */
	private RenderedReport forStderr(Renderings renderings) {
		Outcome<RenderedReport> outcome = this.workers.attempt(this.stderr, renderings::forStderr, this.sinkLimit);
		return (outcome instanceof Done<RenderedReport> done) ? done.value() : renderings.inTheBuiltInWay();
	}

	/**
	 * Note at least why there is no report.
	 */
	private void note(long sequence, Delivery failed) {
		try {
			this.stderr.note(failed.asText(sequence));
		}
		catch (IOException ex) {
			// Standard error itself does not work, so there is nowhere to note it
		}
	}

	private static String text(Throwable ex) {
		Failure failure = Failure.of(ex);
		return (failure.message() != null) ? failure.error() + ": " + failure.message() : failure.error();
	}

	/**
	 * The renderings of one report, each format made once.
	 */
	private static final class Renderings {

		private final RedactedReport report;

		private final OutputSettings output;

		private final Map<String, RenderedReport> rendered = new ConcurrentHashMap<>();

		private Renderings(RedactedReport report, OutputSettings output) {
			this.report = report;
			this.output = output;
		}

		private RenderedReport as(String format) {
			RenderedReport shared = this.rendered.get(format);
			return (shared != null) ? shared : renderToShare(format);
		}

		private RenderedReport renderToShare(String format) {
			RenderedReport report = render(this.output.view(format), this.output.maxSize());
			this.rendered.put(format, report);
			return report;
		}

		private RenderedReport forStderr() {
			Stderr stderr = this.output.stderr();
			RenderedReport shared = this.rendered.get(stderr.format());
			return (shared != null && shared.size() <= stderr.maxSize()) ? shared
					: render(this.output.view(stderr.format()), stderr.maxSize());
		}

		private RenderedReport rest(ReportView view, long opening) {
			return render(view, Math.max(0, this.output.stderr().maxSize() - opening));
		}

		private RenderedReport inTheBuiltInWay() {
			return render(new TextReportView(), this.output.stderr().maxSize());
		}

		private RenderedReport render(ReportView view, long maxSize) {
			return new SizeLimitedRenderer(view, maxSize).render(this.report);
		}

	}

}
