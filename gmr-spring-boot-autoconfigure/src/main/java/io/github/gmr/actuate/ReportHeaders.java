package io.github.gmr.actuate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import io.github.gmr.sink.RenderedReport;
import org.jspecify.annotations.Nullable;

import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * Headers of responses of the endpoint that an operation cannot set: that a report is not
 * to be stored by caches, is nothing but what its media type says, and how a file is
 * called that it is saved to.
 */
public class ReportHeaders {

	static final String CONTENT_TYPE = "Content-Type";

	/**
	 * The only header that an operation can set is the media type, so a parameter of it
	 * carries the name of the file, as it did in old mails.
	 */
	private static final String NAME = "name";

	private final EndpointPath path;

	/**
	 * Create headers.
	 * @param path tells which requests are for the endpoint
	 */
	public ReportHeaders(EndpointPath path) {
		this.path = path;
	}

	/**
	 * Return the media type of a response with a report.
	 * @param report the report
	 * @return the media type, which carries the name of its file
	 */
	static MimeType mediaType(RenderedReport report) {
		return with(MimeTypeUtils.parseMimeType(report.format().mediaType()), report.fileName());
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
			headers.accept("Cache-Control", "no-store");
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
		String name = (type != null) ? type.getParameter(NAME) : null;
		if (type != null && name != null) {
			headers.accept(CONTENT_TYPE, with(type, null).toString());
			headers.accept("Content-Disposition", "inline; filename=\"" + name + "\"");
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

	private static MimeType with(MimeType type, @Nullable String name) {
		Map<String, String> parameters = new LinkedHashMap<>(type.getParameters());
		if (name != null) {
			parameters.put(NAME, name);
		}
		else {
			parameters.remove(NAME);
		}
		return new MimeType(type, parameters);
	}

}
