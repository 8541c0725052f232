package io.github.gmr.process;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Patient}.
 */
class PatientTests {

	@Test
	void awaitStdoutWhenProcessSaysSoReturnsMatch() {
		try (Patient patient = start("one")) {
			assertThat(patient.awaitStdout("(\\w+) is here").group(1)).isEqualTo("one");
		}
	}

	@Test
	void awaitStdoutWhenProcessEndsFailsWithAllItSaid() {
		try (Patient patient = start("one")) {
			patient.endOfInput();
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> patient.awaitStdout("two"))
				.withMessageContainingAll("'two'", "one is here", "one has gone");
		}
	}

	@Test
	void awaitExitWhenProcessEndsReturnsCode() {
		try (Patient patient = start("one")) {
			patient.endOfInput();
			assertThat(patient.awaitExit()).isEqualTo(3);
			assertThat(patient.stderr()).isEqualToIgnoringNewLines("one has gone");
		}
	}

	@Test
	void signalWhenNothingHandlesItEndsProcess() {
		try (Patient patient = start("one")) {
			patient.signal("USR1");
			assertThat(patient.awaitExit()).isEqualTo(138);
		}
	}

	@Test
	void closeWhenProcessRunsEndsIt() {
		Patient patient = start("one");
		patient.close();
		assertThat(patient.isAlive()).isFalse();
	}

	private static Patient start(String name) {
		return Patient.main(Guest.class, ClassPath.ofTest()).arguments(name).startUntil("here");
	}

	/**
	 * Stays until its stdin ends.
	 */
	static class Guest {

		public static void main(String[] args) throws IOException {
			System.out.println(args[0] + " is here");
			while (System.in.read() != -1) {
				System.out.print(".");
			}
			System.err.println(args[0] + " has gone");
			System.exit(3);
		}

	}

}
