package io.github.gmr.autoconfigure.part;

import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Reads what is switched on when the application starts, each key once. To be used by one
 * thread.
 */
public final class Switches {

	private final Binder binder;

	private final Map<String, BindResult<Boolean>> read = new HashMap<>();

	/**
	 * Create the switches of an application.
	 * @param environment its configuration
	 */
	public Switches(Environment environment) {
		this.binder = Binder.get(environment);
	}

	/**
	 * Return whether a section is in the report.
	 * @param section the name of the section
	 * @return whether it is, which it also is if nothing is said about it
	 * @throws BindException if the value is neither true nor false
	 */
	public boolean isOn(PartName section) {
		return isOn("gmr.section." + section.name() + ".enabled", true);
	}

	boolean isOn(SwitchedBy by) {
		return isOn("gmr.enabled", true) && isOn(by.value(), by.byDefault())
				&& (by.needs().isEmpty() || hasText(by.needs()));
	}

	private boolean isOn(String key, boolean byDefault) {
		return this.read.computeIfAbsent(key, (any) -> this.binder.bind(key, Boolean.class)).orElse(byDefault);
	}

	private boolean hasText(String key) {
		return StringUtils.hasText(this.binder.bind(key, String.class).orElse(null));
	}

}
