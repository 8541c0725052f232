package io.github.gmr.sick;

import io.github.gmr.process.Patient;
import io.github.gmr.process.PatientBuilder;
import io.github.gmr.section.dump.KnownThreads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks applications for reports that are busy on a thousand virtual threads. A JDK 25
 * that is asked for a dump then crashes at one of 20 to 30.
 */
@EnabledForJreRange(minVersion = 21)
class MovingThreadsIT {

	private static final int REPORTS = 100;

	/**
	 * Scenario R71.
	 */
	@Test
	void reportsWhileVirtualThreadsMoveLeaveApplicationAlive() {
		try (Patient patient = busy(SickApplication.patient())) {
			String green = "";
			for (int i = 0; i < REPORTS; i++) {
				green = patient.report().section("Green Threads");
			}
			if (Runtime.version().feature() == 25) {
				assertThat(green).contains("known threads = 0\n", "not dumped = JDK 25",
						"some move (JDK-8364343). These are the threads of running work.", KnownThreads.OPTION);
			}
			else {
				assertThat(green).contains("threads = 1000\n", "Locks.move(");
			}
		}
	}

	/**
	 * Scenario R71.
	 */
	@Test
	@EnabledForJreRange(minVersion = 25, maxVersion = 25)
	void reportWhileVirtualThreadsMoveHasThemAllIfJdkNamesThem() {
		try (Patient patient = busy(SickApplication.patient().jvm(KnownThreads.OPTION))) {
			assertThat(patient.report().section("Green Threads")).contains("\nthreads = 1000\n", "not dumped = JDK 25")
				.containsPattern("1000 wait[^\n]* at io\\.github\\.gmr\\.sick\\.Locks\\.move\\(")
				.doesNotContain(KnownThreads.OPTION);
		}
	}

	/**
	 * Scenario R71.
	 */
	@Test
	@EnabledForJreRange(minVersion = 25, maxVersion = 25)
	void reportOnceVirtualThreadsStandStillHasDump() {
		try (Patient patient = SickApplication.patient().startUntil(SickApplication.READY)) {
			patient.tell("virtual-threads 50");
			assertThat(patient.report().section("Green Threads")).contains("\nthreads = 50\n", "mounted = 0")
				.doesNotContain("not dumped");
		}
	}

	private static Patient busy(PatientBuilder patient) {
		Patient busy = patient.arguments("--gmr.report.min-interval=0").startUntil(SickApplication.READY);
		busy.tell("await-warm-up");
		busy.tell("move-virtual-threads 1000");
		return busy;
	}

}
