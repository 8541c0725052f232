package io.github.gmr.actuate;

import java.time.Duration;
import java.util.function.Function;

import io.github.gmr.Publication;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.engine.ReportRequest;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.core.io.Resource;

/**
 * Publishes the reports that are requested over HTTP, not more than one in each interval:
 * as each new file can cost the oldest one, many of them would leave none of the time
 * before. Safe for use by several threads.
 */
public class ReportPublications {

	private static final int FORBIDDEN = 403;

	private static final int NOT_ACCEPTABLE = 406;

	private final ReportEngine reports;

	private final Duration minInterval;

	private final Pace pace;

	/**
	 * Create publications.
	 * @param reports the reports of this JVM
	 * @param minInterval the shortest time between two publications
	 */
	public ReportPublications(ReportEngine reports, Duration minInterval) {
		this.reports = reports;
		this.minInterval = minInterval;
		this.pace = new Pace(minInterval, System::nanoTime);
	}

	/**
	 * Publish a report, unless the last one is too young.
	 * @param request who asks
	 * @param words says where the report went
	 * @param format the format of what that says
	 * @return where the report went, or status 429 or 503
	 */
	WebEndpointResponse<Resource> publish(ReportRequest request, Function<Publication, String> words,
			ReportFormat format) {
		Duration early = this.pace.begin();
		return (early.compareTo(Duration.ZERO) > 0) ? tooEarly(early) : TextResponse.attempt(() -> TextResponse
			.of(words.apply(publish(request)), WebEndpointResponse.STATUS_OK, format.getProducedMimeType()));
	}

	private Publication publish(ReportRequest request) {
		try {
			return this.reports.publish(request);
		}
		catch (RuntimeException | Error ex) {
			this.pace.cancel();
			throw ex;
		}
	}

	private WebEndpointResponse<Resource> tooEarly(Duration early) {
		String seconds = String.valueOf(early.plusSeconds(1).minusNanos(1).toSeconds());
		return TextResponse.of(
				"No report was published: the one before is not as old as 'gmr.report.min-interval' (%s). Try again in %s s.\n"
					.formatted(this.minInterval, seconds),
				WebEndpointResponse.STATUS_TOO_MANY_REQUESTS,
				CarriedHeader.RETRY_AFTER.addTo(ReportFormat.TEXT.getProducedMimeType(), seconds));
	}

	/**
	 * Refuse to publish a report because a page of another site may ask for it.
	 * @return status 403, and what to do if none does
	 */
	static WebEndpointResponse<Resource> refuseCrossSite() {
		return TextResponse.of("""
				No report was published: by its headers Sec-Fetch-Site and Origin this POST may come from a page of
				another site. If it does not, add the header X-Requested-With (with any value) to it. A proxy that
				changes the address of the server can say so in X-Forwarded-Host and X-Forwarded-Proto instead.
				""", FORBIDDEN);
	}

	/**
	 * Refuse to publish a report because nothing that can be said about it is accepted.
	 * @return status 406, and what can be accepted
	 */
	static WebEndpointResponse<Resource> refuseFormat() {
		return TextResponse.of("""
				No report was published: where it went can be said as text/plain or application/json only.
				""", NOT_ACCEPTABLE);
	}

}
