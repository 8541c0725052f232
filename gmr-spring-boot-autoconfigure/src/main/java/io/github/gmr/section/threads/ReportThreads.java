package io.github.gmr.section.threads;

import java.lang.management.ThreadInfo;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows the threads that make the report: our own, by their names, and those that HotSpot
 * starts to run our handler of a signal. A thread that runs a handler of the application
 * is none of them, whatever the signal.
 */
final class ReportThreads {

	private static final String OWN = "gmr-";

	private static final String SIGNAL = "SIG";

	private static final Pattern HANDLER = Pattern.compile(SIGNAL + "[A-Z0-9]+ handler");

	private static final List<String> CALLED_BY_HANDLER = List.of("java.", "jdk.", "sun.", "io.github.gmr.trigger.");

	private ReportThreads() {
	}

	static boolean contain(ThreadInfo thread) {
		String name = thread.getThreadName();
		return name.startsWith(OWN) || (name.startsWith(SIGNAL) && HANDLER.matcher(name).matches() && runsOurs(thread));
	}

	private static boolean runsOurs(ThreadInfo thread) {
		return Stream.of(thread.getStackTrace())
			.map(StackTraceElement::getClassName)
			.allMatch((type) -> CALLED_BY_HANDLER.stream().anyMatch(type::startsWith));
	}

}
