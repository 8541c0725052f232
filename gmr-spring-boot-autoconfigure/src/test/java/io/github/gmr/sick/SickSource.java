package io.github.gmr.sick;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * A property source that does not do its duty.
 */
final class SickSource extends EnumerablePropertySource<String> {

	private SickSource(String sickness) {
		super("sick", sickness);
	}

	static void addTo(ConfigurableEnvironment environment, String sickness) {
		environment.getPropertySources().addLast(new SickSource(sickness));
	}

	@Override
	@SuppressWarnings("NullAway")
	public String[] getPropertyNames() {
		return getSource().equals("names-nothing") ? null : new String[] { "sick.property", "sick.property", null };
	}

	@Override
	public @Nullable Object getProperty(String name) {
		if (!name.startsWith("sick.")) {
			return null;
		}
		if (getSource().equals("hangs")) {
			Locks.waitForEver();
		}
		throw new IllegalStateException("no such server");
	}

}
