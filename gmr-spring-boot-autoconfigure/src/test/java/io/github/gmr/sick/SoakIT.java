package io.github.gmr.sick;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import io.github.gmr.process.Vitals;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks for a report again and again for minutes (scenario R52).
 */
@Tag("slow")
class SoakIT {

	private static final Duration DURATION = Duration.parse(System.getProperty("soak.duration", "PT10M"));

	private static final Duration PAUSE = Duration.ofSeconds(5);

	@Test
	void applicationStaysAsItIsWhileReportsAreMadeOfItsSicknesses(@TempDir Path directory) throws IOException {
		Set<SickSection> sections = Set.of(SickSection.SLEEPS, SickSection.SLEEPS_ON, SickSection.THROWS,
				SickSection.OVERFLOWS, SickSection.FILLS_HEAP, SickSection.IS_HUGE, SickSection.NEVER_STOPS_ADDING,
				SickSection.WELL);
		try (Patient patient = SickApplication
			.patient("--gmr.report.section-timeout=1s", "--gmr.sink.file.directory=" + directory,
					"--gmr.sink.stderr.enabled=true", SickApplication.sections(sections))
			.jvm("-Xmx160m")
			.startUntil(SickApplication.READY)) {
			patient.report();
			patient.report();
			Vitals before = Vitals.of(patient);
			List<String> sicknesses = List.of("allocate 20", "blocked-threads 50", "log 200", "vitals");
			Random random = new Random(42);
			long end = System.nanoTime() + DURATION.toNanos();
			for (long next = System.nanoTime(); next < end; next += PAUSE.toNanos()) {
				long due = next;
				patient.await("the next round", () -> (System.nanoTime() >= due) ? true : null);
				patient.tell(sicknesses.get(random.nextInt(sicknesses.size())));
				TextReport report = patient.report();
				assertThat(report.titles()).contains("Threads", "Processes", "Configuration", "Well");
			}
			Vitals after = Vitals.of(patient);
			System.out.printf("Soak of %s: %d reports, before %s, after %s%n", DURATION, patient.reports().size(),
					before, after);
			after.isNoWorseThan(before);
			assertThat(ReportFiles.in(directory)).hasSize(Math.min(20, patient.reports().size()));
		}
	}

}
