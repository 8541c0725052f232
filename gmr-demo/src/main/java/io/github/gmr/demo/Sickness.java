package io.github.gmr.demo;

/**
 * Something that is wrong on purpose, so that a report can tell it.
 */
interface Sickness {

	/**
	 * Return the name of the sickness in URLs.
	 * @return the name, such as {@code "deadlock"}
	 */
	String name();

	/**
	 * Fall ill. Does nothing if ill already.
	 * @throws InterruptedException if the caller is interrupted
	 */
	void begin() throws InterruptedException;

	/**
	 * Recover. Does nothing if not ill.
	 */
	void end();

}
