package io.github.gmr.section.application;

import io.github.gmr.content.Content;
import org.jspecify.annotations.Nullable;

/**
 * Knows how the start of an application gets on. Thread-safe.
 */
@FunctionalInterface
public interface StartUp {

	/**
	 * Knows of no start.
	 */
	StartUp NONE = () -> null;

	/**
	 * Return what is known of a start that has not ended.
	 * @return since when, where it stands, and a finding; {@code null} once the
	 * application is ready
	 */
	@Nullable Content content();

}
