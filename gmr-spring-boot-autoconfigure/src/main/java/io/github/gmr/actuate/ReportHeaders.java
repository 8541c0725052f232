package io.github.gmr.actuate;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

import io.github.gmr.view.ReportView;
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

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private static final int OK = 200;

	private final EndpointPath path;

	private final List<ReportView> views;

	private final String application;

	private final Clock clock;

	/**
	 * Create headers.
	 * @param path tells which requests are for the endpoint
	 * @param views the formats
	 * @param application the name of the application, for the names of files
	 */
	public ReportHeaders(EndpointPath path, List<ReportView> views, String application) {
		this(path, views, application, Clock.systemUTC());
	}

	ReportHeaders(EndpointPath path, List<ReportView> views, String application, Clock clock) {
		this.path = path;
		this.views = List.copyOf(views);
		this.application = application.replaceAll("[^A-Za-z0-9._-]", "-");
		this.clock = clock;
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
	 * Set the name of the file for a report.
	 * @param method the method of the request
	 * @param status the status of the response
	 * @param contentType the media type of the response
	 * @param headers sets a header
	 */
	void setFileName(String method, int status, @Nullable String contentType, BiConsumer<String, String> headers) {
		if (status == OK && !method.equals("POST") && contentType != null) {
			extension(contentType).ifPresent((extension) -> headers.accept("Content-Disposition",
					"inline; filename=\"" + name() + "." + extension + "\""));
		}
	}

	private String name() {
		return String.format(Locale.ROOT, "%s_gurumeditation_%s_%d", this.application,
				TIME.format(this.clock.instant()), ProcessHandle.current().pid());
	}

	private Optional<String> extension(String contentType) {
		try {
			MimeType type = MimeTypeUtils.parseMimeType(contentType);
			return this.views.stream()
				.filter((view) -> type.equalsTypeAndSubtype(MimeTypeUtils.parseMimeType(view.mediaType())))
				.findFirst()
				.map(ReportView::extension);
		}
		catch (InvalidMimeTypeException ex) {
			return Optional.empty();
		}
	}

}
