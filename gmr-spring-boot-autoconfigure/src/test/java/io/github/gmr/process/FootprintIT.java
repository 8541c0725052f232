package io.github.gmr.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.gmr.sick.SickApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shows what the library costs an application that is asked for no report.
 */
class FootprintIT {

	@Test
	void threadsWhenReportWasMadeAreFourDaemons() {
		try (Patient patient = PatientApplication.patient().startUntil(PatientApplication.READY)) {
			patient.report();
			patient.say("threads");
			assertThat(patient.awaitStdout("(?m)^threads: (.*)$").group(1).split(", ")).containsExactly(
					"daemon gmr-stderr", "daemon gmr-trigger", "daemon gmr-worker-1", "daemon gmr-worker-2");
		}
	}

	/**
	 * Reports make no scheduler of virtual threads, but see it when the application does.
	 */
	@Test
	@EnabledForJreRange(minVersion = 24)
	void virtualThreadsWhenThereWereNoneAreNotDumped() {
		try (Patient patient = SickApplication.patient().startUntil(SickApplication.READY)) {
			patient.tell("await-warm-up");
			patient.report();
			TextReport report = patient.report();
			assertThat(report.section("Green Threads")).contains("threads = 0").doesNotContain("scheduler");
			assertThat(report.section("Threads")).doesNotContain("VirtualThread-unblocker");
			patient.tell("virtual-threads 3");
			assertThat(patient.report().section("Green Threads")).contains("threads = 3", "scheduler", "Green Thread");
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void nativeLibrariesWhenReportWasMadeAreThoseOfTheJdkAndTheSystem() throws IOException {
		try (Patient patient = PatientApplication.patient().startUntil(PatientApplication.READY)) {
			patient.report();
			List<String> libraries = nativeLibraries(patient);
			assertThat(libraries).anyMatch((library) -> library.endsWith("/libjvm.so"))
				.allMatch(FootprintIT::isOfJdkOrSystem)
				.noneMatch((library) -> library.matches(".*(jffi|jnr).*"));
		}
	}

	private static List<String> nativeLibraries(Patient patient) throws IOException {
		try (Stream<String> maps = Files.lines(Path.of("/proc", Long.toString(patient.pid()), "maps"))) {
			return maps.filter((map) -> map.matches(".*/[^/]+\\.so[.0-9]*( \\(deleted\\))?"))
				.map((map) -> map.substring(map.indexOf('/')))
				.distinct()
				.toList();
		}
	}

	private static boolean isOfJdkOrSystem(String library) {
		return Stream.of(System.getProperty("java.home"), "/lib", "/usr/lib").anyMatch(library::startsWith);
	}

}
