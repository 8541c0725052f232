package io.github.gmr.hospital;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lets a process of its own be sick in each way that the corpus knows, with the limits
 * that there are by default, and asks each for its first report a minute later. Several
 * run side by side, on each JDK of {@code corpus.jdks}; {@code corpus.only} is a pattern
 * for some of them. The page about them is made of all results that there are.
 */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class CorpusIT {

	private static final String CPUS = "cpus";

	private static final Duration AFTER = Duration.parse(System.getProperty("corpus.after", "PT1M"));

	@ParameterizedTest(name = "{0} on {1}")
	@MethodSource("io.github.gmr.hospital.Corpus#sick")
	@ResourceLock(value = CPUS, mode = ResourceAccessMode.READ)
	void firstFindingNamesSickness(Case sick, Jdk jdk, @TempDir Path directory) {
		visit(sick, jdk, directory);
	}

	@ParameterizedTest(name = "{0} on {1}")
	@MethodSource("io.github.gmr.hospital.Corpus#busy")
	@ResourceLock(CPUS)
	@Execution(ExecutionMode.SAME_THREAD)
	void firstFindingNamesSicknessThatIsBusy(Case sick, Jdk jdk, @TempDir Path directory) {
		visit(sick, jdk, directory);
	}

	private static void visit(Case sick, Jdk jdk, Path directory) {
		Assumptions.assumeTrue(sick.leastJava() <= jdk.feature(), "This JDK cannot have it");
		Result result = new Visit(sick, jdk, directory).firstReport(AFTER);
		assertThat(result.right()).as("'%s' is named by '%s'", sick.title(), result.finding()).isTrue();
	}

	@AfterAll
	static void writePage() {
		ResultPage.write();
	}

}
