package io.github.gmr.demo;

import io.github.gmr.process.TextReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks the demo for the sections that are off unless they are switched on.
 */
class OptionalSectionsIT {

	private static Demo demo;

	private static TextReport report;

	@BeforeAll
	static void start() {
		demo = Demo.start(Demo.builder()
			.arguments("--gmr.section.health.enabled=true", "--gmr.section.health.timeout=10s",
					"--management.endpoint.health.show-details=always", "--gmr.section.class-histogram.enabled=true"));
		assertThat(demo.get("/orders/none").statusCode()).isEqualTo(400);
		report = demo.patient().report();
	}

	@AfterAll
	static void end() {
		demo.close();
	}

	@Test
	void findingsAreNone() {
		assertThat(report.section("Findings").strip()).isEqualTo("None");
	}

	@Test
	void healthTellsStatusTimeAndDetailsOfEachCheck() {
		assertThat(report.section("Health").lines())
			.contains("db = ", "diskSpace = ", "  status = UP", "    database = H2")
			.anyMatch((line) -> line.matches("  took = \\d+ ms"));
	}

	@Test
	void logTellsTheWarning() {
		assertThat(report.section("Log")).contains("errors = 0", "warnings = 1", "types = ", "last warnings = ",
				"MethodArgumentTypeMismatchException");
	}

	@Test
	void classHistogramTellsStrings() {
		assertThat(report.section("Class Histogram")).contains("stopped the world for", "of java.lang.String");
	}

}
