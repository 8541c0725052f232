package io.github.gmr.actuate;

import java.time.Duration;
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

	private final Cache cache = new Cache();

	public Show getShowValues() {
		return this.showValues;
	}

	public void setShowValues(Show showValues) {
		this.showValues = showValues;
	}

	public Set<String> getRoles() {
		return this.roles;
	}

	public Cache getCache() {
		return this.cache;
	}

	/**
	 * Properties of the cache, which cannot be Spring Boot's own as that knows no
	 * formats.
	 */
	public static class Cache {

		/**
		 * How long a whole report is served again.
		 */
		private Duration timeToLive = Duration.ZERO;

		public Duration getTimeToLive() {
			return this.timeToLive;
		}

		public void setTimeToLive(Duration timeToLive) {
			this.timeToLive = timeToLive;
		}

	}

}
