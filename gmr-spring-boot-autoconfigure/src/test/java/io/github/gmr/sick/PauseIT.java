package io.github.gmr.sick;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.github.gmr.process.Patient;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks how long an application of many threads stands still for its report (scenario
 * R54).
 */
class PauseIT {

	private static final Pattern THREAD_DUMP = Pattern.compile("Safepoint \"ThreadDump\".* Total: *(\\d+) ns");

	@Test
	void reportOfManyThreadsStopsThemOnce() {
		try (Patient patient = SickApplication.patient()
			.jvm("-Xlog:safepoint:stdout:none")
			.startUntil(SickApplication.READY)) {
			patient.tell("threads 2000");
			patient.tell("await-warm-up");
			int before = stops(patient).size();
			patient.report();
			// What comes after the log of a stop
			patient.tell("log 1");
			List<MatchResult> stops = stops(patient);
			assertThat(stops).hasSize(before + 1);
			System.out.printf("2,000 threads stood still for %d us%n",
					Long.parseLong(stops.get(before).group(1)) / 1000);
		}
	}

	private static List<MatchResult> stops(Patient patient) {
		return THREAD_DUMP.matcher(patient.stdout()).results().toList();
	}

}
