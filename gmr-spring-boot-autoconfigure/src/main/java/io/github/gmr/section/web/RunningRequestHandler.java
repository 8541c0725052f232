package io.github.gmr.section.web;

import io.github.gmr.section.work.Work;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.transport.RequestReplyReceiverContext;
import org.jspecify.annotations.Nullable;

/**
 * Follows requests by their observations, on the threads that deal with them. The thread
 * of a request is the one that has its scope open: between two scopes, as of an
 * asynchronous request, there is none.
 *
 * @param <C> the type of request
 * @param <T> the type of observation
 */
abstract class RunningRequestHandler<C, T extends RequestReplyReceiverContext<C, ?>> implements ObservationHandler<T> {

	private final RunningRequests requests;

	private final CurrentTrace traces;

	private final Class<T> type;

	RunningRequestHandler(RunningRequests requests, CurrentTrace traces, Class<T> type) {
		this.requests = requests;
		this.traces = traces;
		this.type = type;
	}

	/**
	 * Return the method of a request.
	 * @param carrier the request, which the server may recycle later
	 * @return its method
	 */
	abstract String method(C carrier);

	/**
	 * Return the path of a request.
	 * @param carrier the request, which the server may recycle later
	 * @return its path
	 */
	abstract String path(C carrier);

	/**
	 * Return whether a request may well run for long. Called by threads of reports.
	 * @param context the context of the request
	 * @return whether its response has begun, or it waits without a thread
	 */
	abstract boolean isStreaming(T context);

	/**
	 * Return the pattern of the path of a request.
	 * @param context the context of the request
	 * @return the pattern, {@code null} if none is known
	 */
	abstract @Nullable String pattern(T context);

	/**
	 * Return the status of the response to a request.
	 * @param context the context of the request
	 * @return the status, zero if there is no response
	 */
	abstract int status(T context);

	@Override
	public boolean supportsContext(Observation.Context context) {
		return this.type.isInstance(context);
	}

	@Override
	public void onStart(T context) {
		C carrier = context.getCarrier();
		RunningRequest request = (carrier != null) ? this.requests.begin(method(carrier), path(carrier),
				trace(context, carrier), () -> isStreaming(context)) : null;
		if (request != null) {
			context.put(Work.class, request);
		}
	}

	private @Nullable String trace(T context, C carrier) {
		String trace = this.traces.id(context);
		return (trace != null) ? trace : TraceParent.traceId(context.getGetter().get(carrier, TraceParent.HEADER));
	}

	@Override
	public void onScopeOpened(T context) {
		Work request = context.get(Work.class);
		if (request != null) {
			request.runOn(Thread.currentThread());
		}
	}

	@Override
	public void onScopeClosed(T context) {
		Work request = context.get(Work.class);
		if (request != null) {
			request.leave(Thread.currentThread());
		}
	}

	@Override
	public void onStop(T context) {
		if (context.get(Work.class) instanceof RunningRequest request) {
			this.requests.end(request);
		}
		C carrier = context.getCarrier();
		String pattern = pattern(context);
		this.requests.count((carrier != null && pattern != null) ? method(carrier) + " " + pattern : null,
				status(context), context.getError());
	}

}
