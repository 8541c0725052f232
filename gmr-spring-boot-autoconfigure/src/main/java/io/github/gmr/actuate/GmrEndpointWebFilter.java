package io.github.gmr.actuate;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.gmr.actuate.ReportNegotiation.Choice;
import io.github.gmr.view.ReportView;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * {@link WebFilter} that chooses what Spring Boot is asked for, and completes the headers
 * of the response. Safe for use by several threads.
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
		this.headers = new ReportHeaders(new EndpointPath(endpoints, () -> ""));
		this.negotiation = new ReportNegotiation(views);
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		ServerHttpResponse response = exchange.getResponse();
		if (!this.headers.set(path(request), response.getHeaders()::set)) {
			return chain.filter(exchange);
		}
		response.beforeCommit(() -> Mono.fromRunnable(() -> complete(response.getHeaders())));
		return chain.filter(exchange.mutate().request(chosen(request)).build());
	}

	private static String path(ServerHttpRequest request) {
		return request.getPath()
			.pathWithinApplication()
			.elements()
			.stream()
			.map((element) -> (element instanceof PathSegment segment) ? segment.valueToMatch() : element.value())
			.collect(Collectors.joining());
	}

	/**
	 * Sets what is carried by the media type, and takes back the offer of ranges, which
	 * Spring makes for every resource.
	 */
	private static void complete(HttpHeaders response) {
		CarriedHeader.unpack(response.getFirst(HttpHeaders.CONTENT_TYPE), response::set);
		response.put(HttpHeaders.ACCEPT_RANGES, List.of());
	}

	private ServerHttpRequest chosen(ServerHttpRequest request) {
		return this.negotiation.choose(request, request.getQueryParams()::getFirst)
			.<ServerHttpRequest>map((choice) -> new ChosenRequest(request, choice))
			.orElse(request);
	}

	/**
	 * Asks Spring Boot for what was chosen, without ranges, which would be those of
	 * another report each time, and without the body: no operation has a use for it, but
	 * Spring Boot would refuse types that it cannot read, such as that of a form.
	 */
	private static final class ChosenRequest extends ServerHttpRequestDecorator {

		private static final String[] NONE = {};

		private final MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();

		private ChosenRequest(ServerHttpRequest request, Choice choice) {
			super(request.mutate()
				.header(HttpHeaders.ACCEPT, choice.accept())
				.header(HttpHeaders.RANGE, NONE)
				.header(HttpHeaders.CONTENT_TYPE, NONE)
				.build());
			this.parameters.putAll(request.getQueryParams());
			if (choice.options() != null) {
				set(ReportNegotiation.FORMAT, choice.options().format());
				set(GmrEndpointWebExtension.FAIL_ON, choice.options().failOn());
			}
		}

		private void set(String parameter, @Nullable String value) {
			this.parameters.remove(parameter);
			if (value != null) {
				this.parameters.add(parameter, value);
			}
		}

		@Override
		public MultiValueMap<String, String> getQueryParams() {
			return this.parameters;
		}

		@Override
		public Flux<DataBuffer> getBody() {
			return Flux.empty();
		}

	}

}
