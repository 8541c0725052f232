package io.github.gmr.sick;

import java.util.List;

import io.github.gmr.process.ClassPath;
import io.github.gmr.process.Patient;
import io.github.gmr.process.PatientBuilder;
import io.github.gmr.process.TextReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks for reports by JMX from many sides at once (scenario R50).
 */
class JmxIT {

	@Test
	void invocationsAtOnceShareReports() {
		try (Patient patient = patient().startUntil(SickApplication.READY)) {
			patient.tell("invoke-jmx 20");
			assertThat(patient.stdout()).contains("answers: 20 whole\n");
			int sequence = Integer.parseInt(patient.report().head().get("sequence"));
			assertThat(sequence).isLessThan(20);
		}
	}

	@Test
	void operationsAnswerWithText() {
		try (Patient patient = patient().startUntil(SickApplication.READY)) {
			patient.tell("jmx report");
			assertThat(patient.stdout()).contains("Guru Meditation   ", "\ntrigger = JMX\n", "End of Guru Meditation");
			patient.tell("jmx section processes");
			assertThat(patient.stdout()).containsPattern("={72}\n====  +Processes  +====\n={72}\nprocesses = ");
			patient.tell("jmx section nonsense");
			assertThat(patient.stdout()).contains("There is no such section. The sections are:\nfindings\n");
			assertThat(patient.stderr()).doesNotContain("Guru Meditation");
			TextReport published = patient.reportOf(() -> patient.say("jmx publish"));
			assertThat(published.head()).containsEntry("trigger", "JMX");
			patient.awaitStdout("done: jmx publish");
			assertThat(patient.stdout())
				.contains("\nGuru Meditation Report " + published.head().get("sequence") + " is at stderr\n");
		}
	}

	@Test
	void operationsWhenThereAreTwoContextsHaveNamesOfTheirOwn() {
		try (Patient patient = patient().startUntil(SickApplication.READY)) {
			patient.tell("open-child");
			patient.tell("jmx section package");
			List<String> names = patient.stdout().lines().filter((line) -> line.startsWith("asked: ")).toList();
			assertThat(names).hasSize(2).doesNotHaveDuplicates();
			assertThat(patient.stdout()).contains("Package (").doesNotContain("There is no such section");
			patient.tell("close-child");
			patient.tell("jmx section runtime");
			assertThat(patient.stdout().lines().filter((line) -> line.startsWith("asked: "))).hasSize(3);
		}
	}

	private static PatientBuilder patient() {
		return Patient
			.main(SickApplication.class,
					ClassPath.ofTest()
						.without("spring-boot-jdbc", "spring-jdbc", "HikariCP", "spring-boot-web", "spring-boot-tomcat",
								"spring-boot-security", "spring-security"))
			.jvm(PatientBuilder.SHORT_LIVED, "-Dspring.jmx.enabled=true",
					"-Dmanagement.endpoints.jmx.exposure.include=gmr", "-Dspring.main.web-application-type=none");
	}

}
