package io.github.gmr.sickness;

import java.nio.file.Path;

import io.github.gmr.process.Patient;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Lets one process of each kind suffer from one sickness after the other, some processes
 * side by side.
 */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class SicknessIT {

	@ParameterizedTest
	@EnumSource
	void reportWhenSickHasFindingAndWhenWellHasNot(PatientKind kind, @TempDir Path directory) {
		try (Patient patient = kind.start(directory)) {
			SoftAssertions.assertSoftly((softly) -> {
				Examination examination = new Examination(patient, kind, directory, false, softly);
				examination.ofWell(Sickness.notOf(kind));
				Sickness.of(kind).forEach(examination::ofSick);
			});
		}
	}

}
