package io.github.gmr.actuate;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.util.function.SingletonSupplier;

/**
 * Knows requests for the endpoint by their path, wherever the endpoint is mapped to. Safe
 * for use by several threads.
 */
final class EndpointPath {

	private static final EndpointId ID = EndpointId.of("gmr");

	private final SingletonSupplier<String> path;

	/**
	 * Create a path. What it depends on is asked for when there is the first request.
	 * @param endpoints knows where endpoints are mapped to
	 * @param prefix returns what precedes that within the application, such as the path
	 * of a servlet, or an empty string
	 */
	EndpointPath(Supplier<@Nullable PathMappedEndpoints> endpoints, Supplier<String> prefix) {
		this.path = SingletonSupplier.ofNullable(() -> path(endpoints.get(), prefix));
	}

	private static @Nullable String path(@Nullable PathMappedEndpoints endpoints, Supplier<String> prefix) {
		String path = (endpoints != null) ? endpoints.getPath(ID) : null;
		return (path != null) ? prefix.get() + path : null;
	}

	/**
	 * Return whether a request is for the endpoint, or for a section below it.
	 * @param requested the path of the request within the application, decoded and
	 * without parameters, as servers compare it
	 * @return whether it is
	 */
	boolean matches(String requested) {
		String own = this.path.get();
		return own != null && requested.startsWith(own)
				&& (requested.length() == own.length() || requested.charAt(own.length()) == '/');
	}

}
