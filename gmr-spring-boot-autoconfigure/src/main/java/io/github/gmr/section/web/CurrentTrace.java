package io.github.gmr.section.web;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Knows which trace of the application's tracer an observation belongs to.
 * Implementations are thread-safe.
 */
@FunctionalInterface
public interface CurrentTrace {

	/**
	 * Stands for an application that has no tracer.
	 */
	CurrentTrace NONE = (context) -> null;

	/**
	 * Return the id of the trace. Called for each request when it begins, on its thread,
	 * after the tracer has seen it.
	 * @param context the observation
	 * @return the id, or {@code null} if there is none
	 */
	@Nullable String id(Observation.ContextView context);

}
