package io.github.gmr.observed;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.gmr.process.ClassPath;
import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks an application for a report that waits in many libraries at once.
 */
@Timeout(300)
class RunningWorkIT {

	/**
	 * How work on a platform thread gets on, if that is known.
	 */
	private static final String PROGRESS = "(has not moved for .*|moves|busy: .*)?";

	private static final Pattern AGE = Pattern.compile("\\d+ (ms|s)");

	@Test
	void reportShowsWhatEachLibraryHasObserved() {
		try (Patient patient = start()) {
			TextReport report = patient.await("the rest of the answers does not come",
					() -> standing(patient.report()));
			List<List<String>> work = rows(report.section("Running Work"));
			SoftAssertions.assertSoftly((softly) -> {
				String call = "http\\.client\\.requests";
				String host = "localhost:\\d+ GET ";
				row(softly, work, call, host + "/slow/\\{id}", "clerk-purchase #\\d+", clerk("purchase"), "purchase");
				row(softly, work, call, host + "/slow/\\{id}", "clerk-refund #\\d+", clerk("refund"), "refund");
				row(softly, work, call, host + "/half/\\{id}", "clerk-catalogue #\\d+", clerk("catalogue"),
						"catalogue");
				row(softly, work, call, host + "/half/\\{id}", "clerk-prices #\\d+", clerk("prices"), "prices");
				row(softly, work, call, host.strip(), "asynchronously", "", "quote");
				String here = "io\\.github\\.gmr\\.observed\\.Shop\\.deliver\\(Shop\\.java:\\d+\\)";
				row(softly, work, "jdbc\\.query", ".+", "clerk-stock #\\d+", here, "jdbc\\.connection .*");
				row(softly, work, "jdbc\\.connection", ".+", "asynchronously", "", "stock");
				row(softly, work, "spring\\.batch\\.job", "nightly", "clerk-night #\\d+", here, "spring\\.batch.*");
				row(softly, work, "jms\\.message\\.process", "invoices", ".*JmsListenerEndpointContainer#.*", here, "");
				row(softly, work, "tasks\\.scheduled\\.execution", ".*Shop\\.Mails\\.clean", "scheduling-1 #\\d+", here,
						"");
				softly.assertThat(rows(report.section("Running Work")))
					.as("what is not observed")
					.anyMatch((row) -> row.size() == 5
							&& row.subList(0, 2).equals(List.of("1", "applicationTaskExecutor"))
							&& row.get(2).matches("task-1 #\\d+") && row.get(3).matches(here));
				softly.assertThat(report.section("Data Sources")).contains("waiting", "dataSource");
				softly.assertThat(report.section("Findings"))
					.containsPattern("WARNING: 3 calls to localhost:\\d+ have no answer after more than 1000 ms, .*")
					.containsPattern("INFO: 2 calls to localhost:\\d+ have had no more of their answer for 1000 ms, "
							+ "maybe as that is a stream, at .*Shop\\$Clerks.*");
			});
		}
	}

	private static TextReport standing(TextReport report) {
		return report.section("Findings").contains("have had no more of their answer") ? report : null;
	}

	/**
	 * Returns the place of a clerk, in the method that begins all work.
	 */
	private static String clerk(String name) {
		return "io\\.github\\.gmr\\.observed\\.Shop\\$Clerks\\..*" + "\\(Shop\\.java:\\d+\\)";
	}

	private static void row(SoftAssertions softly, List<List<String>> rows, String kind, String about, String thread,
			String place, String parent) {
		List<String> expected = List.of(AGE.pattern(), "1", kind, about, thread, place, PROGRESS, parent);
		softly.assertThat(rows).as(String.join(" | ", expected)).anyMatch((row) -> matches(row, expected));
	}

	private static boolean matches(List<String> row, List<String> expected) {
		return row.size() == expected.size() && Stream.iterate(0, (i) -> i < row.size(), (i) -> i + 1)
			.allMatch((i) -> row.get(i).matches(expected.get(i)));
	}

	private static List<List<String>> rows(String section) {
		return section.lines()
			.filter((line) -> line.contains(" | "))
			.map((line) -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
			.toList();
	}

	private static Patient start() {
		return Patient.main(Shop.class, ClassPath.ofTest())
			.arguments("--spring.main.banner-mode=off", "--server.address=127.0.0.1", "--server.port=0",
					"--spring.activemq.broker-url=vm://shop?broker.persistent=false&broker.useJmx=false",
					"--spring.batch.job.enabled=false", "--spring.reactor.context-propagation=auto",
					"--management.health.defaults.enabled=false", "--gmr.section.running-work.call-threshold=1s",
					"--gmr.report.min-interval=0s", "--gmr.pulse.interval=500ms")
			.startUntil("(?m)^ready$");
	}

}
