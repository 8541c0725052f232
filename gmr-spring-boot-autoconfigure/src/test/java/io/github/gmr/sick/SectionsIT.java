package io.github.gmr.sick;

import java.util.EnumSet;
import java.util.Set;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks an application for reports whose sections fail in every way, all in one process.
 */
class SectionsIT {

	private static final Set<SickSection> HEAVY = EnumSet.of(SickSection.FILLS_HEAP, SickSection.IS_HUGE,
			SickSection.NEVER_ENDS, SickSection.IS_DEEP);

	private static final Set<SickSection> LIGHT = EnumSet
		.complementOf(EnumSet.of(SickSection.TAKES_HEAP, SickSection.FILLS_HEAP, SickSection.IS_HUGE,
				SickSection.IS_LARGE, SickSection.NEVER_ENDS, SickSection.IS_DEEP));

	private static Patient patient;

	private static TextReport first;

	@BeforeAll
	static void start() {
		patient = start("500ms", LIGHT);
		first = patient.report();
	}

	private static Patient start(String limit, Set<SickSection> sections) {
		return SickApplication.patient("--gmr.report.section-timeout=" + limit, "--gmr.report.timeout=100s",
				"--gmr.report.min-interval=0", "--gmr.sink.stderr.max-size=20MB", SickApplication.sections(sections))
			.jvm("-Xmx160m")
			.startUntil(SickApplication.READY);
	}

	@AfterAll
	static void stop() {
		patient.close();
	}

	@Test
	void everySectionHasItsPlace() {
		assertThat(first.titles()).containsAll(LIGHT.stream().map(SickSection::title).toList());
	}

	/**
	 * Scenario R3.
	 */
	@Test
	void sectionThatSleepsTimesOutWithItsStack() {
		assertThat(section(SickSection.SLEEPS)).contains("timed out", "no answer within 500 ms", "Thread.sleep");
	}

	/**
	 * Scenario R4.
	 */
	@ParameterizedTest
	@CsvSource({ "SLEEPS_ON, LockSupport.parkNanos", "SPINS, SickSection$", "WAITS_FOR_MONITOR, SickSection$",
			"FAILS_SLOWLY, UnendingException.getMessage", "NEVER_STOPS_ADDING, SickSection" })
	void sectionThatCannotBeInterruptedTimesOutWithItsStack(SickSection section, String frame) {
		assertThat(section(section)).contains("timed out", "no answer within 500 ms", frame);
	}

	/**
	 * Scenarios R5 and R6.
	 */
	@ParameterizedTest
	@CsvSource({ "THROWS, java.lang.IllegalStateException, out of order", "THROWS_CHECKED, java.io.IOException, sdz",
			"ASSERTS, java.lang.AssertionError, never happens",
			"LACKS_CLASS, java.lang.NoClassDefFoundError, com/acme/Gone",
			"MISLINKS, java.lang.LinkageError, loader constraint", "DIES, java.lang.ThreadDeath, content",
			"OVERFLOWS, java.lang.StackOverflowError, SickSection", "FAILS_TO_FAIL, UntoldException, content" })
	void sectionThatThrowsTellsWhatInItsPlace(SickSection section, String error, String detail) {
		assertThat(section(section)).contains(error, detail);
		assertThat(section(section).lines().filter((line) -> line.strip().startsWith("at ")))
			.hasSizeLessThanOrEqualTo(40);
	}

	/**
	 * Scenario R6.
	 */
	@Test
	void valueThatOverflowsCostsThatValueOnly() {
		assertThat(section(SickSection.OVERFLOWS_IN_TO_STRING)).contains("StackOverflowError", "next = is told");
	}

	/**
	 * Scenario R8.
	 */
	@Test
	void sectionAfterOneThatInterruptsItsThreadIsNotInterrupted() {
		assertThat(section(SickSection.INTERRUPTS_ITSELF)).contains("interrupted");
		assertThat(section(SickSection.WELL)).contains("interrupted = false");
	}

	@Test
	void sectionThatIsCyclicOrChangesTellsTheRest() {
		assertThat(section(SickSection.IS_CYCLIC)).contains("again");
		assertThat(section(SickSection.CHANGES)).contains("next = is told");
	}

	/**
	 * Scenario R7.
	 */
	@Test
	void sectionsThatAreTooMuchAreCutOrFailAndSaySo() {
		try (Patient patient = start("30s", HEAVY)) {
			TextReport report = patient.report();
			assertThat(report.section(SickSection.FILLS_HEAP.title())).contains("java.lang.OutOfMemoryError",
					"Java heap space");
			assertThat(report.section(SickSection.NEVER_ENDS.title())).contains("... at least 1000000 more");
			assertThat(report.section(SickSection.IS_DEEP.title())).contains("... nested deeper than 16 levels");
			assertThat(report.section(SickSection.IS_HUGE.title())).contains("more characters");
			assertThat(report.text()).hasSizeLessThan(20 * 1024 * 1024);
		}
	}

	/**
	 * Scenario R4.
	 */
	@Test
	void sectionsThatStayStuckCostOneThreadEachHoweverManyReports() {
		for (int i = 0; i < 9; i++) {
			patient.report();
		}
		TextReport tenth = patient.report();
		assertThat(tenth.section(SickSection.SLEEPS_ON.title())).contains("skipped: still running since report");
		assertThat(tenth.section(SickSection.WELL.title())).contains("interrupted = false");
		assertThat(tenth.section("Threads")).contains("threads = ");
		assertThat(tenth.section("Threads").split("\"gmr-worker-")).hasSizeLessThanOrEqualTo(1 + 2 + 5);
	}

	private static String section(SickSection section) {
		return first.section(section.title());
	}

}
