package io.github.gmr.sick;

import io.github.gmr.process.ClassPath;
import io.github.gmr.process.Patient;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks for reports by JMX from many sides at once (scenario R50).
 */
class JmxIT {

	@Test
	void invocationsAtOnceShareReports() {
		try (Patient patient = Patient
			.main(SickApplication.class,
					ClassPath.ofTest()
						.without("spring-boot-jdbc", "spring-jdbc", "HikariCP", "spring-boot-web", "spring-boot-tomcat",
								"spring-boot-security", "spring-security"))
			.jvm("-XX:TieredStopAtLevel=1")
			.arguments("--spring.jmx.enabled=true", "--management.endpoints.jmx.exposure.include=gmr",
					"--spring.main.web-application-type=none")
			.startUntil(SickApplication.READY)) {
			patient.tell("invoke-jmx 20");
			assertThat(patient.stdout()).contains("answers: 20 whole\n");
			int sequence = Integer.parseInt(patient.report().head().get("sequence"));
			assertThat(sequence).isLessThan(20);
		}
	}

}
