package io.github.gmr.actuate;

import java.util.HashSet;
import java.util.Set;

import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@link ConfigurationProperties @ConfigurationProperties} for the {@link GmrEndpoint}.
 */
@ConfigurationProperties("management.endpoint.gmr")
public class GmrEndpointProperties {

	/**
	 * When to show the values of settings. Secrets are masked even then.
	 */
	private Show showValues = Show.NEVER;

	/**
	 * Roles of which a user needs one to be authorized to see the values of settings.
	 * When empty, all authenticated users are authorized.
	 */
	private final Set<String> roles = new HashSet<>();

	public Show getShowValues() {
		return this.showValues;
	}

	public void setShowValues(Show showValues) {
		this.showValues = showValues;
	}

	public Set<String> getRoles() {
		return this.roles;
	}

}
