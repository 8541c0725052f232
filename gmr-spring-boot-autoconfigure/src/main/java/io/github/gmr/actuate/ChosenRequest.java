package io.github.gmr.actuate;

import java.io.BufferedReader;
import java.io.Reader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Asks Spring Boot for what was chosen, without the body: no operation has a use for it,
 * but Spring Boot would refuse types that it cannot read, such as that of a form.
 */
final class ChosenRequest extends HttpServletRequestWrapper {

	private final String accept;

	/**
	 * Create a request.
	 * @param request what the client asks for
	 * @param accept the media type to accept
	 */
	ChosenRequest(HttpServletRequest request, String accept) {
		super(request);
		this.accept = accept;
	}

	@Override
	public @Nullable String getHeader(String name) {
		if (HttpHeaders.ACCEPT.equalsIgnoreCase(name)) {
			return this.accept;
		}
		return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) ? null : super.getHeader(name);
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		if (HttpHeaders.ACCEPT.equalsIgnoreCase(name)) {
			return Collections.enumeration(List.of(this.accept));
		}
		return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) ? Collections.emptyEnumeration()
				: super.getHeaders(name);
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		names.addAll(Collections.list(super.getHeaderNames()));
		names.add(HttpHeaders.ACCEPT);
		names.remove(HttpHeaders.CONTENT_TYPE);
		return Collections.enumeration(names);
	}

	@Override
	public @Nullable String getContentType() {
		return null;
	}

	@Override
	public ServletInputStream getInputStream() {
		return new NoBody();
	}

	@Override
	public BufferedReader getReader() {
		return new BufferedReader(Reader.nullReader());
	}

	/**
	 * An empty body.
	 */
	private static final class NoBody extends ServletInputStream {

		@Override
		public boolean isFinished() {
			return true;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener listener) {
		}

		@Override
		public int read() {
			return -1;
		}

	}

}
