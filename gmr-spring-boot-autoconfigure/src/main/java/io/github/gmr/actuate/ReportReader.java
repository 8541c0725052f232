package io.github.gmr.actuate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.github.gmr.JvmReports;
import io.github.gmr.Renderer;
import io.github.gmr.ReportRequest;
import io.github.gmr.ReportUnavailableException;
import io.github.gmr.redact.Audience;
import io.github.gmr.redact.RedactedReport;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.util.MimeTypeUtils;

/**
 * Makes and renders the reports that the endpoint is asked for.
 */
public class ReportReader {

	private final JvmReports reports;

	private final Renderer renderer;

	/**
	 * Create a reader.
	 * @param reports the reports of this JVM
	 * @param renderer renders them
	 */
	public ReportReader(JvmReports reports, Renderer renderer) {
		this.reports = reports;
		this.renderer = renderer;
	}

	String text(ReportRequest request, boolean showsValues) {
		return text(this.reports.generate(request, audience(showsValues)));
	}

	String text(String section, ReportRequest request, boolean showsValues) {
		return this.reports.generate(section, request, audience(showsValues))
			.map(this::text)
			.orElseGet(this::unknownSection);
	}

	WebEndpointResponse<Resource> response(ReportRequest request, boolean showsValues) {
		try {
			return response(this.reports.generate(request, audience(showsValues)));
		}
		catch (ReportUnavailableException ex) {
			return unavailable(ex);
		}
	}

	WebEndpointResponse<Resource> response(String section, ReportRequest request, boolean showsValues) {
		try {
			Optional<RedactedReport> report = this.reports.generate(section, request, audience(showsValues));
			return report.map(this::response)
				.orElseGet(() -> message(unknownSection(), WebEndpointResponse.STATUS_NOT_FOUND));
		}
		catch (ReportUnavailableException ex) {
			return unavailable(ex);
		}
	}

	private WebEndpointResponse<Resource> response(RedactedReport report) {
		return new WebEndpointResponse<>(new RenderedReportResource(this.renderer.render(report)),
				WebEndpointResponse.STATUS_OK);
	}

	private static WebEndpointResponse<Resource> unavailable(ReportUnavailableException ex) {
		return message("No report can be had now: " + ex.getMessage() + ". Try again in a few seconds.\n",
				WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
	}

	private static WebEndpointResponse<Resource> message(String message, int status) {
		return new WebEndpointResponse<>(new ByteArrayResource(message.getBytes(StandardCharsets.UTF_8)), status,
				MimeTypeUtils.parseMimeType(GmrEndpoint.TEXT));
	}

	private String unknownSection() {
		return "There is no such section. The sections are:\n" + String.join("\n", this.reports.sectionNames()) + "\n";
	}

	private String text(RedactedReport report) {
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			this.renderer.render(report).writeTo(out);
			return out.toString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Audience audience(boolean showsValues) {
		return showsValues ? Audience.MASKED : Audience.HIDDEN;
	}

}
