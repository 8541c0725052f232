package io.github.gmr.actuate;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.core.io.Resource;

/**
 * Where an operation leaves its response for the servlet filter that writes it. What a
 * framework makes of a response depends on the application: advice wraps it, converters
 * are missing. Open on the thread of a request while Spring Boot looks for the operation,
 * checks whether it is permitted, and calls it. To be used by that thread.
 */
final class ResponseSlot implements AutoCloseable {

	private static final ThreadLocal<@Nullable ResponseSlot> OPEN = new ThreadLocal<>();

	private final @Nullable ReportOptions options;

	private final Runnable whenFilled;

	private @Nullable WebEndpointResponse<Resource> response;

	private ResponseSlot(@Nullable ReportOptions options, Runnable whenFilled) {
		this.options = options;
		this.whenFilled = whenFilled;
	}

	/**
	 * Open a slot.
	 * @param options how to answer with a report, {@code null} for no report
	 * @param whenFilled what to do as soon as there is a response
	 * @return the slot, to be closed by the same thread
	 */
	static ResponseSlot open(@Nullable ReportOptions options, Runnable whenFilled) {
		ResponseSlot slot = new ResponseSlot(options, whenFilled);
		OPEN.set(slot);
		return slot;
	}

	/**
	 * Return how to answer.
	 * @return the options, empty where there is no slot
	 */
	static Optional<ReportOptions> options() {
		return Optional.ofNullable(OPEN.get()).map((slot) -> slot.options);
	}

	/**
	 * Leave a response in the slot.
	 * @param response the response
	 * @return what to give to the framework instead, the response itself where there is
	 * no slot
	 */
	static WebEndpointResponse<Resource> fill(WebEndpointResponse<Resource> response) {
		ResponseSlot slot = OPEN.get();
		if (slot == null) {
			return response;
		}
		slot.response = response;
		slot.whenFilled.run();
		return new WebEndpointResponse<>();
	}

	/**
	 * Return what is in the slot.
	 * @return the response, or {@code null} if no operation was called
	 */
	@Nullable WebEndpointResponse<Resource> response() {
		return this.response;
	}

	@Override
	public void close() {
		OPEN.remove();
	}

}
