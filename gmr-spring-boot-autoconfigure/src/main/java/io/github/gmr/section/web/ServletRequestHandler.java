package io.github.gmr.section.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Follows requests to servlets.
 */
public final class ServletRequestHandler
		extends RunningRequestHandler<HttpServletRequest, ServerRequestObservationContext> {

	/**
	 * Create a handler.
	 * @param requests takes the requests that run
	 * @param traces knows the traces they belong to
	 */
	public ServletRequestHandler(RunningRequests requests, CurrentTrace traces) {
		super(requests, traces, ServerRequestObservationContext.class);
	}

	@Override
	String method(HttpServletRequest request) {
		return request.getMethod();
	}

	@Override
	String path(HttpServletRequest request) {
		return request.getRequestURI();
	}

	@Override
	@Nullable String pattern(ServerRequestObservationContext context) {
		return context.getPathPattern();
	}

	@Override
	int status(ServerRequestObservationContext context) {
		HttpServletResponse response = context.getResponse();
		return (response != null) ? response.getStatus() : 0;
	}

	@Override
	boolean isStreaming(ServerRequestObservationContext context) {
		HttpServletResponse response = context.getResponse();
		HttpServletRequest request = context.getCarrier();
		return (response != null && response.isCommitted()) || (request != null && request.isAsyncStarted());
	}

}
