package io.github.gmr.actuate;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;

/**
 * Knows requests for the endpoint by their path, wherever the endpoint is mapped to. Safe
 * for use by several threads.
 */
final class EndpointPath {

	private static final EndpointId ID = EndpointId.of("gmr");

	private final Supplier<@Nullable PathMappedEndpoints> endpoints;

	/**
	 * Create a path.
	 * @param endpoints knows where endpoints are mapped to, asked only when there is a
	 * request
	 */
	EndpointPath(Supplier<@Nullable PathMappedEndpoints> endpoints) {
		this.endpoints = endpoints;
	}

	/**
	 * Return whether a request is for the endpoint. What precedes the endpoint's own path
	 * depends on the server and does not matter.
	 * @param path the path of the request
	 * @return whether it is, or may be
	 */
	boolean matches(String path) {
		PathMappedEndpoints mapped = this.endpoints.get();
		String own = (mapped != null) ? mapped.getPath(ID) : null;
		int index = (own != null) ? path.indexOf(own) : -1;
		return index >= 0 && own != null && endsAt(path, index + own.length());
	}

	private static boolean endsAt(String path, int index) {
		return index == path.length() || path.charAt(index) == '/' || path.charAt(index) == ';';
	}

}
