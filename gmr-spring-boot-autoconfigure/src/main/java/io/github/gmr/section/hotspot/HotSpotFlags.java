package io.github.gmr.section.hotspot;

import java.util.Arrays;
import java.util.List;

import javax.management.JMException;

/**
 * Reads the flags of HotSpot that are not at their default, set by hand or by HotSpot
 * itself.
 */
@FunctionalInterface
public interface HotSpotFlags {

	/**
	 * Return the flags as they would stand on a command line, one after the other.
	 * @return the flags, such as {@code "-XX:+UseG1GC -XX:MaxHeapSize=536870912"}
	 * @throws JMException if this JVM does not report them
	 */
	String read() throws JMException;

	/**
	 * Return the flags.
	 * @return one item for each flag
	 * @throws JMException if this JVM does not report them
	 */
	default List<String> all() throws JMException {
		return Arrays.stream(read().strip().split("\\s+(?=-XX:)")).map(String::strip).toList();
	}

	/**
	 * Return whether a flag was switched on, by hand or by HotSpot itself.
	 * @param flag the name of the flag, such as {@code "UseG1GC"}
	 * @return whether it was, {@code false} if this JVM does not report flags
	 */
	default boolean isOn(String flag) {
		try {
			return all().contains("-XX:+" + flag);
		}
		catch (JMException ex) {
			return false;
		}
	}

	/**
	 * Return the flags of this JVM.
	 * @return reads the flags when it is asked
	 */
	static HotSpotFlags ofThisJvm() {
		return () -> DiagnosticCommand.run("vmFlags");
	}

}
