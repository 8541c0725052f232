package io.github.gmr.section.jvm;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VirtualScheduler}.
 */
class VirtualSchedulerTests {

	@ParameterizedTest
	@CsvSource({ "2, 2, 3, true", "2, 2, 2, false", "2, 1, 9, false", "2, 2, 0, false" })
	void findingWhenMoreWaitThanThereAreTakenCarriersIsRaised(long parallelism, long mounted, long queued,
			boolean raised) {
		assertThat(new VirtualScheduler(parallelism, 2, mounted, queued).finding() != null).isEqualTo(raised);
	}

}
