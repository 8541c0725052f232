package io.github.gmr.process;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends signals to an application without actuator, Micrometer and web.
 */
class SignalIT {

	@Test
	void libraryClassPathHasNothingOptional() {
		assertThat(ClassPath.ofLibrary().entries()).extracting((entry) -> entry.getFileName().toString())
			.noneMatch((name) -> name
				.matches("(spring-boot-actuator|micrometer-core|spring-web|tomcat-|jakarta.servlet).*"))
			.anyMatch((name) -> name.startsWith("jnr-posix"));
	}

	@Test
	void signalWhenApplicationIsReadyPrintsWholeReport() {
		try (Patient patient = PatientApplication.patient().startUntil(PatientApplication.READY)) {
			TextReport report = patient.report();
			assertThat(report.titles()).containsExactly("Findings", "Package", "Threads", "Green Threads", "Processes",
					"Configuration", "Timeline", "Runtime", "Memory", "Sockets", "Executors", "Disks", "Availability",
					"Certificates", "Log", "Patient File");
			assertThat(report.section("Patient File")).contains("complaint = none");
			assertThat(report.head()).containsEntry("pid", Long.toString(patient.pid()))
				.containsKeys("trigger", "time", "sequence", "host", "application");
		}
	}

	@Test
	void signalWhenSentAgainPrintsNextReport() {
		try (Patient patient = PatientApplication.patient().startUntil(PatientApplication.READY)) {
			int first = Integer.parseInt(patient.report().head().get("sequence"));
			int second = Integer.parseInt(patient.report().head().get("sequence"));
			assertThat(second).isEqualTo(first + 1);
		}
	}

	@Test
	void signalWhenAnotherIsConfiguredPrintsReportOnThatOne() {
		try (Patient patient = PatientApplication.patient("--gmr.signal.name=WINCH")
			.startUntil(PatientApplication.READY)) {
			patient.signal("WINCH");
			patient.awaitStderr("End of Guru Meditation");
		}
	}

	@Test
	void signalWhenContextIsNotReadyPrintsWhatIsKnown() {
		try (Patient patient = PatientApplication.patient("--patient.waits=true").startUntil("(?m)^waiting$")) {
			TextReport early = patient.report();
			assertThat(early.titles()).contains("Package", "Threads", "Processes").doesNotContain("Patient File");
			assertThat(early.section("Threads")).contains("at io.github.gmr.process.PatientApplication");
			patient.say("go on");
			patient.awaitStdout(PatientApplication.READY);
			assertThat(patient.report().titles()).contains("Configuration", "Patient File");
		}
	}

}
