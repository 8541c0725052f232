package io.github.gmr.actuate;

import java.io.IOException;
import java.util.List;

import io.github.gmr.view.text.TextReportView;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.core.Ordered;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link GmrEndpointFilter}, {@link ResponseSlot} and {@link IgnoredResponse}.
 */
class GmrEndpointFilterTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/actuator/gmr");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private GmrEndpointFilter filter;

	@BeforeEach
	void createFilter() {
		this.request.setServletPath("/actuator/gmr");
		ExposableWebEndpoint endpoint = mock();
		given(endpoint.getEndpointId()).willReturn(EndpointId.of("gmr"));
		given(endpoint.getRootPath()).willReturn("gmr");
		PathMappedEndpoints endpoints = new PathMappedEndpoints("/actuator", () -> List.of(endpoint));
		this.filter = new GmrEndpointFilter(() -> endpoints, () -> "", List.of(new TextReportView()),
				Ordered.LOWEST_PRECEDENCE);
	}

	@AfterEach
	void slotIsClosed() {
		assertThat(ResponseSlot.options()).isEmpty();
	}

	@Test
	void filterWhenOperationIsCalledWritesItsResponseOnly() throws Exception {
		this.request.setParameter("fail-on", "warning");
		filter((request, response) -> {
			response.setHeader("X-Before", "kept");
			assertThat(ResponseSlot.options()).contains(new ReportOptions("text", "warning"));
			ResponseSlot.fill(TextResponse.of("a report\n", 202));
			response.setHeader("X-After", "lost");
			response.setStatus(500);
			response.getWriter().write("wrapped");
			response.getOutputStream().write("wrapped".getBytes());
			response.flushBuffer();
			response.sendError(500, "cannot be written");
			throw new ServletException("cannot be cast");
		});
		assertThat(this.response.getStatus()).isEqualTo(202);
		assertThat(this.response.getContentAsString()).isEqualTo("a report\n");
		assertThat(this.response.getContentType()).isEqualTo("text/plain;charset=UTF-8");
		assertThat(this.response.getContentLength()).isEqualTo(9);
		assertThat(this.response.getErrorMessage()).isNull();
		assertThat(this.response.getHeader("X-Before")).isEqualTo("kept");
		assertThat(this.response.containsHeader("X-After")).isFalse();
	}

	@Test
	void filterWhenMethodIsHeadWritesHeadersOnly() throws Exception {
		this.request.setMethod("HEAD");
		filter((request, response) -> ResponseSlot.fill(TextResponse.of("a report\n", 200)));
		assertThat(this.response.getContentLength()).isEqualTo(9);
		assertThat(this.response.getContentAsString()).isEmpty();
	}

	@Test
	void filterWhenNoOperationIsCalledLeavesTheResponseAsItIs() throws Exception {
		filter((request, response) -> {
			response.setStatus(401);
			response.getWriter().write("Who are you?");
		});
		assertThat(this.response.getStatus()).isEqualTo(401);
		assertThat(this.response.getContentAsString()).isEqualTo("Who are you?");
	}

	@Test
	void filterWhenNoOperationIsCalledThrowsWhatIsThrown() {
		assertThatExceptionOfType(ServletException.class).isThrownBy(() -> filter((request, response) -> {
			throw new ServletException("no servlet");
		})).withMessage("no servlet");
	}

	@Test
	void filterWhenPathIsAnotherLeavesRequestAsItIs() throws Exception {
		this.request.setServletPath("/public/actuator/gmr");
		filter((request, response) -> {
			assertThat(request).isSameAs(this.request);
			assertThat(response).isSameAs(this.response);
			assertThat(ResponseSlot.options()).isEmpty();
		});
		assertThat(this.response.getHeaderNames()).isEmpty();
	}

	@Test
	void filterAsksWithoutBodyForWhatWasChosen() throws Exception {
		this.request.setMethod("POST");
		this.request.setContentType("application/x-www-form-urlencoded");
		this.request.setContent("a=b".getBytes());
		filter((request, response) -> {
			assertThat(request.getHeader("accept")).isEqualTo("text/plain;charset=UTF-8");
			assertThat(request.getHeaders("ACCEPT").nextElement()).isEqualTo("text/plain;charset=UTF-8");
			assertThat(request.getHeaderNames().asIterator()).toIterable()
				.contains("Accept")
				.doesNotContain("Content-Type");
			assertThat(request.getContentType()).isNull();
			assertThat(request.getHeader("Content-Type")).isNull();
			assertThat(request.getInputStream().readAllBytes()).isEmpty();
			assertThat(request.getReader().readLine()).isNull();
		});
	}

	private void filter(Servlet servlet) throws ServletException, IOException {
		FilterChain chain = (request, response) -> servlet.service((HttpServletRequest) request,
				(HttpServletResponse) response);
		this.filter.doFilter(this.request, this.response, chain);
	}

	/**
	 * What is behind the filter.
	 */
	@FunctionalInterface
	private interface Servlet {

		void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;

	}

}
