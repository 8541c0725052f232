package io.github.gmr.trigger;

import java.time.Duration;

import io.github.gmr.section.pulse.Pulse;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What the configuration says about the pulse.
 *
 * @param interval how often it looks, zero for never
 */
record PulseSettings(Duration interval) {

	private static final String INTERVAL = "gmr.pulse.interval";

	private static final Duration LEAST = Duration.ofMillis(100);

	static PulseSettings from(Environment environment) {
		Duration interval = Binder.get(environment).bind(INTERVAL, Duration.class).orElse(Pulse.INTERVAL);
		if (!interval.isZero() && interval.compareTo(LEAST) < 0) {
			throw new IllegalArgumentException(
					"'%s' must be 0 or at least %s but is %s".formatted(INTERVAL, LEAST, interval));
		}
		return new PulseSettings(interval);
	}

}
