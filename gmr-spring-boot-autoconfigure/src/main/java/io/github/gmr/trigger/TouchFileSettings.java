package io.github.gmr.trigger;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What the configuration says about the touched file.
 *
 * @param path the path of the file, or {@code null} for none
 * @param pollInterval how often to look at it
 */
record TouchFileSettings(@Nullable Path path, Duration pollInterval) {

	private static final Duration LEAST = Duration.ofMillis(10);

	static TouchFileSettings from(Environment environment) {
		Binder binder = Binder.get(environment);
		String path = binder.bind("gmr.touch-file.path", String.class).orElse("");
		Duration interval = binder.bind("gmr.touch-file.poll-interval", Duration.class).orElse(Duration.ofSeconds(1));
		if (interval.compareTo(LEAST) < 0) {
			throw new IllegalArgumentException(
					"'gmr.touch-file.poll-interval' must be at least %s but is %s".formatted(LEAST, interval));
		}
		return new TouchFileSettings(!path.isBlank() ? Path.of(path).toAbsolutePath() : null, interval);
	}

}
