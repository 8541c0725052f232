package io.github.gmr.actuate;

import java.util.Set;

import io.github.gmr.Publication;
import io.github.gmr.engine.ReportRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.core.io.Resource;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} for the {@link GmrEndpoint}. Safe
 * for use by several threads. Parameters that a request may leave out have Spring's own
 * {@code @Nullable} besides the usual one, though it is deprecated: Spring Boot 3.5 knows
 * them by no other.
 */
@EndpointWebExtension(endpoint = GmrEndpoint.class)
public class GmrEndpointWebExtension {

	/**
	 * Accepted by requests that a page of another site may have sent, as far as the
	 * filter in front knows.
	 */
	static final String CROSS_SITE = "application/vnd.gmr.cross-site";

	/**
	 * Accepted by requests that accept nothing that can be said about a publication.
	 */
	static final String NOT_ACCEPTABLE = "application/vnd.gmr.not-acceptable";

	/**
	 * What Spring Boot calls the parameter {@link FailOn#PARAMETER}, whose name no
	 * parameter of a method can have.
	 */
	static final String FAIL_ON = "failOn";

	private static final ReportRequest GET = ReportRequest.of("http", "HTTP GET");

	private static final ReportRequest POST = ReportRequest.of("http", "HTTP POST");

	private final ReportReader reader;

	private final ReportPublications publications;

	private final Show showValues;

	private final Set<String> roles;

	/**
	 * Create the extension.
	 * @param reader makes the reports
	 * @param publications publishes reports
	 * @param showValues which users may see the values of settings
	 * @param roles the roles of which an authorized user has one, none to authorize every
	 * user
	 */
	public GmrEndpointWebExtension(ReportReader reader, ReportPublications publications, Show showValues,
			Set<String> roles) {
		this.reader = reader;
		this.publications = publications;
		this.showValues = showValues;
		this.roles = Set.copyOf(roles);
	}

	/**
	 * Make a whole report.
	 * @param securityContext the user, if there is one
	 * @param accepted the format that is accepted
	 * @param format the name of another format, {@code null} for the accepted one
	 * @param failOn the severity of findings that make the answer a failure, or
	 * {@code null}
	 * @return the report, with status 503 if it is a failure
	 */
	@ReadOperation(producesFrom = ReportFormat.class)
	@SuppressWarnings("deprecation")
	public WebEndpointResponse<Resource> report(SecurityContext securityContext, ReportFormat accepted,
			@org.springframework.lang.Nullable @Nullable String format,
			@org.springframework.lang.Nullable @Nullable String failOn) {
		return ResponseSlot
			.fill(this.reader.response(options(accepted, format, failOn), GET, showsValues(securityContext)));
	}

	/**
	 * Make a report of one section.
	 * @param securityContext the user, if there is one
	 * @param accepted the format that is accepted
	 * @param section the name of the section
	 * @param format the name of another format, {@code null} for the accepted one
	 * @param failOn the severity of findings that make the answer a failure, or
	 * {@code null}
	 * @return the section, with status 503 if it is a failure, or status 404 and the
	 * names of all sections if there is none of this name
	 */
	@ReadOperation(producesFrom = ReportFormat.class)
	@SuppressWarnings("deprecation")
	public WebEndpointResponse<Resource> section(SecurityContext securityContext, ReportFormat accepted,
			@Selector String section, @org.springframework.lang.Nullable @Nullable String format,
			@org.springframework.lang.Nullable @Nullable String failOn) {
		return ResponseSlot
			.fill(this.reader.response(section, options(accepted, format, failOn), GET, showsValues(securityContext)));
	}

	/**
	 * Make a report and give it to the sinks. Without a parameter, also for the format,
	 * as Spring Boot would ask for a body with its value.
	 * @return where the report went, a line for each sink
	 */
	@WriteOperation(produces = GmrEndpoint.TEXT)
	public WebEndpointResponse<Resource> publish() {
		return ResponseSlot.fill(this.publications.publish(POST, Publication::asText, ReportFormat.TEXT));
	}

	/**
	 * Make a report and give it to the sinks.
	 * @return where the report went, as JSON
	 */
	@WriteOperation(produces = GmrEndpoint.JSON)
	public WebEndpointResponse<Resource> publishAsJson() {
		return ResponseSlot.fill(this.publications.publish(POST, PublicationJson::of, ReportFormat.JSON));
	}

	/**
	 * Refuse to publish a report because a page of another site may ask for it.
	 * @return status 403, and what to do if none does
	 */
	@WriteOperation(produces = CROSS_SITE)
	public WebEndpointResponse<Resource> refuseCrossSite() {
		return ResponseSlot.fill(ReportPublications.refuseCrossSite());
	}

	/**
	 * Refuse to publish a report because nothing that can be said about it is accepted.
	 * @return status 406, and what can be accepted
	 */
	@WriteOperation(produces = NOT_ACCEPTABLE)
	public WebEndpointResponse<Resource> refuseFormat() {
		return ResponseSlot.fill(ReportPublications.refuseFormat());
	}

	private static ReportOptions options(ReportFormat accepted, @Nullable String format, @Nullable String failOn) {
		return ResponseSlot.options()
			.orElseGet(() -> new ReportOptions((format != null) ? format : accepted.view(), failOn));
	}

	private boolean showsValues(SecurityContext securityContext) {
		return this.showValues.isShown(securityContext, this.roles);
	}

}
