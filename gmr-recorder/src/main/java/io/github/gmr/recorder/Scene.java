package io.github.gmr.recorder;

/**
 * What a thread does until it waits.
 */
@FunctionalInterface
interface Scene {

	/**
	 * Wait.
	 * @throws Exception if it does not come to that
	 */
	void play() throws Exception;

}
