package io.github.gmr.redact.text;

/**
 * Finds secrets in a text. Must be safe for use by many threads.
 */
@FunctionalInterface
public interface SecretFinder {

	/**
	 * Mark the secrets of a text, in time linear to its length.
	 * @param text the text
	 * @param marks takes the secrets
	 */
	void find(String text, Marks marks);

}
