package io.github.gmr.trigger;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What the configuration says about the signal.
 *
 * @param signal the signal to listen to, or {@code null} for none
 */
record SignalSettings(@Nullable SignalName signal) {

	static final String ENABLED = "gmr.signal.enabled";

	static final String NAME = "gmr.signal.name";

	private static final String DEFAULT = "USR1";

	/**
	 * Return whether reports can be requested at all.
	 * @param environment where that is configured
	 * @return whether they can
	 */
	static boolean areReportsEnabled(Environment environment) {
		return Binder.get(environment).bind("gmr.enabled", Boolean.class).orElse(true);
	}

	/**
	 * Ignore the configured signal, where its default action would end the process: who
	 * has the habit of sending it must not end an application whose reports are off.
	 * @param environment where the signal is configured
	 */
	static void ignore(Environment environment) {
		try {
			SignalRelay.ignore(SignalName.of(Binder.get(environment).bind(NAME, String.class).orElse(DEFAULT)));
		}
		catch (InvalidSignalNameException ex) {
			// It requests no reports anyway
		}
	}

	/**
	 * Read the settings.
	 * @param environment where they are configured
	 * @return the settings
	 * @throws InvalidSignalNameException if the signal cannot be used
	 */
	static SignalSettings from(Environment environment) {
		Binder binder = Binder.get(environment);
		boolean enabled = areReportsEnabled(environment) && binder.bind(ENABLED, Boolean.class).orElse(true);
		return new SignalSettings(enabled ? SignalName.of(binder.bind(NAME, String.class).orElse(DEFAULT)) : null);
	}

}
