package io.github.gmr.section.dump;

import javax.management.JMException;

import io.github.gmr.section.hotspot.DiagnosticCommand;

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

	/**
	 * Return the command of this JVM, called in process: no attaching, no tools.
	 * @return the command
	 */
	static DumpCommand ofThisJvm() {
		return (file) -> DiagnosticCommand.run("threadDumpToFile", "-overwrite", "-format=json", file);
	}

}
