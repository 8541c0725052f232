package io.github.gmr.redact;

import org.jspecify.annotations.Nullable;

/**
 * Masks values of settings by a rule of the application, before the built-in rules.
 */
@FunctionalInterface
public interface ValueSanitizer {

	/**
	 * Return the value to show. Called for each setting of a report on the thread that
	 * redacts it. Any exception masks the value.
	 * @param source the name of the property source, or {@code null} if it is not known
	 * @param name the name of the setting
	 * @param value its value
	 * @return the value itself or what stands in its place, {@code null} for a mask
	 */
	@Nullable String sanitize(@Nullable String source, String name, String value);

}
