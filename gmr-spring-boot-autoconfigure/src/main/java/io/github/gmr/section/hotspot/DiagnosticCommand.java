package io.github.gmr.section.hotspot;

import java.lang.management.ManagementFactory;

import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Commands of HotSpot, called in process: no attaching, no tools.
 */
public final class DiagnosticCommand {

	private DiagnosticCommand() {
	}

	/**
	 * Run a command.
	 * @param name the name of the command
	 * @param arguments its arguments
	 * @return its answer, text for people
	 * @throws JMException if this JVM has no such command
	 */
	public static String run(String name, String... arguments) throws JMException {
		ObjectName bean = new ObjectName("com.sun.management:type=DiagnosticCommand");
		return String.valueOf(ManagementFactory.getPlatformMBeanServer()
			.invoke(bean, name, new Object[] { arguments }, new String[] { String[].class.getName() }));
	}

}
