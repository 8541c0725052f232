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

	private static final ReportRequest GET = ReportRequest.of("http", "HTTP GET");

	private static final ReportRequest POST = ReportRequest.of("http", "HTTP POST");

	private final ReportReader reader;

	private final Show showValues;

	private final Set<String> roles;

	/**
	 * Create the extension.
	 * @param reader makes the reports
	 * @param showValues which users may see the values of settings
	 * @param roles the roles of which an authorized user has one, none to authorize every
	 * user
	 */
	public GmrEndpointWebExtension(ReportReader reader, Show showValues, Set<String> roles) {
		this.reader = reader;
		this.showValues = showValues;
		this.roles = Set.copyOf(roles);
	}

	/**
	 * Make a whole report.
	 * @param securityContext the user, if there is one
	 * @param accepted the format that is accepted
	 * @param format the name of another format, {@code null} for the accepted one
	 * @return the report
	 */
	@ReadOperation(producesFrom = ReportFormat.class)
	@SuppressWarnings("deprecation")
	public WebEndpointResponse<Resource> report(SecurityContext securityContext, ReportFormat accepted,
			@org.springframework.lang.Nullable @Nullable String format) {
		return this.reader.response(view(accepted, format), GET, showsValues(securityContext));
	}

	/**
	 * Make a report of one section.
	 * @param securityContext the user, if there is one
	 * @param accepted the format that is accepted
	 * @param section the name of the section
	 * @param format the name of another format, {@code null} for the accepted one
	 * @return the section, or status 404 and the names of all sections if there is none
	 * of this name
	 */
	@ReadOperation(producesFrom = ReportFormat.class)
	@SuppressWarnings("deprecation")
	public WebEndpointResponse<Resource> section(SecurityContext securityContext, ReportFormat accepted,
			@Selector String section, @org.springframework.lang.Nullable @Nullable String format) {
		return this.reader.response(section, view(accepted, format), GET, showsValues(securityContext));
	}

	/**
	 * Make a report and give it to the sinks. Without a parameter, also for the format,
	 * as Spring Boot would ask for a body with its value.
	 * @return where the report went, a line for each sink
	 */
	@WriteOperation(produces = GmrEndpoint.TEXT)
	public WebEndpointResponse<Resource> publish() {
		return this.reader.publication(POST, Publication::asText, GmrEndpoint.TEXT);
	}

	/**
	 * Make a report and give it to the sinks.
	 * @return where the report went, as JSON
	 */
	@WriteOperation(produces = GmrEndpoint.JSON)
	public WebEndpointResponse<Resource> publishAsJson() {
		return this.reader.publication(POST, PublicationJson::of, GmrEndpoint.JSON);
	}

	private static String view(ReportFormat accepted, @Nullable String format) {
		return (format != null) ? format : accepted.view();
	}

	private boolean showsValues(SecurityContext securityContext) {
		return this.showValues.isShown(securityContext, this.roles);
	}

}
