package io.github.gmr.hospital;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;

/**
 * An application that is sick in one way, or only odd.
 */
interface Case {

	/**
	 * Return where it belongs.
	 * @return one word
	 */
	String ward();

	/**
	 * Return what it has.
	 * @return a few words
	 */
	String title();

	/**
	 * Return what the first finding must say.
	 * @return patterns, each of which must be found; none for a healthy one
	 */
	List<Pattern> says();

	/**
	 * Return whether no other case may run beside it.
	 * @return whether it needs CPUs for itself
	 */
	default boolean busy() {
		return false;
	}

	/**
	 * Return the oldest Java that can have it.
	 * @return the feature release
	 */
	int leastJava();

	/**
	 * Start the application.
	 * @param jdk the Java that it runs on
	 * @param directory a directory for its files
	 * @return the process, once it is as far as it should come
	 */
	Patient start(Jdk jdk, Path directory);

	/**
	 * Return when the application has what it should have.
	 * @param patient the process
	 */
	void fallIll(Patient patient);

	/**
	 * Ask for a report.
	 * @param patient the process
	 * @param directory the directory for its files
	 * @return the report
	 */
	default TextReport report(Patient patient, Path directory) {
		return patient.report();
	}

}
