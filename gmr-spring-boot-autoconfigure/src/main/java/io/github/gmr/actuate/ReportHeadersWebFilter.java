package io.github.gmr.actuate;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * {@link WebFilter} that sets the {@link ReportHeaders}.
 */
public class ReportHeadersWebFilter implements WebFilter {

	private final ReportHeaders headers;

	/**
	 * Create a filter.
	 * @param headers the headers
	 */
	public ReportHeadersWebFilter(ReportHeaders headers) {
		this.headers = headers;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		ServerHttpResponse response = exchange.getResponse();
		if (this.headers.setCommon(request.getPath().value(), response.getHeaders()::set)) {
			response.beforeCommit(() -> Mono.fromRunnable(() -> setFileName(request, response)));
		}
		return chain.filter(exchange);
	}

	private void setFileName(ServerHttpRequest request, ServerHttpResponse response) {
		HttpStatusCode status = response.getStatusCode();
		this.headers.setFileName(request.getMethod().name(), (status != null) ? status.value() : 200,
				response.getHeaders().getFirst(ReportHeaders.CONTENT_TYPE), response.getHeaders()::set);
	}

}
