package io.github.gmr.actuate;

import java.util.function.BiConsumer;

import org.springframework.http.HttpHeaders;

/**
 * Headers of all responses of the endpoint: that they are not to be stored by caches, and
 * are nothing but what their media type says. Safe for use by several threads. Needs
 * spring-web, as the filters do.
 */
final class ReportHeaders {

	private final EndpointPath path;

	/**
	 * Create headers.
	 * @param path knows which requests are for the endpoint
	 */
	ReportHeaders(EndpointPath path) {
		this.path = path;
	}

	/**
	 * Set the headers, if the request is for the endpoint.
	 * @param path the path of the request within the application
	 * @param headers sets a header
	 * @return whether the request is for the endpoint
	 */
	boolean set(String path, BiConsumer<String, String> headers) {
		boolean matches = this.path.matches(path);
		if (matches) {
			headers.accept(HttpHeaders.CACHE_CONTROL, "no-store");
			headers.accept("X-Content-Type-Options", "nosniff");
		}
		return matches;
	}

}
