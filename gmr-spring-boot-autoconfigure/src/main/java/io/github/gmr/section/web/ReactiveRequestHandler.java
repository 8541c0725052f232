package io.github.gmr.section.web;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/**
 * Follows requests to a reactive server.
 */
public final class ReactiveRequestHandler
		extends RunningRequestHandler<ServerHttpRequest, ServerRequestObservationContext> {

	/**
	 * Create a handler.
	 * @param requests takes the requests that run
	 * @param traces knows the traces they belong to
	 */
	public ReactiveRequestHandler(RunningRequests requests, CurrentTrace traces) {
		super(requests, traces, ServerRequestObservationContext.class);
	}

	@Override
	String method(ServerHttpRequest request) {
		return request.getMethod().name();
	}

	@Override
	String path(ServerHttpRequest request) {
		return request.getURI().getRawPath();
	}

	@Override
	@Nullable String pattern(ServerRequestObservationContext context) {
		return context.getPathPattern();
	}

	@Override
	int status(ServerRequestObservationContext context) {
		ServerHttpResponse response = context.getResponse();
		HttpStatusCode status = (response != null) ? response.getStatusCode() : null;
		return (status != null) ? status.value() : 0;
	}

	@Override
	boolean isStreaming(ServerRequestObservationContext context) {
		ServerHttpResponse response = context.getResponse();
		return response != null && response.isCommitted();
	}

}
