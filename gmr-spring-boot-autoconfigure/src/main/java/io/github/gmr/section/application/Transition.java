package io.github.gmr.section.application;

import io.github.gmr.content.Content;
import org.jspecify.annotations.Nullable;

/**
 * Knows how the start of an application, or its end, gets on. Thread-safe.
 */
public interface Transition {

	/**
	 * Return what it is.
	 * @return its name, such as {@code "start"}
	 */
	String name();

	/**
	 * Return what is known of it while it lasts.
	 * @return since when, where it stands, and a finding; {@code null} if the application
	 * does not start, or does not end
	 */
	@Nullable Content content();

}
