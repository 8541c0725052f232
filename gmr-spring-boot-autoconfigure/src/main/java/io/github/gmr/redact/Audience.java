package io.github.gmr.redact;

/**
 * Who reads a report, and so what it may show.
 *
 * @param showsValues whether the values of settings are shown (masked), or hidden
 * altogether
 */
public record Audience(boolean showsValues) {

	/**
	 * Sees values, masked.
	 */
	public static final Audience MASKED = new Audience(true);

	/**
	 * Sees no values of settings.
	 */
	public static final Audience HIDDEN = new Audience(false);

}
