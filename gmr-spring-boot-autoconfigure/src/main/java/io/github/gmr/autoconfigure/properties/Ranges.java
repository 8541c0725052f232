package io.github.gmr.autoconfigure.properties;

import java.time.Duration;

import org.springframework.util.unit.DataSize;

/**
 * Checks of configured values.
 */
final class Ranges {

	private Ranges() {
	}

	static Duration positive(String key, Duration value) {
		if (value.isNegative() || value.isZero()) {
			throw new IllegalArgumentException("'%s' must be longer than zero but is %s".formatted(key, value));
		}
		return value;
	}

	static Duration notNegative(String key, Duration value) {
		if (value.isNegative()) {
			throw new IllegalArgumentException("'%s' must not be negative but is %s".formatted(key, value));
		}
		return value;
	}

	static int positive(String key, int value) {
		if (value < 1) {
			throw new IllegalArgumentException("'%s' must be at least 1 but is %d".formatted(key, value));
		}
		return value;
	}

	static int percent(String key, int value) {
		return fromOneTo(100, key, value);
	}

	static int fromOneTo(int max, String key, int value) {
		if (value < 1 || value > max) {
			throw new IllegalArgumentException("'%s' must be from 1 to %d but is %d".formatted(key, max, value));
		}
		return value;
	}

	static DataSize atLeast(String key, DataSize value, DataSize least) {
		if (value.compareTo(least) < 0) {
			throw new IllegalArgumentException("'%s' must be at least %s but is %s".formatted(key, least, value));
		}
		return value;
	}

}
