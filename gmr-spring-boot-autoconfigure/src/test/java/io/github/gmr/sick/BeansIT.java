package io.github.gmr.sick;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks an application for reports of which beans of every kind hang or throw, all in one
 * process and with the limits that are there by default.
 */
class BeansIT {

	private static Patient patient;

	private static TextReport first;

	private static TextReport second;

	@BeforeAll
	static void start() {
		patient = SickBeans.patient().startUntil(SickApplication.READY);
		patient.tell("fall sick");
		first = patient.report();
		second = patient.report();
	}

	@AfterAll
	static void stop() {
		patient.close();
	}

	/**
	 * Scenario R69.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Data Sources    | hangingSource     | HangingSource.isWrapperFor
			Executors       | hangingExecutor   | getThreadPoolExecutor
			Scheduled Tasks | task              | SickBeans$Named.toString
			Scheduled Tasks | hangingHolder     | getScheduledTasks
			Certificates    | hanging           | SickBeans$Stores.getKeyStore
			Availability    | readiness         | getLastChangeEvent
			Web             | busy threads      | getActiveCount
			Metrics         | meter.sick.hanging | Locks.waitForEver
			""")
	void beanThatHangsIsNamedWithItsPlaceInItsSectionAndAtTheTop(String section, String bean, String place) {
		assertThat(first.section(section)).contains(bean, "no answer ", place);
		assertThat(first.section("Findings")).containsPattern("No answer from [^\\n]*" + bean);
		assertThat(second.section(section)).contains(bean, "still running", place);
	}

	/**
	 * Scenario R69.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Data Sources    | throwingSource = java.lang.IllegalStateException: out of order
			Executors       | throwingExecutor = java.lang.IllegalStateException: out of order
			Scheduled Tasks | java.lang.IllegalStateException: out of order
			Certificates    | throwing = java.lang.IllegalStateException: out of order
			Metrics         | java.lang.IllegalStateException: out of order
			""")
	void beanThatThrowsIsShownWithItsFailure(String section, String line) {
		assertThat(first.section(section)).contains(line);
		assertThat(second.section(section)).contains(line);
	}

	/**
	 * Scenario R69.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Data Sources    | wellSource .* 0 .* 0 .* 7
			Executors       | wellExecutor
			Executors       | taskScheduler
			Scheduled Tasks | SickBeans.wellTask
			Certificates    | (?m)^well = None
			Availability    | liveness = CORRECT
			Web             | port = [0-9]+
			Web             | connections = [0-9]+
			Web             | running requests = 0
			Metrics         | meter.well .* 7
			Log             | errors = 0
			""")
	void beansThatAreWellAreShown(String section, String line) {
		assertThat(first.section(section)).containsPattern(line);
		assertThat(second.section(section)).containsPattern(line);
	}

	@Test
	void reportIsWholeAndInTime() {
		for (TextReport report : new TextReport[] { first, second }) {
			assertThat(report.text()).doesNotContain("skipped:", " is missing: ", " is cut: ");
		}
		assertThat(second.section("Threads").split("\"gmr-worker-")).hasSizeLessThanOrEqualTo(1 + 2 + 8);
	}

}
