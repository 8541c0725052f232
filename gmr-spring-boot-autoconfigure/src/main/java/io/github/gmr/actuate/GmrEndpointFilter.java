package io.github.gmr.actuate;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.gmr.actuate.ReportNegotiation.Choice;
import io.github.gmr.view.ReportView;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Servlet filter that chooses the format of a report and sets the {@link ReportHeaders}.
 * Safe for use by several threads.
 */
public class GmrEndpointFilter extends OncePerRequestFilter {

	private final ReportHeaders headers;

	private final ReportNegotiation negotiation;

	/**
	 * Create a filter.
	 * @param endpoints knows where endpoints are mapped to, asked only when there is a
	 * request
	 * @param views the formats that reports can be had in
	 */
	public GmrEndpointFilter(Supplier<@Nullable PathMappedEndpoints> endpoints, List<ReportView> views) {
		this.headers = new ReportHeaders(new EndpointPath(endpoints));
		this.negotiation = new ReportNegotiation(views);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (this.headers.setCommon(request.getRequestURI(), response::setHeader)) {
			chain.doFilter(negotiated(request), new NamingResponse(response));
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private HttpServletRequest negotiated(HttpServletRequest request) {
		return this.negotiation
			.choose(request.getMethod(), Collections.list(request.getHeaders(HttpHeaders.ACCEPT)),
					request.getParameter(ReportNegotiation.FORMAT))
			.<HttpServletRequest>map((choice) -> new NegotiatedRequest(request, choice))
			.orElse(request);
	}

	/**
	 * Asks for the format that was chosen.
	 */
	private static final class NegotiatedRequest extends HttpServletRequestWrapper {

		private final Choice choice;

		private NegotiatedRequest(HttpServletRequest request, Choice choice) {
			super(request);
			this.choice = choice;
		}

		@Override
		public @Nullable String getHeader(String name) {
			return HttpHeaders.ACCEPT.equalsIgnoreCase(name) ? this.choice.accept() : super.getHeader(name);
		}

		@Override
		public Enumeration<String> getHeaders(String name) {
			return HttpHeaders.ACCEPT.equalsIgnoreCase(name) ? Collections.enumeration(List.of(this.choice.accept()))
					: super.getHeaders(name);
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			Map<String, String[]> parameters = new HashMap<>(super.getParameterMap());
			if (this.choice.format() != null) {
				parameters.put(ReportNegotiation.FORMAT, new String[] { this.choice.format() });
			}
			return parameters;
		}

	}

	/**
	 * Sets the name of the file when the body is about to be written: what the response
	 * is like is known then, and it is not committed yet.
	 */
	private final class NamingResponse extends HttpServletResponseWrapper {

		private NamingResponse(HttpServletResponse response) {
			super(response);
		}

		@Override
		public ServletOutputStream getOutputStream() throws IOException {
			GmrEndpointFilter.this.headers.setFileName(getContentType(), this::setHeader);
			return super.getOutputStream();
		}

	}

}
