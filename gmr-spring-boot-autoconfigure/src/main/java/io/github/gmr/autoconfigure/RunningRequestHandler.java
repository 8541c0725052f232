package io.github.gmr.autoconfigure;

import io.github.gmr.section.spring.RunningRequest;
import io.github.gmr.section.spring.RunningRequests;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.transport.RequestReplyReceiverContext;
import org.jspecify.annotations.Nullable;

/**
 * Follows requests by their observations. The thread of a request is the one that has its
 * scope open: between two scopes, as of an asynchronous request, there is none.
 *
 * @param <C> the type of request
 * @param <T> the type of observation
 */
abstract class RunningRequestHandler<C, T extends RequestReplyReceiverContext<C, ?>> implements ObservationHandler<T> {

	private final RunningRequests requests;

	private final Class<T> type;

	RunningRequestHandler(RunningRequests requests, Class<T> type) {
		this.requests = requests;
		this.type = type;
	}

	/**
	 * Follow a request from now on.
	 * @param carrier the request, which the server may recycle later
	 * @param requests where to begin it
	 * @return the request, or {@code null} if there are too many
	 */
	abstract @Nullable RunningRequest begin(C carrier, RunningRequests requests);

	@Override
	public boolean supportsContext(Observation.Context context) {
		return this.type.isInstance(context);
	}

	@Override
	public void onStart(T context) {
		C carrier = context.getCarrier();
		RunningRequest request = (carrier != null) ? begin(carrier, this.requests) : null;
		if (request != null) {
			context.put(RunningRequest.class, request);
		}
	}

	@Override
	public void onScopeOpened(T context) {
		RunningRequest request = context.get(RunningRequest.class);
		if (request != null) {
			request.runOn(Thread.currentThread());
		}
	}

	@Override
	public void onScopeClosed(T context) {
		RunningRequest request = context.get(RunningRequest.class);
		if (request != null) {
			request.runOn(null);
		}
	}

	@Override
	public void onStop(T context) {
		RunningRequest request = context.get(RunningRequest.class);
		if (request != null) {
			this.requests.end(request);
		}
		if (context.getError() != null) {
			this.requests.fail();
		}
	}

}
