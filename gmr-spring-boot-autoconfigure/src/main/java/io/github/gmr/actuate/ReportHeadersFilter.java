package io.github.gmr.actuate;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Servlet filter that sets the {@link ReportHeaders}.
 */
public class ReportHeadersFilter extends OncePerRequestFilter {

	private final ReportHeaders headers;

	/**
	 * Create a filter.
	 * @param headers the headers
	 */
	public ReportHeadersFilter(ReportHeaders headers) {
		this.headers = headers;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean matches = this.headers.setCommon(request.getRequestURI(), response::setHeader);
		chain.doFilter(request, matches ? new NamingResponse(request.getMethod(), response) : response);
	}

	/**
	 * Sets the name of the file when somebody starts to write the body: what the response
	 * is like is known then, and it is not committed yet.
	 */
	private final class NamingResponse extends HttpServletResponseWrapper {

		private final String method;

		private NamingResponse(String method, HttpServletResponse response) {
			super(response);
			this.method = method;
		}

		@Override
		public ServletOutputStream getOutputStream() throws IOException {
			ReportHeadersFilter.this.headers.setFileName(this.method, getStatus(), getContentType(), this::setHeader);
			return super.getOutputStream();
		}

	}

}
