package io.github.gmr.section.dump;

import javax.management.JMException;

/**
 * Makes the JVM write a dump of all threads, virtual ones too, to a file.
 */
@FunctionalInterface
public interface DumpCommand {

	/**
	 * Write the dump. Returns when it is complete or cannot be written; the thread cannot
	 * be interrupted.
	 * @param file the absolute path of the file, which may exist
	 * @return the answer of the JVM, text for people
	 * @throws JMException if this JVM has no such command
	 */
	String run(String file) throws JMException;

}
