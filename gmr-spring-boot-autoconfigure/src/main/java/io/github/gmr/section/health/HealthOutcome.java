package io.github.gmr.section.health;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a check of the application's health came to.
 *
 * @param status the status, such as {@code "UP"}
 * @param details what else the check says, empty if it may not be shown
 */
public record HealthOutcome(String status, Map<String, Object> details) implements HealthCheck.Result {

	public HealthOutcome {
		details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
	}

	boolean isDown() {
		return "DOWN".equals(this.status) || "OUT_OF_SERVICE".equals(this.status);
	}

}
