package io.github.gmr.autoconfigure;

import io.github.gmr.section.spring.RunningRequests;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/**
 * Follows requests to a reactive server.
 */
final class ReactiveRequestHandler extends RunningRequestHandler<ServerHttpRequest, ServerRequestObservationContext> {

	ReactiveRequestHandler(RunningRequests requests, CurrentTrace traces) {
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

}
