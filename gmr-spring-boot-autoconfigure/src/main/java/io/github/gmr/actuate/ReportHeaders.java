package io.github.gmr.actuate;

import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * Headers of responses of the endpoint that an operation cannot set: that a report is not
 * to be stored by caches, is nothing but what its media type says, and how a file is
 * called that it is saved to. Safe for use by several threads. Needs spring-web, as the
 * filters do.
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
	 * Set the headers that every response of the endpoint has.
	 * @param path the path of the request
	 * @param headers sets a header
	 * @return whether the request is for the endpoint
	 */
	boolean setCommon(String path, BiConsumer<String, String> headers) {
		boolean matches = this.path.matches(path);
		if (matches) {
			headers.accept(HttpHeaders.CACHE_CONTROL, "no-store");
			headers.accept("X-Content-Type-Options", "nosniff");
		}
		return matches;
	}

	/**
	 * Set the name of the file, where the media type carries one, and the media type
	 * without it.
	 * @param contentType the media type of the response
	 * @param headers sets a header
	 */
	void setFileName(@Nullable String contentType, BiConsumer<String, String> headers) {
		MimeType type = parse(contentType);
		String name = (type != null) ? FileNameParameter.get(type) : null;
		if (type != null && name != null) {
			headers.accept(HttpHeaders.CONTENT_TYPE, FileNameParameter.remove(type).toString());
			headers.accept(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline().filename(name).build().toString());
		}
	}

	private static @Nullable MimeType parse(@Nullable String contentType) {
		try {
			return (contentType != null) ? MimeTypeUtils.parseMimeType(contentType) : null;
		}
		catch (InvalidMimeTypeException ex) {
			return null;
		}
	}

}
