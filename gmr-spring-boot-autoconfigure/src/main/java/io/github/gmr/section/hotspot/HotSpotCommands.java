package io.github.gmr.section.hotspot;

import javax.management.JMException;

/**
 * Runs diagnostic commands of HotSpot.
 */
@FunctionalInterface
public interface HotSpotCommands {

	/**
	 * Run a command.
	 * @param name the name of the command, such as {@code "vmInfo"}
	 * @return its answer, text for people
	 * @throws JMException if this JVM has no such command
	 */
	String run(String name) throws JMException;

	/**
	 * Return the commands of this JVM.
	 * @return runs them in process
	 */
	static HotSpotCommands ofThisJvm() {
		return (name) -> DiagnosticCommand.run(name);
	}

}
