package io.github.gmr.sick;

import java.util.Map;

import io.github.gmr.process.Patient;
import io.github.gmr.process.PatientBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Counts what one report takes of a server with many threads and properties (scenario
 * R54): whatever its sections and checks want to know of the threads, they share one
 * dump, and none has the heap walked.
 */
@DisabledForJreRange(minVersion = 21, maxVersion = 23,
		disabledReason = "These do not tell whether there have been virtual threads, so they are dumped in any case")
class BudgetIT {

	private static final int THREADS = 1000;

	/** One and a half times what is allocated: 14 MB. */
	private static final int MEGABYTES = 21;

	/** The same with virtual threads: 38 MB, as the JVM dumps all threads. */
	private static final int MEGABYTES_OF_VIRTUAL_THREADS = 57;

	private static Patient patient;

	@BeforeAll
	static void start() {
		patient = busyServer();
	}

	@AfterAll
	static void end() {
		patient.close();
	}

	@Test
	void reportTakesOneDumpOfThreads() {
		isWithinBudget(ReportCost.of(patient));
	}

	@Test
	@EnabledForJreRange(minVersion = 24)
	void reportWithVirtualThreadsHasEachThreadDumpedOnceMore() {
		try (Patient virtual = busyServer()) {
			virtual.tell("virtual-threads " + THREADS);
			isWithin(1, MEGABYTES_OF_VIRTUAL_THREADS, ReportCost.of(virtual));
		}
	}

	@ParameterizedTest
	@EnumSource
	void reportWithCostlySectionIsBeyondBudget(CostlySection section) {
		Assumptions.assumeTrue(section.isPossible());
		patient.tell("choose " + section);
		ReportCost cost = ReportCost.of(patient);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> isWithinBudget(cost));
	}

	private static Patient busyServer() {
		Patient server = SickApplication.server(300)
			.arguments("--gmr.report.min-interval=0", "--sick.costly=true")
			.jvm(PatientBuilder.PATIENCE)
			.jvm(ReportCost.OPTIONS)
			.startUntil(SickApplication.READY);
		server.tell("threads " + THREADS);
		server.tell("await-warm-up");
		return server;
	}

	private static void isWithinBudget(ReportCost cost) {
		isWithin(0, MEGABYTES, cost);
	}

	private static void isWithin(int passes, int megabytes, ReportCost cost) {
		System.out.println(THREADS + " threads: " + cost);
		assertThat(cost.stops()).as("stops of all threads").isEqualTo(Map.of("ThreadDump", 1));
		assertThat(cost.looks() / THREADS).as("passes over all threads").isEqualTo(passes);
		assertThat(cost.megabytes()).as("megabytes allocated").isLessThanOrEqualTo(megabytes);
	}

}
