package io.github.gmr.actuate;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
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
	 * Sets the name of the file as soon as the type of the content is known, before the
	 * response is committed.
	 */
	private final class NamingResponse extends HttpServletResponseWrapper {

		private final String method;

		private NamingResponse(String method, HttpServletResponse response) {
			super(response);
			this.method = method;
		}

		@Override
		public void setContentType(String type) {
			super.setContentType(type);
			setFileName(type);
		}

		@Override
		public void setHeader(String name, String value) {
			super.setHeader(name, value);
			setFileNameIfContentType(name, value);
		}

		@Override
		public void addHeader(String name, String value) {
			super.addHeader(name, value);
			setFileNameIfContentType(name, value);
		}

		private void setFileNameIfContentType(String name, String value) {
			if (ReportHeaders.CONTENT_TYPE.equalsIgnoreCase(name)) {
				setFileName(value);
			}
		}

		private void setFileName(String contentType) {
			ReportHeadersFilter.this.headers.setFileName(this.method, getStatus(), contentType, super::setHeader);
		}

	}

}
