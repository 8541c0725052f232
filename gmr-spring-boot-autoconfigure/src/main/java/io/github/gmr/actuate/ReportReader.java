package io.github.gmr.actuate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.gmr.Publication;
import io.github.gmr.ReportUnavailableException;
import io.github.gmr.content.text.ByteSize;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.engine.ReportRequest;
import io.github.gmr.engine.SizeLimitedRenderer;
import io.github.gmr.redact.Audience;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.sink.RenderedReport;
import io.github.gmr.view.ReportView;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * Makes and renders the reports that the endpoint is asked for. Safe for use by several
 * threads. Works without spring-web, as JMX does.
 */
public class ReportReader {

	private static final int BAD_REQUEST = 400;

	private final ReportEngine reports;

	private final List<ReportView> views;

	private final long maxSize;

	private final Duration timeToLive;

	private final ReportsBeingRead beingRead;

	private final Map<Edition, RecentRendering> recent = new ConcurrentHashMap<>();

	/**
	 * Create a reader.
	 * @param reports the reports of this JVM
	 * @param views write the reports, of those with the same name the first one
	 * @param maxSize how many bytes a rendered report may have
	 * @param timeToLive how long a whole report is served again over HTTP
	 */
	public ReportReader(ReportEngine reports, List<ReportView> views, long maxSize, Duration timeToLive) {
		this.reports = reports;
		this.views = List.copyOf(views);
		this.maxSize = maxSize;
		this.timeToLive = timeToLive;
		this.beingRead = new ReportsBeingRead(2 * maxSize);
	}

	String text(ReportRequest request, boolean showsValues) {
		return text(this.reports.generate(request, audience(showsValues)));
	}

	String text(String section, ReportRequest request, boolean showsValues) {
		return this.reports.generate(section, request, audience(showsValues))
			.map(this::text)
			.orElseGet(this::unknownSection);
	}

	Publication publish(ReportRequest request) {
		return this.reports.publish(request);
	}

	WebEndpointResponse<Resource> response(String format, ReportRequest request, boolean showsValues) {
		return rendered(format, (renderer) -> {
			RecentRendering recent = this.recent.computeIfAbsent(new Edition(format, showsValues),
					(edition) -> new RecentRendering(this.timeToLive));
			RenderedReport young = recent.young();
			return response((young != null) ? young
					: recent.render(this.reports.generate(request, audience(showsValues)), renderer));
		});
	}

	WebEndpointResponse<Resource> response(String section, String format, ReportRequest request, boolean showsValues) {
		return rendered(format,
				(renderer) -> this.reports.generate(section, request, audience(showsValues))
					.map((report) -> response(renderer.render(report)))
					.orElseGet(() -> message(unknownSection(), WebEndpointResponse.STATUS_NOT_FOUND)));
	}

	WebEndpointResponse<Resource> publication(ReportRequest request, Function<Publication, String> words,
			String mediaType) {
		return attempt(() -> new WebEndpointResponse<>(body(words.apply(publish(request))),
				WebEndpointResponse.STATUS_OK, MimeTypeUtils.parseMimeType(mediaType)));
	}

	private WebEndpointResponse<Resource> rendered(String format,
			Function<SizeLimitedRenderer, WebEndpointResponse<Resource>> response) {
		Optional<SizeLimitedRenderer> renderer = renderer(format);
		return renderer.isPresent() ? attempt(() -> response.apply(renderer.get()))
				: message(unknownFormat(), BAD_REQUEST);
	}

	private Optional<SizeLimitedRenderer> renderer(String format) {
		return this.views.stream()
			.filter((view) -> view.name().equals(format))
			.findFirst()
			.map((view) -> new SizeLimitedRenderer(view, this.maxSize));
	}

	/**
	 * Answers that there is no report whatever the reason is: an error page would tell
	 * less.
	 */
	private static WebEndpointResponse<Resource> attempt(Supplier<WebEndpointResponse<Resource>> response) {
		try {
			return response.get();
		}
		catch (ReportUnavailableException ex) {
			return unavailable(String.valueOf(ex.getMessage()));
		}
		catch (RuntimeException | StackOverflowError | OutOfMemoryError ex) {
			return unavailable(ex.getClass().getName());
		}
	}

	private WebEndpointResponse<Resource> response(RenderedReport rendered) {
		MimeType mediaType = mediaType(rendered);
		return this.beingRead.reserve(rendered)
			.map((reservation) -> new WebEndpointResponse<Resource>(new RenderedReportResource(reservation),
					WebEndpointResponse.STATUS_OK, mediaType))
			.orElseGet(() -> unavailable(
					"reports of " + new ByteSize(this.beingRead.size()) + " are still being read by others"));
	}

	private static MimeType mediaType(RenderedReport report) {
		return FileNameParameter.add(MimeTypeUtils.parseMimeType(report.format().mediaType()), report.fileName());
	}

	private static WebEndpointResponse<Resource> unavailable(String reason) {
		return message("No report can be had now: " + reason + ". Try again in a few seconds.\n",
				WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
	}

	private static WebEndpointResponse<Resource> message(String message, int status) {
		return new WebEndpointResponse<>(body(message), status, ReportFormat.TEXT.getProducedMimeType());
	}

	private static Resource body(String text) {
		return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
	}

	private String unknownSection() {
		return "There is no such section. The sections are:\n" + String.join("\n", this.reports.sectionNames()) + "\n";
	}

	private String unknownFormat() {
		List<String> names = this.views.stream().map(ReportView::name).distinct().toList();
		return "There is no such format. The formats are:\n" + String.join("\n", names) + "\n";
	}

	private String text(RedactedReport report) {
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			renderer(ReportFormat.TEXT.view()).orElseThrow().render(report).writeTo(out);
			return out.toString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Audience audience(boolean showsValues) {
		return showsValues ? Audience.MASKED : Audience.HIDDEN;
	}

	/**
	 * What whole reports look like.
	 */
	private record Edition(String format, boolean showsValues) {

	}

}
