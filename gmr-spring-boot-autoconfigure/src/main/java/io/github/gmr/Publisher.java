package io.github.gmr;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

import io.github.gmr.Outlets.NamedSink;
import io.github.gmr.Outlets.Stderr;
import io.github.gmr.Outlets.Stderr.Use;
import io.github.gmr.Publication.Delivery;
import io.github.gmr.content.Failure;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.Workers;
import io.github.gmr.report.Workers.StuckException;
import io.github.gmr.sink.RenderedReport;
import io.github.gmr.sink.ReportSink;
import io.github.gmr.sink.StderrSink;
import org.jspecify.annotations.Nullable;

/**
 * Renders a report and gives it to the sinks, standard error last: it tells what became
 * of the others, and takes the report itself if nobody else did.
 */
final class Publisher {

	private static final Duration SINK_LIMIT = Duration.ofSeconds(5);

	private static final String STDERR = "stderr";

	private final Workers workers;

	private final StderrSink stderr;

	private final Duration sinkLimit;

	Publisher(Workers workers, StderrSink stderr) {
		this(workers, stderr, SINK_LIMIT);
	}

	Publisher(Workers workers, StderrSink stderr, Duration sinkLimit) {
		this.workers = workers;
		this.stderr = stderr;
		this.sinkLimit = sinkLimit;
	}

	Publication publish(RedactedReport report, Outlets outlets) {
		Renderings renderings = new Renderings(report, outlets);
		List<Delivery> deliveries = new ArrayList<>();
		for (NamedSink sink : outlets.sinks()) {
			deliveries.add(deliver(sink, renderings));
		}
		deliveries.addAll(toStderr(renderings, deliveries));
		return new Publication(report.head().sequence(), deliveries);
	}

	/**
	 * Render a report in every format and drop it.
	 * @param report the report
	 * @param outlets the formats
	 */
	void render(RedactedReport report, Outlets outlets) {
		Renderings renderings = new Renderings(report, outlets);
		outlets.views().forEach((view) -> renderings.as(view.name()));
	}

	private Delivery deliver(NamedSink sink, Renderings renderings) {
		try {
			RenderedReport rendered = renderings.as(sink.format());
			return new Delivery(sink.name(), accept(sink.sink(), rendered), null);
		}
		catch (ExecutionException ex) {
			return new Delivery(sink.name(), null, text((ex.getCause() != null) ? ex.getCause() : ex));
		}
		catch (StuckException | RejectedExecutionException ex) {
			return new Delivery(sink.name(), null, String.valueOf(ex.getMessage()));
		}
		catch (RuntimeException | Error ex) {
			return new Delivery(sink.name(), null, text(ex));
		}
	}

	private @Nullable String accept(ReportSink sink, RenderedReport report) throws StuckException, ExecutionException {
		return this.workers.callAlone(sink, () -> sink.accept(report), this.sinkLimit);
	}

	private List<Delivery> toStderr(Renderings renderings, List<Delivery> deliveries) {
		Use use = renderings.outlets.stderr().use();
		boolean delivered = deliveries.stream().anyMatch(Delivery::isSuccess);
		boolean whole = use == Use.ALWAYS || (use == Use.UNLESS_DELIVERED && !delivered);
		try {
			for (Delivery delivery : deliveries) {
				if (!delivery.isSuccess() || use == Use.UNLESS_DELIVERED) {
					this.stderr.note(note(renderings.report.head().sequence(), delivery));
				}
			}
			if (whole) {
				this.stderr.accept(renderings.forStderr());
			}
			return whole ? List.of(new Delivery(STDERR, null, null)) : List.of();
		}
		catch (IOException | RuntimeException | Error ex) {
			Delivery failed = new Delivery(STDERR, null, text(ex));
			tell(renderings.report.head().sequence(), failed);
			return List.of(failed);
		}
	}

	/**
	 * Tell at least why there is no report.
	 */
	private void tell(long sequence, Delivery failed) {
		try {
			this.stderr.note(note(sequence, failed));
		}
		catch (IOException ex) {
			// Standard error itself does not work, so nobody can be told
		}
	}

	private static String text(Throwable ex) {
		Failure failure = Failure.of(ex);
		return (failure.message() != null) ? failure.error() + ": " + failure.message() : failure.error();
	}

	private static String note(long sequence, Delivery delivery) {
		String subject = "Guru Meditation Report " + sequence;
		if (!delivery.isSuccess()) {
			return subject + ": sink '" + delivery.sink() + "' failed: " + delivery.error();
		}
		return subject + " is at " + ((delivery.location() != null) ? delivery.location() : delivery.sink());
	}

	/**
	 * The renderings of one report, each format made once.
	 */
	private static final class Renderings {

		private final RedactedReport report;

		private final Outlets outlets;

		private final Map<String, RenderedReport> rendered = new HashMap<>();

		private Renderings(RedactedReport report, Outlets outlets) {
			this.report = report;
			this.outlets = outlets;
		}

		private RenderedReport as(String format) {
			return this.rendered.computeIfAbsent(format, (name) -> render(name, this.outlets.maxSize()));
		}

		private RenderedReport forStderr() {
			Stderr stderr = this.outlets.stderr();
			RenderedReport shared = this.rendered.get(stderr.format());
			return (shared != null && shared.size() <= stderr.maxSize()) ? shared
					: render(stderr.format(), stderr.maxSize());
		}

		private RenderedReport render(String format, long maxSize) {
			return new Renderer(this.outlets.view(format), maxSize).render(this.report);
		}

	}

}
