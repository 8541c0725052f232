package io.github.gmr.actuate;

import java.util.List;
import java.util.function.Supplier;

import io.github.gmr.view.ReportView;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * {@link WebFilter} that chooses the format of a report and sets the
 * {@link ReportHeaders}. Safe for use by several threads.
 */
public class GmrEndpointWebFilter implements WebFilter {

	private final ReportHeaders headers;

	private final ReportNegotiation negotiation;

	/**
	 * Create a filter.
	 * @param endpoints knows where endpoints are mapped to, asked only when there is a
	 * request
	 * @param views the formats that reports can be had in
	 */
	public GmrEndpointWebFilter(Supplier<@Nullable PathMappedEndpoints> endpoints, List<ReportView> views) {
		this.headers = new ReportHeaders(new EndpointPath(endpoints));
		this.negotiation = new ReportNegotiation(views);
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		ServerHttpResponse response = exchange.getResponse();
		if (!this.headers.setCommon(request.getPath().value(), response.getHeaders()::set)) {
			return chain.filter(exchange);
		}
		response.beforeCommit(() -> Mono.fromRunnable(() -> setFileName(response.getHeaders())));
		return chain.filter(exchange.mutate().request(negotiated(request)).build());
	}

	private void setFileName(HttpHeaders response) {
		this.headers.setFileName(response.getFirst(HttpHeaders.CONTENT_TYPE), response::set);
	}

	private ServerHttpRequest negotiated(ServerHttpRequest request) {
		return this.negotiation
			.choose(request.getMethod().name(), request.getHeaders().getValuesAsList(HttpHeaders.ACCEPT),
					request.getQueryParams().getFirst(ReportNegotiation.FORMAT))
			.<ServerHttpRequest>map(
					(choice) -> new NegotiatedRequest(accepting(request, choice.accept()), choice.format()))
			.orElse(request);
	}

	private static ServerHttpRequest accepting(ServerHttpRequest request, String type) {
		return request.mutate().header(HttpHeaders.ACCEPT, type).build();
	}

	/**
	 * Asks for the format that was chosen.
	 */
	private static final class NegotiatedRequest extends ServerHttpRequestDecorator {

		private final MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();

		private NegotiatedRequest(ServerHttpRequest request, @Nullable String format) {
			super(request);
			this.parameters.putAll(request.getQueryParams());
			if (format != null) {
				this.parameters.set(ReportNegotiation.FORMAT, format);
			}
		}

		@Override
		public MultiValueMap<String, String> getQueryParams() {
			return this.parameters;
		}

	}

}
