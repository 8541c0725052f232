package io.github.gmr.actuate;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.gmr.actuate.ReportNegotiation.Choice;
import io.github.gmr.view.ReportView;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Servlet filter that chooses what Spring Boot is asked for, and writes the response that
 * its operation leaves in a {@link ResponseSlot}. It writes none by itself: whether there
 * is one is up to Spring Boot. Safe for use by several threads.
 */
public class GmrEndpointFilter extends OncePerRequestFilter implements Ordered {

	private final ReportHeaders headers;

	private final ReportNegotiation negotiation;

	private final int order;

	/**
	 * Create a filter.
	 * @param endpoints knows where endpoints are mapped to, asked only when there is a
	 * request
	 * @param prefix returns the path of the servlet that serves them, or an empty string,
	 * asked only when there is a request
	 * @param views the formats that reports can be had in
	 * @param order its place among the filters, before what serves endpoints
	 */
	public GmrEndpointFilter(Supplier<@Nullable PathMappedEndpoints> endpoints, Supplier<String> prefix,
			List<ReportView> views, int order) {
		this.headers = new ReportHeaders(new EndpointPath(endpoints, prefix));
		this.negotiation = new ReportNegotiation(views);
		this.order = order;
	}

	@Override
	public int getOrder() {
		return this.order;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Choice> choice = this.headers.set(path(request), response::setHeader)
				? this.negotiation.choose(new ServletServerHttpRequest(request), request::getParameter)
				: Optional.empty();
		if (choice.isPresent()) {
			answer(request, response, choice.get(), chain);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private static String path(HttpServletRequest request) {
		String info = request.getPathInfo();
		return (info != null) ? request.getServletPath() + info : request.getServletPath();
	}

	/**
	 * Lets Spring Boot look for the operation. From the moment it is called the framework
	 * only gets rid of its result, and how it does that does not matter.
	 */
	private static void answer(HttpServletRequest request, HttpServletResponse response, Choice choice,
			FilterChain chain) throws ServletException, IOException {
		HttpServletResponseWrapper framework = new HttpServletResponseWrapper(response);
		ResponseSlot slot = ResponseSlot.open(choice.options(), () -> framework.setResponse(IgnoredResponse.create()));
		try (slot) {
			chain.doFilter(new ChosenRequest(request, choice.accept()), framework);
		}
		catch (ServletException | IOException | RuntimeException ex) {
			if (slot.response() == null) {
				throw ex;
			}
		}
		WebEndpointResponse<Resource> answer = slot.response();
		if (answer != null) {
			write(answer, response, request.getMethod().equals("HEAD"));
		}
	}

	private static void write(WebEndpointResponse<Resource> answer, HttpServletResponse response, boolean bodiless)
			throws IOException {
		Resource body = Objects.requireNonNull(answer.getBody());
		String mediaType = String.valueOf(answer.getContentType());
		response.setStatus(answer.getStatus());
		response.setContentType(mediaType);
		CarriedHeader.unpack(mediaType, response::setHeader);
		response.setContentLengthLong(body.contentLength());
		try (InputStream in = body.getInputStream()) {
			if (!bodiless) {
				in.transferTo(response.getOutputStream());
			}
		}
	}

}
