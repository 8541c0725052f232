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
	 * @throws JMException if this JVM does not tell
	 */
	String read() throws JMException;

	/**
	 * Return the flags.
	 * @return one item for each flag
	 * @throws JMException if this JVM does not tell
	 */
	default List<String> all() throws JMException {
		return Arrays.stream(read().strip().split("\\s+(?=-XX:)")).map(String::strip).toList();
	}

	default boolean isOn(String flag) {
		try {
			return all().contains("-XX:+" + flag);
		}
		catch (JMException ex) {
			return false;
		}
	}

	static HotSpotFlags ofThisJvm() {
		return () -> DiagnosticCommand.run("vmFlags");
	}

}
