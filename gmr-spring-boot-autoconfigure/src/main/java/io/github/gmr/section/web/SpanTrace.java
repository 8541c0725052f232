package io.github.gmr.section.web;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;

/**
 * Knows the trace of the span that Micrometer Tracing has begun for an observation.
 * Spring Boot registers the handlers of the tracer before all others, so the span is
 * there when the others start.
 */
public final class SpanTrace implements CurrentTrace {

	/**
	 * Starts with every id that a tracer that does nothing has: an empty one, or zeros.
	 */
	private static final String NONE = "0".repeat(32);

	@Override
	public @Nullable String id(Observation.ContextView context) {
		TracingContext tracing = context.get(TracingContext.class);
		Span span = (tracing != null) ? tracing.getSpan() : null;
		String trace = (span != null) ? span.context().traceId() : "";
		return !NONE.startsWith(trace) ? trace : null;
	}

}
