package io.github.gmr.section.threads;

import java.util.regex.Pattern;

/**
 * Knows the threads that make the report, by their names: our own, and those that HotSpot
 * starts to run the handler of a signal.
 */
final class ReportThreads {

	private static final Pattern NAMES = Pattern.compile("gmr-.*|SIG[A-Z0-9]+ handler");

	private ReportThreads() {
	}

	static boolean contain(String name) {
		return NAMES.matcher(name).matches();
	}

}
