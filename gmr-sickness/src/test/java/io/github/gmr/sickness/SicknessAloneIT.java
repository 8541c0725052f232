package io.github.gmr.sickness;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import io.github.gmr.process.Patient;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Lets a process of its own suffer from each sickness, and another one be its healthy
 * neighbour: nothing was asked of either before.
 */
@Tag("slow")
@Timeout(300)
class SicknessAloneIT {

	@ParameterizedTest
	@EnumSource
	void firstReportOfSickHasFinding(Sickness sickness, @TempDir Path directory) {
		assumePossible(sickness);
		examine(sickness.kind(), directory, (examination) -> examination.ofSick(sickness));
	}

	@ParameterizedTest
	@EnumSource
	void firstReportOfWellHasNot(Sickness sickness, @TempDir Path directory) {
		assumePossible(sickness);
		examine(sickness.wellKind(), directory, (examination) -> examination.ofWell(List.of(sickness)));
	}

	private static void assumePossible(Sickness sickness) {
		Assumptions.assumeTrue(sickness.isPossible(), "This JDK cannot tell");
	}

	private static void examine(PatientKind kind, Path directory, Consumer<Examination> look) {
		try (Patient patient = kind.start(directory)) {
			SoftAssertions
				.assertSoftly((softly) -> look.accept(new Examination(patient, kind, directory, true, softly)));
		}
	}

}
