package io.github.gmr.sick;

import java.time.Duration;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks applications for reports that have more threads than anybody can read about.
 */
class ManyThreadsIT {

	/**
	 * Scenario R37.
	 */
	@Test
	void reportOfDeepStacksIsCutToItsSize() {
		try (Patient patient = SickApplication
			.patient("--gmr.sink.stderr.max-size=256KB", "--gmr.report.section-timeout=20s")
			.jvm("-Xss4m")
			.startUntil(SickApplication.READY)) {
			patient.tell("deep-threads 200");
			TextReport report = patient.report();
			assertThat(report.text()).hasSizeLessThan(256 * 1024);
			assertThat(report.titles()).contains("Threads", "Processes", "Configuration");
		}
	}

	/**
	 * Scenario R36.
	 */
	@Test
	@Tag("slow")
	void reportOfTenThousandThreadsIsMadeInTime() {
		try (Patient patient = SickApplication.patient("--gmr.report.section-timeout=5s")
			.startUntil(SickApplication.READY)) {
			patient.report();
			patient.tell("threads 10000");
			TextReport report = patient.report();
			System.out.println("10,000 platform threads: " + report.head().get("duration") + ", "
					+ report.text().length() + " characters");
			assertThat(report.section("Threads")).contains("threads = 100", "followed = the 5000 oldest of 100");
			assertThat(report.text()).hasSizeLessThan(1024 * 1024).doesNotContain("timed out");
		}
	}

	/**
	 * Scenario R35.
	 */
	@Test
	@Tag("slow")
	void reportOfOneMillionVirtualThreadsIsMadeInTime() {
		Assumptions.assumeTrue(Runtime.version().feature() >= 21, "This JDK has no virtual threads");
		try (Patient patient = SickApplication.patient().jvm("-Xmx4g").startUntil(SickApplication.READY)) {
			patient.report();
			patient.tell("virtual-threads 1000000");
			TextReport report = patient.report();
			System.out.println("1,000,000 virtual threads: " + report.head().get("duration") + ", "
					+ report.text().length() + " characters");
			assertThat(report.section("Green Threads")).contains("threads = at least");
			assertThat(Duration.ofMillis(Long.parseLong(report.head().get("duration").replace(" ms", ""))))
				.isLessThan(Duration.ofSeconds(10));
		}
	}

}
