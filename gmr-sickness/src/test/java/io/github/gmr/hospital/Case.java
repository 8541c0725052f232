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
	 * Return the oldest Java that can have it.
	 * @return the feature release
	 */
	int leastJava();

	/**
	 * Start the application, and return when it has what it should have.
	 * @param jdk the Java that it runs on
	 * @param directory a directory for its files
	 * @return the process
	 */
	Patient admit(Jdk jdk, Path directory);

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
