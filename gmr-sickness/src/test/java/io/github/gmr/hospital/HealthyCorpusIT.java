package io.github.gmr.hospital;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lets healthy applications be odd for {@code corpus.minutes}, and expects no warning in
 * any report. They run side by side as those of {@link CorpusIT} do.
 */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class HealthyCorpusIT {

	private static final long MINUTES = Long.getLong("corpus.minutes", 15);

	@ParameterizedTest(name = "{0} on {1}")
	@MethodSource("io.github.gmr.hospital.Corpus#healthy")
	void reportsWarnOfNothing(Case healthy, Jdk jdk, @TempDir Path directory) {
		Assumptions.assumeTrue(healthy.leastJava() <= jdk.feature(), "This JDK cannot have it");
		Result result = new Visit(healthy, jdk, directory).reports(MINUTES);
		assertThat(result.finding()).as(healthy.title()).isEmpty();
	}

	@AfterAll
	static void writePage() {
		ResultPage.write();
	}

}
