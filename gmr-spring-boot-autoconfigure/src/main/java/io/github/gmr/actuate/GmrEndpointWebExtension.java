package io.github.gmr.actuate;

import java.util.Set;

import io.github.gmr.ReportRequest;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.core.io.Resource;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} for the {@link GmrEndpoint}.
 */
@EndpointWebExtension(endpoint = GmrEndpoint.class)
public class GmrEndpointWebExtension {

	private static final ReportRequest REQUEST = ReportRequest.of("http", "HTTP GET");

	private final ReportReader reader;

	private final Show showValues;

	private final Set<String> roles;

	/**
	 * Create the extension.
	 * @param reader makes the reports
	 * @param showValues who may see the values of settings
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
	 * @param securityContext who asks
	 * @return the report
	 */
	@ReadOperation(produces = GmrEndpoint.TEXT)
	public WebEndpointResponse<Resource> report(SecurityContext securityContext) {
		return this.reader.response(REQUEST, showsValues(securityContext));
	}

	/**
	 * Make a report of one section.
	 * @param securityContext who asks
	 * @param section the name of the section
	 * @return the section, or status 404 and the names of all sections if there is none
	 * of this name
	 */
	@ReadOperation(produces = GmrEndpoint.TEXT)
	public WebEndpointResponse<Resource> section(SecurityContext securityContext, @Selector String section) {
		return this.reader.response(section, REQUEST, showsValues(securityContext));
	}

	private boolean showsValues(SecurityContext securityContext) {
		return this.showValues.isShown(securityContext, this.roles);
	}

}
