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

import io.github.gmr.Publication;
import io.github.gmr.content.text.ByteSize;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.engine.ReportRequest;
import io.github.gmr.engine.SizeLimitedRenderer;
import io.github.gmr.redact.Audience;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.sink.RenderedReport;
import io.github.gmr.view.ReportView;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.core.io.Resource;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * Makes and renders the reports that the endpoint is asked for. Safe for use by several
 * threads. Works without spring-web, as JMX does.
 */
public class ReportReader {

	/**
	 * The name of no format, asked for where none is accepted.
	 */
	static final String NO_FORMAT = "none";

	private static final int BAD_REQUEST = 400;

	private static final int NOT_ACCEPTABLE = 406;

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

	WebEndpointResponse<Resource> response(ReportOptions options, ReportRequest request, boolean showsValues) {
		return response(options, (renderer) -> {
			RecentRendering recent = this.recent.computeIfAbsent(new Edition(options.format(), showsValues),
					(edition) -> new RecentRendering(this.timeToLive));
			RenderedReport young = recent.young();
			return Optional.of((young != null) ? young
					: recent.render(this.reports.generate(request, audience(showsValues)), renderer));
		});
	}

	WebEndpointResponse<Resource> response(String section, ReportOptions options, ReportRequest request,
			boolean showsValues) {
		return response(options,
				(renderer) -> this.reports.generate(section, request, audience(showsValues)).map(renderer::render));
	}

	private WebEndpointResponse<Resource> response(ReportOptions options,
			Function<SizeLimitedRenderer, Optional<RenderedReport>> rendering) {
		Optional<SizeLimitedRenderer> renderer = renderer(options.format());
		Optional<FailOn> failOn = FailOn.of(options.failOn());
		if (renderer.isEmpty()) {
			return TextResponse.of(unknownFormat(), options.format().equals(NO_FORMAT) ? NOT_ACCEPTABLE : BAD_REQUEST);
		}
		if (failOn.isEmpty()) {
			return TextResponse.of(FailOn.HINT, BAD_REQUEST);
		}
		return TextResponse.attempt(() -> rendering.apply(renderer.get())
			.map((rendered) -> response(rendered, failOn.get()))
			.orElseGet(() -> TextResponse.of(unknownSection(), WebEndpointResponse.STATUS_NOT_FOUND)));
	}

	private Optional<SizeLimitedRenderer> renderer(String format) {
		return this.views.stream()
			.filter((view) -> view.name().equals(format))
			.findFirst()
			.map((view) -> new SizeLimitedRenderer(view, this.maxSize));
	}

	private WebEndpointResponse<Resource> response(RenderedReport rendered, FailOn failOn) {
		return this.beingRead.reserve(rendered)
			.map((reservation) -> new WebEndpointResponse<Resource>(new RenderedReportResource(reservation),
					failOn.status(rendered.findings()), mediaType(rendered)))
			.orElseGet(() -> TextResponse
				.unavailable("reports of " + new ByteSize(this.beingRead.size()) + " are still being read by others"));
	}

	private static MimeType mediaType(RenderedReport report) {
		MimeType type = MimeTypeUtils.parseMimeType(report.format().mediaType());
		return CarriedHeader.FINDINGS.addTo(CarriedHeader.FILE_NAME.addTo(type, report.fileName()),
				report.findings().toString());
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
