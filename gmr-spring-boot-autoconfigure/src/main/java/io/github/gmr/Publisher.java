package io.github.gmr;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;

import io.github.gmr.Outlets.NamedSink;
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

	private static final Duration LIMIT = Duration.ofSeconds(5);

	private static final String STDERR = "stderr";

	private final Workers workers;

	private final StderrSink stderr;

	private final Duration limit;

	Publisher(Workers workers, StderrSink stderr) {
		this(workers, stderr, LIMIT);
	}

	Publisher(Workers workers, StderrSink stderr, Duration limit) {
		this.workers = workers;
		this.stderr = stderr;
		this.limit = limit;
	}

	/**
	 * Give a report to the sinks.
	 * @param report the report
	 * @param outlets the sinks and formats
	 * @param mask masks secrets in what sinks and views say when they fail
	 * @return where the report went
	 */
	Publication publish(RedactedReport report, Outlets outlets, UnaryOperator<String> mask) {
		Renderings renderings = new Renderings(report, outlets, this.workers, this.limit);
		List<Delivery> deliveries = new ArrayList<>();
		for (NamedSink sink : outlets.sinks()) {
			deliveries.add(delivery(sink.name(), mask, () -> accept(sink.sink(), renderings.as(sink.format()))));
		}
		boolean delivered = deliveries.stream().anyMatch(Delivery::isSuccess);
		Use use = outlets.stderr().use();
		tellOnStderr(report.head().sequence(), deliveries, use);
		if (use == Use.ALWAYS || (use == Use.UNLESS_DELIVERED && !delivered)) {
			Delivery delivery = delivery(STDERR, mask, () -> this.stderr.accept(renderings.forStderr()));
			deliveries.add(delivery);
			tellOnStderr(report.head().sequence(), List.of(delivery), Use.NEVER);
		}
		return new Publication(report.head().sequence(), deliveries);
	}

	/**
	 * Render a report in every format and drop it.
	 * @param report the report
	 * @param outlets the formats
	 */
	void render(RedactedReport report, Outlets outlets) {
		Renderings renderings = new Renderings(report, outlets, this.workers, this.limit);
		outlets.views().forEach((view) -> delivery(view.name(), UnaryOperator.identity(), () -> {
			renderings.as(view.name());
			return null;
		}));
	}

	private @Nullable String accept(ReportSink sink, RenderedReport report) throws StuckException, ExecutionException {
		return this.workers.callAlone(sink, () -> sink.accept(report), this.limit);
	}

	private static Delivery delivery(String sink, UnaryOperator<String> mask, Callable<@Nullable String> attempt) {
		try {
			return new Delivery(sink, attempt.call(), null);
		}
		catch (StuckException | RejectedExecutionException ex) {
			return new Delivery(sink, null, String.valueOf(ex.getMessage()));
		}
		catch (ExecutionException ex) {
			return new Delivery(sink, null, mask.apply(text((ex.getCause() != null) ? ex.getCause() : ex)));
		}
		catch (Exception | Error ex) {
			return new Delivery(sink, null, mask.apply(text(ex)));
		}
	}

	/**
	 * Tell where a report is, if standard error does not get it, and who did not take it.
	 */
	private void tellOnStderr(long sequence, List<Delivery> deliveries, Use use) {
		try {
			for (Delivery delivery : deliveries) {
				if (!delivery.isSuccess() || use == Use.UNLESS_DELIVERED) {
					this.stderr.note(note(sequence, delivery));
				}
			}
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

}
