package io.github.gmr.sick;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.gmr.process.Patient;

/**
 * What a report takes of a JVM, by the log of HotSpot.
 *
 * @param stops how often all threads stood still, by what the JVM calls the reason,
 * without those of its own
 * @param looks how often one thread was looked at alone, as the JVM does with each of
 * them in turn to dump virtual threads
 * @param megabytes what was allocated
 */
record ReportCost(Map<String, Integer> stops, int looks, long megabytes) {

	/**
	 * Options of the JVM: log what is counted, and have no reason for a collection.
	 */
	static final String[] OPTIONS = { "-Xlog:safepoint,handshake,gc:stdout:none", "-XX:+UseSerialGC", "-Xms1g",
			"-Xmn768m", "-XX:MetaspaceSize=256m" };

	/**
	 * A collection that is asked for has the same name as one that is not, but it gives
	 * its reason.
	 */
	private static final Pattern STOP = Pattern.compile("Safepoint \"(\\w+)\"|Pause Full \\((System\\.gc\\(\\))\\)");

	private static final Pattern LOOK = Pattern.compile("Handshake \"(\\w+)\", Targeted threads: 1,");

	private static final Pattern OF_ITS_OWN = Pattern
		.compile("\\w*Collect\\w*|Cleanup|ICBufferFull|HandshakeForDeflation|Deoptimize");

	/**
	 * Ask for a report.
	 * @param patient runs {@link SickApplication} with the options
	 * @return what it has taken
	 */
	static ReportCost of(Patient patient) {
		ReportCost before = soFar(patient);
		patient.report();
		return soFar(patient).minus(before);
	}

	private static ReportCost soFar(Patient patient) {
		// The answer comes after the log of all that was done before
		patient.tell("allocated");
		String log = patient.stdout();
		long bytes = Long.parseLong(log.substring(log.lastIndexOf("allocated: ")).split("\\s")[1]);
		Map<String, Integer> stops = names(STOP, log)
			.collect(Collectors.toMap((name) -> name, (name) -> 1, Integer::sum, TreeMap::new));
		return new ReportCost(stops, (int) names(LOOK, log).count(), bytes >> 20);
	}

	private static Stream<String> names(Pattern pattern, String log) {
		return pattern.matcher(log)
			.results()
			.map(ReportCost::name)
			.filter((name) -> !OF_ITS_OWN.matcher(name).matches());
	}

	private static String name(MatchResult match) {
		String name = match.group(1);
		return (name != null) ? name : match.group(2);
	}

	private ReportCost minus(ReportCost before) {
		Map<String, Integer> more = new TreeMap<>(this.stops);
		before.stops.forEach((name, count) -> more.merge(name, -count, Integer::sum));
		more.values().removeIf((count) -> count == 0);
		return new ReportCost(more, this.looks - before.looks, this.megabytes - before.megabytes);
	}

}
